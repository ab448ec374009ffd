import Foundation

/// Cuts a file into its rows, chunk by chunk: the lines of JSON lines, the elements of one array.
///
/// It looks no deeper than it must in order to find where a row ends; whether the row is JSON is for
/// the parser to say.
struct RowSplitter {
  struct Place {
    /// From 1.
    let line: Int
    fileprivate let range: Range<Int>
  }

  private enum Layout {
    case lines
    case array(isBegun: Bool)
    /// Past the array's closing bracket.
    case closed
  }

  private static let chunk = 1 << 20

  private let file: URL
  private let handle: FileHandle
  /// What was read and may still be needed.
  private var bytes: [UInt8] = []
  private var position = 0
  private var line = 1
  private var layout = Layout.lines

  init(_ file: URL) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
      throw InstructionFileError(file: file, reason: .missing)
    }
    guard !isFolder.boolValue else {
      throw InstructionFileError(file: file, reason: .unreadable("it is a folder"))
    }
    self.file = file
    do { handle = try FileHandle(forReadingFrom: file) } catch {
      throw InstructionFileError(file: file, reason: .unreadable(error.localizedDescription))
    }
    guard try byte(at: 0) != nil else { throw InstructionFileError(file: file, reason: .empty) }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    try skipSpace()
    if try byte(at: position) == .openBracket { layout = .array(isBegun: false) }
  }

  /// The bytes of a row that `next` has just found.
  func withBytes<Result, Failure: Error>(
    of place: Place, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { all throws(Failure) in
      try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: all[place.range])))
    }
  }

  /// The next row, nil after the last. Throws `RowError` where the next row cannot be found; there is
  /// no way on from there. What was found before is forgotten.
  mutating func next() throws -> Place? {
    if position > Self.chunk {
      bytes.removeSubrange(..<position)
      position = 0
    }
    switch layout {
    case .lines: return try nextLine()
    case .array(let isBegun): return try nextElement(isFirst: !isBegun)
    case .closed:
      try skipSpace()
      guard try byte(at: position) == nil else {
        throw RowError(line, .brokenJSON("something follows the end of the array"))
      }
      return nil
    }
  }

  private mutating func nextLine() throws -> Place? {
    try skipSpace()
    guard try byte(at: position) != nil else { return nil }
    let start = position
    while let byte = try byte(at: position), byte != .lineFeed { position += 1 }
    return Place(line: line, range: start..<position)
  }

  private mutating func nextElement(isFirst: Bool) throws -> Place? {
    if isFirst { position += 1 }
    layout = .array(isBegun: true)
    try skipSpace()
    if isFirst, try byte(at: position) == .closeBracket {
      position += 1
      layout = .closed
      return try next()
    }
    let place = try element()
    guard !place.range.isEmpty else {
      throw RowError(place.line, .brokenJSON("a row is expected here"))
    }
    return place
  }

  /// Up to the comma or bracket that ends an element of the array, and past it.
  private mutating func element() throws -> Place {
    let (start, startLine) = (position, line)
    var depth = 0
    while let byte = try byte(at: position) {
      switch byte {
      case .quote: try skipString()
      case .openBracket, .openBrace: depth += 1
      case .comma where depth == 0, .closeBracket where depth == 0:
        if byte == .closeBracket { layout = .closed }
        position += 1
        return Place(line: startLine, range: start..<position - 1)
      case .closeBracket, .closeBrace: depth -= 1
      case .lineFeed: line += 1
      default: break
      }
      position += 1
    }
    throw RowError(
      line, .brokenJSON("the file ends inside its array, in what starts on line \(startLine)"))
  }

  /// To the quote that ends a string. Line ends cannot stand in one, so a quote that was forgotten is
  /// found on its own line.
  private mutating func skipString() throws {
    position += 1
    while let byte = try byte(at: position), byte != .quote {
      guard byte != .lineFeed else {
        throw RowError(line, .brokenJSON("a string does not end on its line"))
      }
      let isEscape = byte == .backslash
      position += 1
      if isEscape, let next = try self.byte(at: position), next == .quote || next == .backslash {
        position += 1
      }
    }
  }

  private mutating func skipSpace() throws {
    while let byte = try byte(at: position), byte.isJSONSpace {
      if byte == .lineFeed { line += 1 }
      position += 1
    }
  }

  /// Reads on as far as needed; nil at the end of the file.
  private mutating func byte(at place: Int) throws -> UInt8? {
    while place >= bytes.count {
      let more: Data?
      do { more = try handle.read(upToCount: Self.chunk) } catch {
        throw InstructionFileError(file: file, reason: .unreadable(error.localizedDescription))
      }
      guard let more, !more.isEmpty else { return nil }
      bytes.append(contentsOf: more)
    }
    return bytes[place]
  }
}

/// What is wrong with a row, before the file's name and the row's number are known.
struct RowError: Error {
  /// From 1.
  let line: Int
  let reason: InstructionFileError.Reason

  init(_ line: Int, _ reason: InstructionFileError.Reason) {
    self.line = line
    self.reason = reason
  }

  func located(in file: URL, row: Int) -> InstructionFileError {
    InstructionFileError(file: file, row: row, line: line, reason: reason)
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let openBracket = UInt8(ascii: "[")
  fileprivate static let closeBracket = UInt8(ascii: "]")
  fileprivate static let openBrace = UInt8(ascii: "{")
  fileprivate static let closeBrace = UInt8(ascii: "}")

  fileprivate var isJSONSpace: Bool {
    self == .space || self == .lineFeed || self == .carriageReturn || self == 0x09
  }
}

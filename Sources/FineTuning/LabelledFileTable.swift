/// The rows of a file whose fields are parted by one separator, by RFC 4180. Beyond it, lines may
/// end in LF alone, empty lines are skipped, and a quote inside a field that did not start with one
/// is a quote.
func delimitedRecords(
  _ bytes: [UInt8], separator: UInt8, _ text: String, _ label: String
) throws -> [LabelledRecord] {
  var reader = DelimitedReader(bytes, separator: separator)
  guard let header = try reader.next() else { throw LabelledFileProblem(nil, .empty) }
  let names = header.fields.map(\.trimmed)
  func column(_ name: String) throws -> Int {
    guard let column = names.firstIndex(of: name) else {
      throw LabelledFileProblem(header.line, .missingColumn(name, found: names))
    }
    guard names.lastIndex(of: name) == column else {
      throw LabelledFileProblem(header.line, .columnTwice(name))
    }
    return column
  }
  let (textColumn, labelColumn) = (try column(text), try column(label))
  var records: [LabelledRecord] = []
  while let (line, fields) = try reader.next() {
    guard fields.count == names.count else {
      throw LabelledFileProblem(line, .fieldCount(fields.count, expected: names.count))
    }
    records.append(
      LabelledRecord(line: line, text: fields[textColumn], label: fields[labelColumn]))
  }
  return records
}

/// Reads one record after the other and counts the lines that it passes.
private struct DelimitedReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The next record that is no empty line, and the line on which it starts; nil at the end.
  mutating func next() throws -> (line: Int, fields: [String])? {
    while isAtLineEnd { passLineEnd() }
    guard place < bytes.count else { return nil }
    let start = line
    var fields = [try field()]
    while place < bytes.count, bytes[place] == separator {
      place += 1
      fields.append(try field())
    }
    if isAtLineEnd { passLineEnd() }
    return (start, fields)
  }

  private var isAtLineEnd: Bool {
    guard place < bytes.count else { return false }
    return bytes[place] == .lineFeed
      || bytes[place] == .carriageReturn && place + 1 < bytes.count && bytes[place + 1] == .lineFeed
  }

  private mutating func passLineEnd() {
    place += bytes[place] == .lineFeed ? 1 : 2
    line += 1
  }

  /// A field, up to the separator or line end after it.
  private mutating func field() throws -> String {
    guard place < bytes.count, bytes[place] == .quote else {
      let start = place
      while place < bytes.count, bytes[place] != separator, !isAtLineEnd { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
    let opening = line
    place += 1
    var content: [UInt8] = []
    while true {
      guard place < bytes.count else { throw LabelledFileProblem(opening, .unclosedQuote) }
      let byte = bytes[place]
      place += 1
      if byte == .quote {
        guard place < bytes.count, bytes[place] == .quote else { break }
        place += 1
      }
      if byte == .lineFeed { line += 1 }
      content.append(byte)
    }
    guard place == bytes.count || bytes[place] == separator || isAtLineEnd else {
      throw LabelledFileProblem(line, .textAfterQuote)
    }
    return String(decoding: content, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
}

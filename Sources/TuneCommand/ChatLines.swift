import Foundation

/// The lines of standard input as bytes: `readLine` mends what is not UTF-8, and then nobody is told.
struct ChatLines {
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  private var isAtStart = true

  /// The next line without its end; nil after the last.
  mutating func next() throws -> [UInt8]? {
    var searched = 0
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { bytes.removeFirst(end + 1) }
        return Array(bytes[..<end])
      }
      searched = bytes.count
      guard !isAtEnd else {
        defer { bytes = [] }
        return bytes.isEmpty ? nil : bytes
      }
      try readMore()
    }
  }

  private mutating func readMore() throws {
    let more = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let result = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      guard result >= 0 else { throw ChatLinesError(reason: String(cString: strerror(errno))) }
      count = result
    }
    isAtEnd = more.isEmpty
    bytes += more
    if isAtStart, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    isAtStart = false
  }
}

struct ChatLinesError: LocalizedError {
  let reason: String
  var errorDescription: String? { "standard input cannot be read: \(reason)" }
  var recoverySuggestion: String? { "ask in a terminal, or give a file of questions with <" }
}

import Foundation

/// The merges of a file by rank, as they are written there.
struct MergeList {
  let file: URL
  /// The JSON path of the array; nil for a text file.
  let path: String?
  private(set) var entries: [(left: String, right: String, line: Int)] = []

  /// merges.txt or vocab.bpe: `left right` on each line, after a line `#version: 0.2` that may be
  /// missing.
  init(textFile file: URL) throws(TokenizerError) {
    self.file = file
    path = nil
    var lines = Array(try contents(of: file)).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    for (i, bytes) in lines.enumerated() {
      guard var line = String(validating: bytes, as: UTF8.self) else {
        throw .malformed(file: file, place: "line \(i + 1)", reason: "it is not UTF-8")
      }
      if i == 0, line.hasPrefix("#version") { continue }
      if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
      try append(line, line: i + 1)
    }
  }

  /// `model.merges` of a tokenizer.json: `"left right"` or `["left", "right"]`.
  init(_ node: JSONNode) throws(TokenizerError) {
    file = node.file
    path = node.path
    for item in try node.items {
      if case .array = item.json.content {
        let parts = try item.items
        guard parts.count == 2 else { throw item.malformed("a merge has two parts") }
        entries.append((try parts[0].string, try parts[1].string, item.json.line))
      } else {
        try append(try item.string, line: item.json.line)
      }
    }
  }

  private mutating func append(_ merge: String, line: Int) throws(TokenizerError) {
    let parts = merge.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw .malformed(
        file: file, place: place(of: entries.count, line: line),
        reason: "a merge is two tokens with one space between them, found \"\(merge)\"")
    }
    entries.append((String(Substring(parts[0])), String(Substring(parts[1])), line))
  }

  func malformed(_ index: Int, _ reason: String) -> TokenizerError {
    .malformed(file: file, place: place(of: index, line: entries[index].line), reason: reason)
  }

  private func place(of index: Int, line: Int) -> String {
    path.map { "\($0)[\(index)] (line \(line))" } ?? "line \(line)"
  }
}

/// Markdown that was taken out of a file, which remembers where each of its lines stood.
public struct Prose: Sendable, Equatable {
  public let text: String
  /// The file's line, from 1, of each line of `text`.
  public let lineNumbers: [Int]

  /// Blank lines at either end are dropped.
  init(lines: some Collection<(number: Int, text: String)>) {
    let filled = lines.filter { !$0.text.isEmpty }
    guard let first = filled.first?.number, let last = filled.last?.number else {
      text = ""
      lineNumbers = []
      return
    }
    let kept = lines.filter { first...last ~= $0.number }
    text = kept.map(\.text).joined(separator: "\n")
    lineNumbers = kept.map(\.number)
  }

  public var isEmpty: Bool { text.isEmpty }
}

/// Lines without their ends, whichever system wrote the file.
func lines(of text: String) -> [String] {
  text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    .map { line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return String(line)
    }
}

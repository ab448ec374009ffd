import Foundation

/// What of an answer is compared.
package enum AnswerText {
  private static let marks: Set<Character> = ["。", "！", "？", ".", "!", "?", "．"]

  package static func trimmed(_ answer: String) -> String {
    answer.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The text without white space around it and without one final mark.
  package static func bare(_ answer: String) -> String {
    var text = trimmed(answer)
    if let last = text.last, marks.contains(last) { text.removeLast() }
    return trimmed(text)
  }

  /// The items of a list: the lines of the text if it has several, or else what its semicolons
  /// part, or else what its commas do.
  package static func items(_ answer: String) -> [String] {
    let lines = answer.split(whereSeparator: \.isNewline)
    let marks = answer.contains { "；;".contains($0) } ? "；;" : "、，,"
    let pieces = lines.count > 1 ? lines : answer.split { marks.contains($0) }
    return pieces.map { bare(String($0)) }.filter { !$0.isEmpty }
  }
}

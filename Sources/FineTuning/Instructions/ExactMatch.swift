import Foundation

/// Whether an answer is the expected one, word for word.
///
/// Before texts are compared
/// - full-width letters, digits, marks and spaces become half-width (`Ａ！` is `A!`), and `。` and
///   `｡` become a full stop;
/// - white space at both ends goes;
/// - one mark that ends a sentence (`.`, `!` or `?`) goes from the end, with the white space before
///   it, unless the text is nothing but marks.
///
/// Case counts, and so does white space within.
public enum ExactMatch {
  public static func holds(_ answer: String, _ expected: String) -> Bool {
    normalised(answer) == normalised(expected)
  }

  /// The share of answers that are what was expected, 0 of none. As many answers as expected texts.
  public static func share(_ answers: [String], _ expected: [String]) -> Double {
    precondition(answers.count == expected.count, "each answer needs its expected text")
    guard !answers.isEmpty else { return 0 }
    return Double(zip(answers, expected).count(where: holds)) / Double(answers.count)
  }

  public static func normalised(_ text: String) -> String {
    var half = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "。", "｡": half.append(".")
      default: half.append(Unicode.Scalar(TextUnits.halfWidth(scalar.value)) ?? scalar)
      }
    }
    let trimmed = String(half).trimmingCharacters(in: .whitespacesAndNewlines)
    guard let last = trimmed.last, ".!?".contains(last),
      trimmed.contains(where: { !$0.isPunctuation && !$0.isWhitespace })
    else { return trimmed }
    return trimmed.dropLast().trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

import Foundation

/// What can be measured of instruction data without judging it: each figure for itself, with no
/// weights and no total. `figures` gives each its definition.
public struct Scorecard: Sendable, Codable, Equatable {
  /// Different first words of questions (in Chinese, first two characters).
  public let distinctFirstWords: Int
  /// The different runs of four words (or Chinese characters) of the questions, as a share of all
  /// of them. It falls as data grows: compare files of one size.
  public let distinctQuestionGrams: Double
  /// The same of the answers.
  public let distinctAnswerGrams: Double
  /// The share of answers that end as answers do: see `endsAsAnswersDo`.
  public let endedAnswers: Double
  /// The first rows whose answers do not.
  public let openAnswers: [Int]
  /// The median over the rows of the answer's length as a multiple of the question's, both in words
  /// (or Chinese characters); rows without either are left out.
  public let answerPerQuestion: Double
  /// The mean over the answers of the share of their runs of four words (or Chinese characters)
  /// that stand earlier in the same answer; answers of fewer than four are left out.
  public let repetition: Double
  /// The share of those answers of which more than half is repeated so.
  public let repetitiveAnswers: Double
  /// Questions that more than one row asks; compared as `ExactMatch` does.
  public let repeatedQuestions: Int
  /// Of those, the questions with different answers.
  public let conflictingQuestions: Int
  /// The rows of the first of these questions.
  public let conflicts: [[Int]]

  public init(_ rows: [InstructionFile.Row]) {
    var firstWords: Set<[UInt64]> = []
    var questionGrams = GramCount()
    var answerGrams = GramCount()
    var ratios: [Double] = []
    var repetitions: [Double] = []
    var open: [Int] = []
    var openCount = 0
    var asked = QuestionGroups()
    for row in rows {
      let (question, answer) = (row.example.question, row.example.answer)
      let questionUnits = TextUnits.of(question)
      let answerUnits = TextUnits.of(answer)
      if !questionUnits.isEmpty {
        firstWords.insert(Array(questionUnits.prefix(TextUnits.startsWithSign(question) ? 2 : 1)))
        if !answerUnits.isEmpty {
          ratios.append(Double(answerUnits.count) / Double(questionUnits.count))
        }
      }
      questionGrams.add(questionUnits)
      let grams = answerGrams.add(answerUnits)
      if !grams.isEmpty {
        repetitions.append(1 - Double(Set(grams).count) / Double(grams.count))
      }
      if !Self.endsAsAnswersDo(answer) {
        openCount += 1
        if open.count < Self.listLimit { open.append(row.number) }
      }
      asked.add(row)
    }
    distinctFirstWords = firstWords.count
    distinctQuestionGrams = questionGrams.distinctShare
    distinctAnswerGrams = answerGrams.distinctShare
    endedAnswers = rows.isEmpty ? 0 : 1 - Double(openCount) / Double(rows.count)
    openAnswers = open
    answerPerQuestion = ratios.median
    repetition = repetitions.isEmpty ? 0 : repetitions.reduce(0, +) / Double(repetitions.count)
    repetitiveAnswers =
      repetitions.isEmpty
      ? 0 : Double(repetitions.count { $0 > 0.5 }) / Double(repetitions.count)
    repeatedQuestions = asked.repeated
    conflictingQuestions = asked.conflicts.count
    conflicts = Array(asked.conflicts.prefix(Self.listLimit))
  }

  private static let listLimit = 10

  private static let closing = Set(".!?。！？…｡．~～;；)）]】}》」』\"”’'`>|$*".unicodeScalars)
  private static let opening = Set(",，、:：-—–([{（【《「『“‘".unicodeScalars)

  /// Whether an answer ends in a mark that ends sentences, closes a bracket, a quotation or a block
  /// of code; or needs no such mark: of eight words (or Chinese characters) at most, without a comma
  /// or the like at its end, or with an item of a list as its last line. An odd number of ``` leaves
  /// a block of code open.
  public static func endsAsAnswersDo(_ answer: String) -> Bool {
    let text = answer.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let last = text.unicodeScalars.last else { return false }
    if text.contains("```"), (text.components(separatedBy: "```").count - 1) % 2 == 1 {
      return false
    }
    if closing.contains(last) { return true }
    if opening.contains(last) { return false }
    let line = text.split(separator: "\n").last ?? ""
    return TextUnits.of(text).count <= 8 || line.isListItem
  }
}

extension StringProtocol {
  /// "- one", "* one", "• one", "1. one", "1) one", "1、one".
  fileprivate var isListItem: Bool {
    let text = drop(while: \.isWhitespace)
    guard let first = text.first else { return false }
    if "-*•·".contains(first) { return true }
    let rest = text.drop(while: \.isNumber)
    return rest.startIndex > text.startIndex && ".)、．）".contains(rest.first ?? " ")
  }
}

extension [Double] {
  /// The middle, or the mean of the two in the middle; 0 of none.
  fileprivate var median: Double {
    let sorted = sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}

/// The runs of four units of many texts.
private struct GramCount {
  private var grams: [UInt64] = []

  /// Gives back those of this text; none where it is shorter.
  @discardableResult
  mutating func add(_ units: [UInt64]) -> [UInt64] {
    guard units.count >= 4 else { return [] }
    let own = TextUnits.grams(units, 4)
    grams += own
    return own
  }

  /// 0 where there are none.
  var distinctShare: Double {
    let sorted = grams.sorted()
    let distinct = zip(sorted, sorted.dropFirst()).count { $0 != $1 } + 1
    return sorted.isEmpty ? 0 : Double(distinct) / Double(sorted.count)
  }
}

/// Rows by what they ask: everything before the last answer.
private struct QuestionGroups {
  private var rows: [[String]: [(row: Int, answer: String)]] = [:]
  private var order: [[String]] = []

  mutating func add(_ row: InstructionFile.Row) {
    let turns = row.example.turns
    let question = turns.dropLast().flatMap {
      [$0.role.rawValue, ExactMatch.normalised($0.text)]
    }
    if rows[question] == nil { order.append(question) }
    rows[question, default: []].append((row.number, ExactMatch.normalised(turns.last!.text)))
  }

  var repeated: Int { rows.values.count { $0.count > 1 } }

  /// Rows of one question with different answers, in the order of the file.
  var conflicts: [[Int]] {
    order.compactMap { question in
      let asked = rows[question]!
      return Set(asked.map(\.answer)).count > 1 ? asked.map(\.row) : nil
    }
  }
}

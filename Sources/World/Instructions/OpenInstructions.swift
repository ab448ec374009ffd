import Files
import Foundation

/// An instruction that many answers fit, with some that were written by hand.
public struct OpenInstruction: Decodable, Equatable, Sendable {
  /// What is asked for.
  public enum Category: String, Codable, CaseIterable, Sendable {
    case explain, story, advise, describe, plan, compare, introduce, note, list
    /// What one says in a situation; a sentence or verse made to order; a text said otherwise.
    case answer, make, rewrite
    case imagine
  }

  public let id: String
  public let category: Category
  public let instruction: String
  /// Empty where the instruction stands alone.
  public let input: String
  /// The first is as good as the others.
  public let answers: [String]
  /// Nil where only the answers themselves count as correct.
  public let checks: OpenChecks?

  /// It follows from the instruction alone.
  public var split: Split { Split(of: instruction) }

  /// Whether all checks hold; without checks, whether it is one of the written answers, white space
  /// around it and one final mark aside. Marks alone are no answer, nor is one that repeats the
  /// whole instruction, whose words might pass a check.
  public func isCorrect(_ answer: String) -> Bool {
    let bare = AnswerText.bare(answer)
    guard bare.contains(where: { $0.isLetter || $0.isNumber }),
      !bare.contains(AnswerText.bare(instruction))
    else { return false }
    if let checks { return checks.hold(of: answer) }
    return answers.contains { AnswerText.bare($0) == bare }
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, category, instruction, input, answers, checks
  }

  public init(from decoder: any Decoder) throws {
    try decoder.refuseStrangers(besides: CodingKeys.allCases)
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    category = try values.decode(Category.self, forKey: .category)
    instruction = try values.decode(String.self, forKey: .instruction)
    input = try values.decodeIfPresent(String.self, forKey: .input) ?? ""
    answers = try values.decode([String].self, forKey: .answers)
    if values.contains(.checks) {
      try values.superDecoder(forKey: .checks)
        .refuseStrangers(besides: OpenChecks.CodingKeys.allCases)
    }
    checks = try values.decodeIfPresent(OpenChecks.self, forKey: .checks)
  }

  /// Why the row is of no use, or nil.
  fileprivate var fault: String? {
    if AnswerText.trimmed(instruction).isEmpty { return "the instruction is empty" }
    guard let checks else {
      return answers.count < 3 ? "a row without checks needs three answers" : nil
    }
    if checks.isEmpty { return "\"checks\" names no check" }
    if answers.isEmpty { return "it has no answer" }
    for answer in answers {
      if let check = checks.failed(by: answer) { return "“\(answer)” fails its check \(check)" }
      if !isCorrect(answer) { return "“\(answer)” repeats the instruction" }
    }
    return nil
  }
}

/// The rows of a file such as Data/instructions/open.zh.jsonl: one JSON object a line.
public struct OpenInstructions: Sendable {
  /// In the order of the file.
  public let rows: [OpenInstruction]

  /// The course's own file in a language.
  public static func load(_ language: InstructionLanguage) throws -> OpenInstructions {
    try OpenInstructions(
      file: CourseFolder.data().appendingPathComponent("instructions/open.\(language).jsonl"))
  }

  /// Throws `OpenInstructionsError`, which names the line and what is wrong with it: every answer
  /// must pass its row's own checks, and no instruction may come twice with the same input.
  public init(file: URL) throws {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw OpenInstructionsError(file: file, line: nil, reason: "it is missing or not UTF-8")
    }
    let decoder = JSONDecoder()
    var rows: [OpenInstruction] = []
    var seen = Set<[String]>()
    var ids = Set<String>()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let reason: String?
      do {
        let row = try decoder.decode(OpenInstruction.self, from: Data(line.utf8))
        rows.append(row)
        reason =
          !ids.insert(row.id).inserted
          ? "the id \(row.id) stands twice in the file"
          : !seen.insert([row.instruction, row.input]).inserted
            ? "the instruction “\(row.instruction)” stands twice in the file" : row.fault
      } catch let error as DecodingError {
        reason = error.reason
      } catch let error as UnknownKey {
        reason = "the key \"\(error.name)\" is unknown"
      }
      if let reason { throw OpenInstructionsError(file: file, line: index + 1, reason: reason) }
    }
    guard !rows.isEmpty else {
      throw OpenInstructionsError(file: file, line: nil, reason: "it holds no instruction")
    }
    self.rows = rows
  }

  /// The rows of one split, in the order of the file.
  public subscript(split: Split) -> [OpenInstruction] {
    rows.filter { $0.split == split }
  }
}

/// A file of open instructions that cannot be used.
public struct OpenInstructionsError: LocalizedError, Equatable {
  public let file: URL
  /// From 1; nil when the file as a whole is wrong.
  public let line: Int?
  public let reason: String

  public var errorDescription: String? {
    "\(file.path)\(line.map { ":\($0)" } ?? ""): \(reason)"
  }
  public var recoverySuggestion: String? {
    "Data/instructions/README.md lists the fields and the checks"
  }
}

private struct UnknownKey: Error {
  let name: String
}

private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// A misspelt optional key would otherwise be passed over in silence.
  fileprivate func refuseStrangers(besides keys: [some CodingKey]) throws {
    let known = Set(keys.map(\.stringValue))
    let found = try container(keyedBy: AnyKey.self).allKeys
    if let stranger = found.first(where: { !known.contains($0.stringValue) }) {
      throw UnknownKey(name: stranger.stringValue)
    }
  }
}

extension DecodingError {
  fileprivate var reason: String {
    switch self {
    case .keyNotFound(let key, _): "the row has no \"\(key.stringValue)\""
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty
        ? "it is no JSON object"
        : "\"\(context.codingPath[0].stringValue)\" holds a value of the wrong kind"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is no JSON" : context.debugDescription
    @unknown default: "\(self)"
    }
  }
}

/// The language that a task is asked in.
public enum InstructionLanguage: String, CaseIterable, Codable, Sendable {
  case zh, en
}

/// Whether training may show the words that a task is asked with.
public enum InstructionWording: String, CaseIterable, Codable, Sendable {
  case seen, heldOut
}

/// An instruction with the answers that the world's oracle accepts.
public struct InstructionTask: Codable, Equatable, Sendable {
  /// How an answer is compared with the accepted ones.
  public enum Form: String, Codable, Sendable {
    /// As text, without white space around it and without one mark at its end.
    case text
    /// As JSON values: the order of keys and white space do not matter.
    case json
  }

  public let family: InstructionFamily
  public let language: InstructionLanguage
  /// The split of what the task is about: its people, texts, words and numbers.
  public let split: Split
  public let wording: InstructionWording
  public let instruction: String
  /// Empty where the instruction stands alone.
  public let input: String
  /// The answer that training shows.
  public let output: String
  /// Every answer that counts as correct; `output` is the first.
  public let accepted: [String]
  public let form: Form
  /// The class within a family that is balanced by classes, or nil.
  public let label: String?
  /// The Chinese names of those whom the task asks about.
  public let people: [String]

  /// Whether an answer is one of the accepted ones, compared as `form` says.
  public func isCorrect(_ answer: String) -> Bool {
    switch form {
    case .text:
      let answer = AnswerText.bare(answer)
      return accepted.contains { AnswerText.bare($0) == answer }
    case .json:
      guard let value = JSONValue(text: answer) else { return false }
      return accepted.contains { JSONValue(text: $0) == value }
    }
  }
}

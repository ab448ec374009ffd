import Foundation

/// What renders examples to segments: a template of this course, or a model's own chat template.
public protocol ExampleTemplate: Sendable {
  var name: String { get }
  /// Texts after which an answer has ended, the end token first.
  var stops: [String] { get }

  /// The whole row. A completion is its prompt, its answer and the end token, in no template's words.
  func segments(of example: Example) throws -> [Segment]
  /// The row up to its last answer: what a model is asked.
  func prompt(of example: Example) throws -> [Segment]
  /// A conversation that waits for its next answer.
  func prompt(after turns: [Turn]) throws -> [Segment]
}

/// A template of fixed words with places for what a row holds.
///
/// `{text}` is the place of a turn's words. A template that says `{instruction}` instead asks one
/// question a row, as Alpaca's does, and may word rows with an `{input}` of their own differently.
/// Every answer ends with the end token.
///
///     let template = try InstructionTemplate(
///       name: "qa", user: "Q: {text}\n", assistant: "A: {text}", separator: "\n")
///     let segments = try template.segments(of: .instruction("1+1?", input: "", output: "2"))
///     // frame "Q: ", user "1+1?", frame "\nA: ", assistant "2", end "<|endoftext|>"
public struct InstructionTemplate: ExampleTemplate, Equatable {
  public let name: String
  let system: TemplatePattern?
  let user: TemplatePattern
  let userWithInput: TemplatePattern?
  let assistant: TemplatePattern
  let separator: String
  /// The token that ends an answer; change it to what the model's tokenizer has.
  public var end: String
  let defaultSystem: String?
  let extraStops: [String]

  /// - Parameters:
  ///   - system: with `{text}`; nil where the template has no place for a system turn.
  ///   - user: with `{text}`, or with `{instruction}` and perhaps `{input}`.
  ///   - userWithInput: the wording of rows whose input is not empty, with `{instruction}` and
  ///     `{input}`; only beside a `user` with `{instruction}`.
  ///   - assistant: ends in `{text}`, the place of the answer.
  ///   - separator: stands between an answer's end and the next question.
  ///   - defaultSystem: the system text of rows that have none.
  ///   - stops: texts beside the end token that show that an answer has ended.
  public init(
    name: String, system: String? = nil, user: String, userWithInput: String? = nil,
    assistant: String, separator: String = "", end: String = "<|endoftext|>",
    defaultSystem: String? = nil, stops: [String] = []
  ) throws(InstructionTemplateError) {
    func refused(_ reason: TemplatePatternError, _ field: String) -> InstructionTemplateError {
      InstructionTemplateError(name, .pattern(reason, field: field))
    }
    func pattern(
      _ field: String, _ text: String
    ) throws(InstructionTemplateError) -> TemplatePattern {
      do throws(TemplatePatternError) { return try TemplatePattern(text) } catch {
        throw refused(error, field)
      }
    }
    self.name = name
    self.system = try system.map { text throws(InstructionTemplateError) in
      try pattern("system", text)
    }
    self.user = try pattern("user", user)
    self.userWithInput = try userWithInput.map { text throws(InstructionTemplateError) in
      try pattern("user-with-input", text)
    }
    self.assistant = try pattern("assistant", assistant)
    self.separator = separator
    self.end = end
    self.defaultSystem = defaultSystem
    extraStops = stops

    guard self.assistant.places.contains(.text) else { throw refused(.noAnswer, "assistant") }
    guard self.assistant.places == [.text], case .place = self.assistant.parts.last else {
      throw refused(.answerNotLast, "assistant")
    }
    switch self.user.places.sorted() {
    case [.text], [.instruction], [.instruction, .input]: break
    default: throw refused(.wrongPlaces("{text}, or {instruction} and {input}, once"), "user")
    }
    if let places = self.userWithInput?.places.sorted() {
      guard places == [.instruction, .input], !self.user.places.contains(.text) else {
        throw refused(
          .wrongPlaces("{instruction} and {input} once, beside a user with {instruction}"),
          "user-with-input")
      }
    }
    if let places = self.system?.places, places != [.text] {
      throw refused(.wrongPlaces("{text} once"), "system")
    }
    if defaultSystem != nil, system == nil { throw refused(.noSystem, "default-system") }
    if end.isEmpty { throw refused(.empty, "end") }
    if stops.contains("") { throw refused(.empty, "stop") }
  }

  public var stops: [String] { [end] + extraStops.filter { $0 != end } }

  /// Whether a row may hold more than one question.
  public var hasTurns: Bool { user.places.contains(.text) }

  public func segments(of example: Example) throws(InstructionTemplateError) -> [Segment] {
    var text = SegmentedText()
    switch example {
    case .instruction(let instruction, let input, let output):
      addSystem(defaultSystem, to: &text)
      addQuestion(instruction, input, to: &text)
      addAnswer(output, to: &text)
    case .completion(let prompt, let completion):
      text.add(.user, prompt)
      text.add(.assistant, completion)
      text.add(.end, end)
    case .conversation(let turns):
      do throws(TurnOrderProblem) { try turns.checkOrder() } catch {
        throw InstructionTemplateError(name, .turnOrder(error))
      }
      try add(turns, to: &text)
    }
    return text.segments
  }

  public func prompt(of example: Example) throws(InstructionTemplateError) -> [Segment] {
    switch example {
    case .instruction(let instruction, let input, _):
      var text = SegmentedText()
      addSystem(defaultSystem, to: &text)
      addQuestion(instruction, input, to: &text)
      return text.segments
    case .completion(let prompt, _):
      var text = SegmentedText()
      text.add(.user, prompt)
      return text.segments
    case .conversation(let turns):
      return try prompt(after: turns.last?.role == .assistant ? turns.dropLast() : turns)
    }
  }

  public func prompt(after turns: [Turn]) throws(InstructionTemplateError) -> [Segment] {
    do throws(TurnOrderProblem) { try turns.checkPromptOrder() } catch {
      throw InstructionTemplateError(name, .turnOrder(error))
    }
    guard turns.last?.role == .user else { throw InstructionTemplateError(name, .noQuestion) }
    var text = SegmentedText()
    try add(turns, to: &text)
    return text.segments
  }

  private func add(
    _ turns: [Turn], to text: inout SegmentedText
  ) throws(InstructionTemplateError) {
    let questions = turns.count { $0.role == .user }
    guard hasTurns || questions <= 1 else {
      throw InstructionTemplateError(name, .manyTurns(questions))
    }
    if turns.first?.role != .system { addSystem(defaultSystem, to: &text) }
    var isFirst = true
    for turn in turns {
      switch turn.role {
      case .system:
        guard system != nil else { throw InstructionTemplateError(name, .noSystem) }
        addSystem(turn.text, to: &text)
      case .user:
        if !isFirst { text.add(.frame, separator) }
        isFirst = false
        addQuestion(turn.text, "", to: &text)
      case .assistant: addAnswer(turn.text, to: &text)
      }
    }
  }

  private func addSystem(_ system: String?, to text: inout SegmentedText) {
    guard let pattern = self.system, let system else { return }
    for part in pattern.parts {
      switch part {
      case .words(let words): text.add(.frame, words)
      case .place: text.add(.system, system)
      }
    }
  }

  /// The question and the words that lead to its answer.
  private func addQuestion(
    _ instruction: String, _ input: String, to text: inout SegmentedText
  ) {
    for part in (input.isEmpty ? user : userWithInput ?? user).parts {
      switch part {
      case .words(let words): text.add(.frame, words)
      case .place(.text): text.add(.user, joined(instruction, input))
      case .place(.instruction):
        text.add(.user, hidesInput ? joined(instruction, input) : instruction)
      case .place(.input): text.add(.user, input)
      }
    }
    for case .words(let words) in assistant.parts { text.add(.frame, words) }
  }

  /// Whether an input has no place of its own.
  private var hidesInput: Bool { userWithInput == nil && !user.places.contains(.input) }

  private func addAnswer(_ answer: String, to text: inout SegmentedText) {
    text.add(.assistant, answer)
    text.add(.end, end)
  }
}

/// Segments as they come: frames that meet become one, and nothing is empty.
struct SegmentedText {
  private(set) var segments: [Segment] = []

  mutating func add(_ kind: Segment.Kind, _ text: String) {
    guard !text.isEmpty else { return }
    if let last = segments.indices.last, segments[last].kind == kind, kind != .end {
      segments[last].text += text
    } else {
      segments.append(Segment(kind, text))
    }
  }
}

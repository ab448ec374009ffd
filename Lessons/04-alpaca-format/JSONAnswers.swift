import Course

/// What an answer that should be JSON is worth.
struct JSONMark: Codable {
  /// One JSON object and nothing else.
  let isValid: Bool
  /// At every level the keys that were asked for, no more and no fewer.
  let hasKeys: Bool
  /// Of the fields that were asked for, those with the right value.
  let fields: Double

  init(_ answer: String, for task: InstructionTask) {
    let expected = World.JSONValue(text: task.output)!
    guard let value = World.JSONValue(text: answer), case .object = value else {
      (isValid, hasKeys, fields) = (false, false, 0)
      return
    }
    isValid = true
    hasKeys = value.hasKeys(of: expected)
    let (found, wanted) = (value.leaves, expected.leaves)
    fields = Double(wanted.count { found[$0.key] == $0.value }) / Double(wanted.count)
  }
}

extension World.JSONValue {
  /// Whether keys and nesting are those of a pattern. A list may have any number of items, but for
  /// none, each like the pattern's first.
  func hasKeys(of pattern: World.JSONValue) -> Bool {
    switch (self, pattern) {
    case (.object(let own), .object(let wanted)):
      Set(own.keys) == Set(wanted.keys)
        && own.allSatisfy { $0.value.hasKeys(of: wanted[$0.key]!) }
    case (.list(let own), .list(let wanted)):
      !own.isEmpty && own.allSatisfy { item in wanted.first.map(item.hasKeys) ?? true }
    case (.object, _), (.list, _), (_, .object), (_, .list): false
    default: true
    }
  }

  /// Values by the way to them, such as `商品.0.数量`.
  var leaves: [String: World.JSONValue] { leaves(at: "") }

  private func leaves(at path: String) -> [String: World.JSONValue] {
    let children: [(String, World.JSONValue)] =
      switch self {
      case .object(let members): members.map { ($0, $1) }
      case .list(let items): items.enumerated().map { ("\($0)", $1) }
      default: []
      }
    if children.isEmpty { return [path: self] }
    return children.reduce(into: [:]) { all, child in
      all.merge(child.1.leaves(at: path.isEmpty ? child.0 : path + "." + child.0)) { $1 }
    }
  }
}

/// A template with solved tasks before the question, each on lines of its own, as a base model may
/// have seen such things.
struct WithExamples: ExampleTemplate {
  let template: InstructionTemplate
  /// By the question that they are shown to.
  let shots: [String: [Example]]

  var name: String { template.name }
  /// An answer of this family is one line.
  var stops: [String] { template.stops + ["\n"] }

  func prompt(of example: Example) throws -> [Segment] {
    let solved = try shots[example.turns[0].text, default: []].flatMap { shot in
      try template.prompt(of: shot)
        + [Segment(.assistant, shot.turns[1].text), Segment(.frame, "\n")]
    }
    return try solved + template.prompt(of: example)
  }

  func segments(of example: Example) throws -> [Segment] { try template.segments(of: example) }
  func prompt(after turns: [Turn]) throws -> [Segment] { try template.prompt(after: turns) }
}

/// Who answers: a model, in a template.
struct JSONArm {
  let name: String
  let model: GPT2LMHeadModel
  let template: any ExampleTemplate
}

/// What an arm wrote, with its marks.
struct JSONAnswers: Codable {
  let texts: [String]
  let marks: [JSONMark]

  init(
    _ arm: JSONArm, _ tasks: [InstructionTask], _ tokenizer: Tokenizer, maxTokens: Int
  ) throws {
    func answers(_ template: some ExampleTemplate) throws -> [GeneratedAnswer] {
      try arm.model.answers(
        to: tasks.map(\.example), template, tokenizer, maxTokens: maxTokens)
    }
    texts = try answers(arm.template).map(\.text)
    marks = zip(texts, tasks).map { JSONMark($0, for: $1) }
  }
}

import Course

/// A way of asking a model that was never tuned.
enum Way: Codable, Equatable, CaseIterable {
  /// As the tuned models are asked.
  case template
  /// As question and answer on lines of their own, after so many worked examples.
  case examples(Int)

  static let allCases: [Way] = [.template] + [0, 2, 4, 8].map { .examples($0) }

  var name: String {
    switch self {
    case .template: "the template, no example"
    case .examples(0): "question and answer, no example"
    case .examples(2): "question and answer, 2 examples"
    case .examples(4): "question and answer, 4 examples"
    case .examples: "question and answer, 8 examples"
    }
  }

  var count: Int { if case .examples(let count) = self { count } else { 0 } }
}

/// Prompts with worked examples of the same family and language, from training tasks that are short
/// enough for eight of them to leave room for the question.
struct ExamplePrompts {
  private struct Sort: Hashable {
    /// Nil for open instructions.
    let family: InstructionFamily?
    let language: InstructionLanguage
  }

  private var shots: [Sort: [FewShotPrompt.Shot]] = [:]
  private let tokenizer: Tokenizer
  private let contextLength: Int

  static let most = 8
  /// Tokens of one example.
  private static let longest = 40
  /// Tokens that are left for an answer.
  static let room = 48

  init(_ world: ClosedWorld, _ tokenizer: Tokenizer, contextLength: Int) throws {
    self.tokenizer = tokenizer
    self.contextLength = contextLength
    let instructions = try Instructions(of: world)
    for language in InstructionLanguage.allCases {
      for family in InstructionFamily.allCases {
        let tasks = try instructions.atMost(160, family, .train, .seen)
        shots[Sort(family: family, language: language)] = short(
          tasks.filter { $0.language == language }.map { (Paper.Question($0).text, $0.output) },
          language)
      }
      shots[Sort(family: nil, language: language)] = short(
        try OpenInstructions.load(language)[.train].map {
          (Paper.Question($0, language).text, $0.answers[0])
        }, language)
    }
  }

  /// Some of those that are short; where too few are, the shortest.
  private func short(
    _ pairs: [(question: String, answer: String)], _ language: InstructionLanguage
  ) -> [FewShotPrompt.Shot] {
    let format = Self.format(language)
    // In English an answer begins with the space that the tokenizer keeps with a word.
    let space = language == .en ? " " : ""
    let sized = pairs.filter { !$0.answer.contains("\n") }.map { pair in
      let text = format.beforeInput + pair.question + format.beforeAnswer + pair.answer
      return (
        shot: FewShotPrompt.Shot(pair.question, space + pair.answer),
        count: tokenizer.encode(text).count
      )
    }.sorted { $0.count < $1.count }
    let fitting = max(Self.most, sized.prefix { $0.count < Self.longest }.count)
    var random = SeededRandom(seed: 1, stream: "examples \(language.rawValue)")
    return Array(random.shuffled(Array(sized.prefix(fitting))).prefix(Self.most)).map(\.shot)
  }

  private static func format(_ language: InstructionLanguage) -> FewShotFormat {
    switch language {
    case .zh: FewShotFormat(beforeInput: "问：", beforeAnswer: "\n答：")
    case .en: FewShotFormat(beforeInput: "Q: ", beforeAnswer: "\nA:")
    }
  }

  /// What stands before all of these questions, and their queries; fewer examples where one of the
  /// questions is too long for all of them.
  func prompt(
    _ kind: Paper.Kind, _ language: InstructionLanguage, examples count: Int, _ questions: [String]
  ) throws -> (prefix: [Int32], queries: [[Int32]]) {
    let family: InstructionFamily? =
      switch kind {
      case .family(let family, _): family
      case .knownPeople: .person
      case .open: nil
      }
    let prompt = FewShotPrompt(
      Self.format(language),
      shots: Array(shots[Sort(family: family, language: language)]!.prefix(count)),
      tokenizer: tokenizer, contextLength: contextLength)
    do {
      let queries = try questions.map { try prompt.query($0, answerTokens: Self.room) }
      return (prompt.prefix, queries)
    } catch let error as PromptTooLong {
      guard count > 0 else { throw error }
      return try self.prompt(kind, language, examples: count - 1, questions)
    }
  }
}

extension Exam {
  /// What an untuned model answers when it is asked in some way. After examples an answer is a line.
  func sheet(
    of model: GPT2LMHeadModel, _ papers: [Paper], _ way: Way, _ prompts: ExamplePrompts
  ) throws -> Sheet {
    guard case .examples(let count) = way else { return try sheet(of: model, papers) }
    return try sheet(papers) { questions in
      let tokens = try questions.map { kind, question in
        let asked = try prompts.prompt(
          kind, question.language, examples: count, [question.text])
        return asked.prefix + asked.queries[0]
      }
      let options = GenerationOptions(
        maxNewTokens: min(maxTokens, ExamplePrompts.room),
        stopTokens: Set(model.eosTokens + tokenizer.encode("\n")))
      var random = SeededRandom(seed: 1)
      return try stride(from: 0, to: tokens.count, by: 32).flatMap { start in
        try model.generate(
          Array(tokens[start..<min(start + 32, tokens.count)]), options, random: &random)
      }.map { generation in
        let line = tokenizer.decode(generation.tokens).prefix { !$0.isNewline }
        let ending: GeneratedAnswer.Ending =
          if case .stopToken = generation.end { .endToken } else { .length }
        return GeneratedAnswer(
          text: String(line), ending: ending, tokenCount: generation.tokens.count)
      }
    }
  }
}

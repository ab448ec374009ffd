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
  private let instructions: Instructions
  private let tokenizer: Tokenizer
  private let contextLength: Int

  private static let mostTokens = 36

  init(_ world: ClosedWorld, _ tokenizer: Tokenizer, contextLength: Int) throws {
    instructions = try Instructions(of: world)
    self.tokenizer = tokenizer
    self.contextLength = contextLength
  }

  static func format(_ language: InstructionLanguage) -> FewShotFormat {
    switch language {
    case .zh: FewShotFormat(beforeInput: "问：", beforeAnswer: "\n答：")
    case .en: FewShotFormat(beforeInput: "Q: ", beforeAnswer: "\nA:")
    }
  }

  func prompt(
    _ kind: Paper.Kind, _ language: InstructionLanguage, examples count: Int
  ) throws -> FewShotPrompt {
    let format = Self.format(language)
    var random = SeededRandom(seed: 1, stream: "examples \(language.rawValue)")
    // In English an answer begins with the space that the tokenizer keeps with a word.
    let space = language == .en ? " " : ""
    let fitting = try pool(kind, language).map {
      FewShotPrompt.Shot($0.input, space + $0.answer)
    }.filter {
      let text = format.beforeInput + $0.input + format.beforeAnswer + $0.answer
      return tokenizer.encode(text).count < Self.mostTokens && !$0.answer.contains("\n")
    }
    return FewShotPrompt(
      format, shots: Array(random.shuffled(fitting).prefix(count)), tokenizer: tokenizer,
      contextLength: contextLength)
  }

  private func pool(
    _ kind: Paper.Kind, _ language: InstructionLanguage
  ) throws -> [FewShotPrompt.Shot] {
    switch kind {
    case .family(let family, _):
      return try instructions.atMost(160, family, .train, .seen).filter { $0.language == language }
        .map { .init(Paper.Question($0).text, $0.output) }
    case .knownPeople: return try pool(.family(.person, .seen), language)
    case .open:
      return try OpenInstructions.load(language)[.train].map {
        .init(Paper.Question($0, language).text, $0.answers[0])
      }
    }
  }
}

extension Exam {
  /// What an untuned model answers when it is asked in some way. After examples an answer is a line.
  func sheet(
    of model: GPT2LMHeadModel, _ papers: [Paper], _ way: Way, _ prompts: ExamplePrompts
  ) throws -> Sheet {
    try sheet(papers) { paper in
      guard case .examples(let count) = way else {
        return try model.answers(
          to: paper.questions.map(\.example), InstructionRows.template, tokenizer,
          maxTokens: maxTokens)
      }
      let asked = try InstructionLanguage.allCases.map {
        try prompts.prompt(paper.kind, $0, examples: count)
      }
      let tokens = try paper.questions.map { question in
        let prompt = asked[question.language == .zh ? 0 : 1]
        return prompt.prefix + (try prompt.query(question.text, answerTokens: 1))
      }
      var random = SeededRandom(seed: 1)
      let stops = Set(model.eosTokens + tokenizer.encode("\n"))
      return try model.generate(
        tokens, GenerationOptions(maxNewTokens: maxTokens, stopTokens: stops), random: &random
      ).map { generation in
        let line = tokenizer.decode(generation.tokens).prefix { !$0.isNewline }
        let ending: GeneratedAnswer.Ending =
          if case .stopToken = generation.end { .endToken } else { .length }
        return GeneratedAnswer(
          text: String(line), ending: ending, tokenCount: generation.tokens.count)
      }
    }
  }
}

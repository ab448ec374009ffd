import Course

/// What a chat model is asked before and after its tuning.
struct ChatExam {
  /// Tasks of one family that are about nothing and nobody of training, or asked in other words too.
  struct Paper {
    let family: InstructionFamily
    let wording: InstructionWording
    let tasks: [InstructionTask]
  }

  /// What came out.
  struct Marks {
    /// The share of right answers, paper by paper.
    let right: [Double]
    /// The share of answers that the model ended itself.
    let stopped: Double
    /// The share of open instructions whose checks hold.
    let open: Double
    /// Mean −ln p of a token of world texts about new people.
    let worldNats: Double
  }

  /// Of a family in one wording; small families hold fewer.
  let tasksEach: Int
  let papers: [Paper]
  let open: [OpenInstruction]
  let worldText: [Int32]
  let tokenizer: Tokenizer

  init(world: ClosedWorld, tokenizer: Tokenizer, tasksEach: Int) throws {
    self.tasksEach = tasksEach
    self.tokenizer = tokenizer
    let instructions = try Instructions(of: world)
    papers = try InstructionFamily.allCases.flatMap { family in
      try [InstructionWording.seen, .heldOut].map { wording in
        Paper(
          family: family, wording: wording,
          tasks: try instructions.tasks(of: family, atMost: tasksEach, wording))
      }
    }
    open = try InstructionLanguage.allCases.flatMap { try OpenInstructions.load($0)[.heldOut] }
    worldText =
      TokenStream(
        world.documents(.validation, seed: 1).lazy.map(\.text), tokenizer: tokenizer, limit: 65_537
      ).tokens
  }

  func marks(of model: GPT2LMHeadModel) throws -> Marks {
    let answers = try papers.map { try self.answers($0.tasks.map(\.example), by: model) }
    let openAnswers = try self.answers(
      open.map { .instruction($0.instruction, input: $0.input, output: "") }, by: model)
    let length = model.contextLength
    return Marks(
      right: zip(papers, answers).map { paper, answers in
        zip(paper.tasks, answers).map { $0.isCorrect($1.text) ? 1 : 0 }.mean
      },
      stopped: answers.joined().map { $0.ending == .endToken ? 1 : 0 }.mean,
      open: zip(open, openAnswers).map { $0.isCorrect($1.text) ? 1 : 0 }.mean,
      worldNats: try model.evaluate(
        worldText, windowLength: length, windows: worldText.count / length
      ).nats)
  }

  func answers(_ examples: [Example], by model: GPT2LMHeadModel) throws -> [GeneratedAnswer] {
    try model.answers(to: examples, ChatModel.template, tokenizer, maxTokens: 80)
  }
}

extension Instructions {
  /// Small families hold fewer tasks.
  fileprivate func tasks(
    of family: InstructionFamily, atMost count: Int, _ wording: InstructionWording
  ) throws -> [InstructionTask] {
    do {
      return try tasks(family, count, .heldOut, wording: wording, seed: 1)
    } catch let end as InstructionsExhausted {
      return try tasks(family, end.found, .heldOut, wording: wording, seed: 1)
    }
  }
}

import Course

/// Tasks whose answer is a class, for a small model to learn in a few hundred steps.
struct ClassTasks {
  let training: [InstructionTask]
  let validation: [InstructionTask]
  let test: [InstructionTask]

  static let families: [InstructionFamily] = [.sentiment, .documentKind, .reviewDomain]

  /// As many of each family in every split.
  init(
    _ instructions: Instructions, training: Int, validation: Int, test: Int
  ) throws {
    func tasks(_ count: Int, _ split: Split) throws -> [InstructionTask] {
      try Self.families.flatMap {
        try instructions.tasks($0, count / Self.families.count, split, seed: 1)
      }
    }
    self.training = try tasks(training, .train)
    self.validation = try tasks(validation, .validation)
    self.test = try tasks(test, .heldOut)
  }

  /// The share of test tasks that one would answer right who knows of each family and language the
  /// most frequent answer, and no more.
  var usualAnswers: Double {
    func group(_ task: InstructionTask) -> String { "\(task.family) \(task.language)" }
    let answers = Dictionary(grouping: training, by: group).mapValues { tasks in
      let counts = Dictionary(tasks.map { ($0.output, 1) }, uniquingKeysWith: +)
      return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
    }
    return test.map { task in answers[group(task)].map(task.isCorrect) == true ? 1 : 0 }.mean
  }
}

/// What a model answered, asked with one template.
struct Asked: Codable {
  /// For each test task 1 where the answer is right, else 0.
  let hits: [Double]
  /// The share of answers that the model ended itself.
  let ended: Double

  init(
    _ model: GPT2LMHeadModel, _ tasks: [InstructionTask], _ template: some ExampleTemplate,
    _ tokenizer: Tokenizer, maxTokens: Int
  ) throws {
    let answers = try model.answers(
      to: tasks.map(\.example), template, tokenizer, maxTokens: maxTokens)
    hits = zip(tasks, answers).map { $0.isCorrect($1.text) ? 1 : 0 }
    ended = answers.map { $0.ending == .endToken ? 1 : 0 }.mean
  }
}

/// A model tuned with one template and asked with each of them.
struct Tuned: Codable {
  let run: InstructionRun
  let asked: [Asked]
  /// Asked with the slip.
  let fault: Asked
}

/// The nano model, tuned with one template after the other on the same tasks.
struct TemplateLaboratory {
  let base: URL
  let tokenizer: Tokenizer
  let templates: [InstructionTemplate]
  /// The first of the templates with a slip in it.
  let fault: InstructionTemplate
  let tasks: ClassTasks
  let steps: Int

  static let rowsAStep = 16
  static let maxTokens = 8

  /// Rows, and with the same seed their order, are the same for every template.
  func tuned(with template: InstructionTemplate, rate: Float, seed: UInt64) throws -> Tuned {
    let model = try GPT2LMHeadModel.load(base)
    let run = try model.fit(
      encoded(tasks.training, template), validation: encoded(tasks.validation, template),
      InstructionTraining(
        .steps(steps), learningRate: rate, packing: .rows(Self.rowsAStep),
        evaluateEvery: max(1, steps / 6), seed: seed))
    return Tuned(run: run, asked: try asked(model), fault: try asked(model, fault))
  }

  func asked(_ model: GPT2LMHeadModel) throws -> [Asked] {
    try templates.map { try asked(model, $0) }
  }

  private func asked(
    _ model: GPT2LMHeadModel, _ template: InstructionTemplate
  ) throws -> Asked {
    try Asked(model, tasks.test, template, tokenizer, maxTokens: Self.maxTokens)
  }

  private func encoded(
    _ tasks: [InstructionTask], _ template: InstructionTemplate
  ) throws -> [EncodedExample] {
    try Array(tasks.map { try template.segments(of: $0.example) }, tokenizer: tokenizer)
  }
}

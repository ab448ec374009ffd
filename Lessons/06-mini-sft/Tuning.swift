import Course

/// What a tuning leaves of a model: how it went, and everything that it was asked afterwards.
struct TunedModel: Codable {
  let learningRate: Float
  let run: InstructionRun
  /// Tokens of the rows that were read, and those of them that the loss counted.
  let tokens: Int
  let labels: Int
  let sheet: Sheet
  let classes: [ClassScores]
  let general: GeneralAbility
  /// What it says to the fixed handful of prompts.
  let sayings: [String]
  /// A timing.
  let seconds: Double
}

/// Everything that this lesson asks a model.
struct Examiner {
  let exam: Exam
  let classes: ClassExam
  let general: GeneralExam
  let handful: [String]

  func sayings(of model: GPT2LMHeadModel) throws -> [String] {
    try model.answers(
      to: handful.map { .instruction($0, input: "", output: "") }, InstructionRows.template,
      exam.tokenizer, maxTokens: exam.maxTokens
    ).map(\.text)
  }
}

struct Laboratory {
  let world: ClosedWorld
  let tokenizer: Tokenizer
  let plan: Plan
  let examiner: Examiner

  /// Validation loss at the end of a short run with each learning rate of the grid; without a sweep,
  /// nothing.
  func sweep(_ name: String, _ folder: URL, seed: UInt64) throws -> [Double] {
    guard plan.sweepSteps > 0 else { return [] }
    let rows = try InstructionRows(
      world, tokenizer, tasks: 40 * plan.sweepSteps, validation: plan.validationRows, seed: seed)
    return try Plan.rates.map { rate in
      let model = try GPT2LMHeadModel.load(folder)
      return try fit(model, rows, "\(name), sweep", rate, seed: seed, steps: plan.sweepSteps)
        .best!.loss
    }
  }

  /// The rate that did best in a sweep, or `otherwise` without one.
  func rate(_ losses: [Double], otherwise: Float) -> Float {
    losses.indices.min { losses[$0] < losses[$1] }.map { Plan.rates[$0] } ?? otherwise
  }

  func tuned(
    _ name: String, _ folder: URL, learningRate: Float, seed: UInt64
  ) throws -> TunedModel {
    let rows = try InstructionRows(
      world, tokenizer, tasks: plan.tasks, validation: plan.validationRows, seed: seed)
    let model = try GPT2LMHeadModel.load(folder)
    let started = ContinuousClock.now
    let run = try fit(model, rows, name, learningRate, seed: seed, steps: plan.steps)
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    let tokens = run.steps.reduce(0) { $0 + $1.tokens }
    let labelShare =
      Double(rows.training.reduce(0) { $0 + $1.labelCount })
      / Double(rows.training.reduce(0) { $0 + $1.count })
    return TunedModel(
      learningRate: learningRate, run: run, tokens: tokens,
      labels: Int((labelShare * Double(tokens)).rounded()),
      sheet: try examiner.exam.sheet(of: model),
      classes: try examiner.classes.scores(of: model, .template),
      general: try examiner.general.measure(model), sayings: try examiner.sayings(of: model),
      seconds: seconds)
  }

  private func fit(
    _ model: GPT2LMHeadModel, _ rows: InstructionRows, _ name: String, _ learningRate: Float,
    seed: UInt64, steps: Int
  ) throws -> InstructionRun {
    let progress = Progress(name, steps: steps)
    return try model.fit(
      rows.training, validation: rows.validation,
      plan.training(learningRate, seed: seed, steps: steps)
    ) { event in
      guard case .step(let step) = event else { return }
      progress.report(
        step: step.step, loss: step.loss, learningRate: step.learningRate,
        tokens: Plan.batchTokens)
    }
  }

  /// The control: as many steps of as many tokens at the same rate, but plain texts of the world.
  func plainText(
    _ folder: URL, learningRate: Float, seed: UInt64
  ) throws -> GeneralAbility {
    let (rows, length) = (4, 512)
    let stream = TokenStream(
      world.documents(.train, seed: 1000 &+ seed).lazy.map(\.text), tokenizer: tokenizer,
      limit: plan.steps * rows * length + length)
    let windows = TokenWindows(stream.tokens, length: length, seed: seed)
    let model = try GPT2LMHeadModel.load(folder)
    let trainer = Trainer(
      model,
      TrainingOptions(
        learningRate: learningRate,
        schedule: Schedule(.cosine, warmUpSteps: plan.steps / 10, totalSteps: plan.steps),
        optimiser: AdamW.Options(beta2: 0.95, weightDecay: 0.1)))
    let progress = Progress("plain text, seed \(seed)", steps: plan.steps)
    for step in 0..<plan.steps {
      let (batch, labels) = windows.batch(step: step, size: rows)
      let state = try trainer.step(tokens: batch.tokenCount) {
        try model.loss(batch, labels: labels)
      }
      progress.report(
        step: state.step, loss: state.loss, learningRate: state.learningRate,
        tokens: batch.tokenCount)
    }
    return try examiner.general.measure(model)
  }
}

import Course

/// How much every arm trains.
struct Plan {
  let seeds: [UInt64]
  /// The bugs are plain to see; they need fewer seeds than the claims.
  let bugSeeds: [UInt64]
  /// Whether validation chooses a rate for each arm, with the first seed, or an earlier sweep did.
  let sweeps: Bool
  let steps: Int
  let batchTokens: Int

  /// One grid for every arm. Loss on everything takes higher rates than loss on answers.
  static let rates: [Float] = [1e-3, 2e-3, 4e-3, 8e-3]

  func rates(of arm: MaskArm) -> [Float] {
    sweeps ? Self.rates : [arm == .everything ? 4e-3 : 2e-3]
  }

  func seeds(of arm: MaskArm) -> [UInt64] {
    MaskArm.sound.contains(arm) || arm == .endIgnored ? seeds : bugSeeds
  }
}

/// What a run leaves behind.
struct MaskRun: Codable {
  struct Step: Codable {
    /// As a trainer prints it: the weighted mean over whatever counts.
    let loss: Double
    let labels: Int
    let tokens: Int
  }

  /// A look at the same validation answers for every arm.
  struct Look: Codable {
    let step: Int
    let words: Double
    let end: Double
    let all: Double
  }

  var steps: [Step] = []
  var looks: [Look] = []
}

/// The model, the questions, and how a run is made of them.
final class Workshop {
  let folder: URL
  let template: InstructionTemplate
  let tokenizer: Tokenizer
  let plan: Plan
  let validation: [EncodedExample]
  let test: [Question]
  let testRows: [EncodedExample]
  private let training: (UInt64) throws -> [Question]
  private var trainingRows: [UInt64: [Question]] = [:]

  init(
    _ folder: URL, _ template: InstructionTemplate, _ plan: Plan, validation: [Question],
    test: [Question], training: @escaping (UInt64) throws -> [Question]
  ) throws {
    self.folder = folder
    self.template = template
    self.plan = plan
    self.test = test
    self.training = training
    tokenizer = try Tokenizer(folder: folder)
    self.validation = try MaskArm.answers.encode(
      validation.map(\.example), template, tokenizer)
    testRows = try MaskArm.answers.encode(test.map(\.example), template, tokenizer)
  }

  func trainingQuestions(_ seed: UInt64) throws -> [Question] {
    if let known = trainingRows[seed] { return known }
    let questions = try training(seed)
    trainingRows[seed] = questions
    return questions
  }

  func base() throws -> GPT2LMHeadModel { try GPT2LMHeadModel.load(folder) }

  /// Rows that a run with this seed reads.
  func rowCount(_ seed: UInt64) throws -> Int {
    groups(try soundRows(seed), seed: seed).reduce(0) { $0 + $1.count }
  }

  private func soundRows(_ seed: UInt64) throws -> [EncodedExample] {
    try MaskArm.answers.encode(trainingQuestions(seed).map(\.example), template, tokenizer)
  }

  /// Of the tokens that anything predicts, the share that belongs to answers.
  func answerShares(_ questions: [Question]) throws -> (all: Double, word: Double) {
    func share(_ questions: [Question]) throws -> Double {
      let rows = try MaskArm.answers.encode(questions.map(\.example), template, tokenizer)
      return Double(rows.reduce(0) { $0 + $1.labelCount })
        / Double(rows.reduce(0) { $0 + $1.count - 1 })
    }
    return (try share(questions), try share(questions.filter { $0.form == .word }))
  }

  /// The rows of each step: the same for every arm, since the tokens are.
  func groups(_ rows: [EncodedExample], seed: UInt64) -> [[Int]] {
    let groups = Packing.budget(tokens: plan.batchTokens).groups(of: rows.map(\.count), seed: seed)
    precondition(groups.count >= plan.steps, "the rows are read once at most")
    return Array(groups.prefix(plan.steps))
  }

  /// Trains a copy of the base. The sum of an arm's weighted losses is divided by the number of
  /// *answer* tokens in the batch, not by its own labels: the answers' part of the gradient is then
  /// the same in every arm, and what differs is what the mask adds to it or takes from it.
  func train(
    _ arm: MaskArm, rate: Float, seed: UInt64
  ) throws -> (GPT2LMHeadModel, MaskRun) {
    let sound = try soundRows(seed)
    let rows = try arm.encode(trainingQuestions(seed).map(\.example), template, tokenizer)
    let model = try base()
    let trainer = Trainer(
      model,
      TrainingOptions(
        learningRate: rate,
        schedule: Schedule(.cosine, warmUpSteps: plan.steps / 10, totalSteps: plan.steps),
        optimiser: AdamW.Options(beta2: 0.95), gradientLimit: nil))
    let progress = Progress("\(arm.rawValue), seed \(seed), rate \(rate)", steps: plan.steps)
    var run = MaskRun()
    func look() throws {
      let nats = try model.answerNats(validation)
      run.looks.append(
        MaskRun.Look(
          step: trainer.optimiser.stepCount, words: nats.words, end: nats.end, all: nats.all))
    }
    try look()
    for group in groups(sound, seed: seed) {
      let batch = ExampleBatch(group.map { rows[$0] }, bug: arm.bug)
      let answerTokens = Float(group.reduce(0) { $0 + sound[$1].labelCount })
      let state = try trainer.step(tokens: batch.tokenCount) {
        try model.loss(batch, denominator: answerTokens)
      }
      run.steps.append(
        MaskRun.Step(
          loss: Double(state.loss * answerTokens / batch.weight),
          labels: batch.labels.count { $0 != ignoreIndex }, tokens: batch.tokenCount))
      progress.report(
        step: state.step, loss: state.loss, learningRate: state.learningRate,
        tokens: batch.tokenCount)
      if state.step % max(1, plan.steps / 10) == 0 || state.step == plan.steps { try look() }
    }
    model.clearGradients()
    return (model, run)
  }
}

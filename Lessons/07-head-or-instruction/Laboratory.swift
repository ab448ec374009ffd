import Course

/// The models, the bed and the plan, and the arms that are trained with them.
final class Laboratory {
  let bed: Bed
  let plan: Plan
  let folders: [Start: URL]
  let tokenizer: Tokenizer
  let question: Question
  /// Arms with the most rows are also judged on reviews written by hand.
  let mostRows: Int

  init(_ bed: Bed, _ plan: Plan, _ folders: [Start: URL], mostRows: Int) throws {
    self.bed = bed
    self.plan = plan
    self.folders = folders
    self.mostRows = mostRows
    tokenizer = try Tokenizer(folder: folders[.base]!)
    question = try Question.mood(tokenizer)
  }

  /// Whether the chat model is the one whose tuning left out every task about a review, by the name
  /// on its card.
  var isWithoutReviews: Bool {
    get throws {
      struct Card: Decodable { let name: String }
      let file = folders[.chat]!.appendingPathComponent("card.json")
      return try JSONDecoder().decode(Card.self, from: Data(contentsOf: file)).name
        == "chat-no-sentiment"
    }
  }

  /// Whether the models' tokenizers make the same tokens of the same texts.
  func tokenizersAgree(on samples: [Sample]) throws -> Bool {
    try folders.values.allSatisfy { folder in
      let other = try Tokenizer(folder: folder)
      return samples.allSatisfy { other.encode($0.text) == tokenizer.encode($0.text) }
    }
  }

  /// A reader as an arm has it before training.
  func reader(_ start: Start, _ form: Form, seed: UInt64) throws -> any MoodReader {
    switch form {
    case .head: HeadReader(try GPT2Model.load(folders[start]!), tokenizer, seed: seed)
    case .instruction: InstructionReader(try GPT2LMHeadModel.load(folders[start]!), question)
    }
  }

  /// The result of an arm, computed once.
  func result(_ arm: Arm) throws -> ArmResult {
    try result(arm.key, rows: arm.rows, rates: plan.rates) { seed in
      try reader(arm.start, arm.form, seed: seed)
    }
  }

  /// The same for any reader. The first seed tries the rates, validation chooses, and the other
  /// seeds take that rate.
  func result(
    _ key: String, rows: Int, rates: [Float], _ reader: (_ seed: UInt64) throws -> any MoodReader
  ) throws -> ArmResult {
    try cached(key) {
      let watch = watch(key, rows: rows, runs: rates.count + plan.seeds.count - 1)
      let first = try rates.map {
        try trial(reader(plan.seeds[0]), rows: rows, $0, seed: plan.seeds[0], watch)
      }
      // Of equal ones that of the lowest loss.
      let best = first.max { one, other in
        let (one, other) = (one.run.kept, other.run.kept)
        return (one?.right ?? 0, -(one?.nats ?? .infinity))
          < (other?.right ?? 0, -(other?.nats ?? .infinity))
      }!
      let rest = try plan.seeds.dropFirst().map {
        try trial(reader($0), rows: rows, best.run.learningRate, seed: $0, watch)
      }
      return ArmResult(
        tried: Dictionary(
          uniqueKeysWithValues: first.map { ($0.run.learningRate, $0.run.kept?.right ?? 0) }),
        trials: try ([best] + rest).map { try $0.judged() })
    }
  }

  /// A run whose model is still there.
  private struct LiveTrial {
    let run: TuningRun
    let reader: any MoodReader
    let bed: Bed
    let places: [Place]

    func judged() throws -> Trial {
      var test: [Place: Answers] = [:]
      for place in places { test[place] = try Answers(reader, bed.test[place]!) }
      return Trial(run: run, validation: try Answers(reader, bed.validation), test: test)
    }
  }

  private func trial(
    _ reader: any MoodReader, rows: Int, _ rate: Float, seed: UInt64,
    _ watch: (TrainingProgress, Int) -> Void
  ) throws -> LiveTrial {
    let run = try reader.tune(
      Array(bed.train(seed: seed).prefix(rows)), validation: bed.validation,
      Tuning(learningRate: rate, steps: plan.steps(rows), seed: seed), watch: watch)
    let places = Place.allCases.filter { $0 != .byHand || rows == mostRows }
    return LiveTrial(run: run, reader: reader, bed: bed, places: places)
  }

  /// The progress line of an arm.
  private func watch(
    _ key: String, rows: Int, runs: Int
  ) -> (TrainingProgress, Int) -> Void {
    let progress = Progress(key, steps: plan.steps(rows) * runs)
    var step = 0
    return { state, tokens in
      step += 1
      progress.report(
        step: step, loss: state.loss, learningRate: state.learningRate, tokens: tokens)
    }
  }
}

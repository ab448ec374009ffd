import Course

/// A prompt put together by hand whose labels stayed where they were.
struct Misaligned: Codable {
  struct Place: Codable {
    let place: Int
    let token: Int32
    let label: Int32
  }

  /// One of her rows: the places that must say something, and what.
  let places: [Place]
  /// The place of the same row whose output has to say the first of them.
  let answerPlace: Int
  /// Her training loss, step by step.
  let losses: [Double]
  let test: Judgement
  /// Of the right answers' tokens at their own places, on validation.
  let answerNats: Double

  func table(_ tokenizer: Tokenizer) -> Table {
    func text(_ token: Int32) -> Value {
      .text(tokenizer.decode([token]).replacing("\n", with: "⏎"))
    }
    var table = Table(
      "One of her rows, where the loss counts",
      columns: [.right("place"), .left("stands there"), .left("must say")])
    for one in places { table.add(.integer(one.place), text(one.token), text(one.label)) }
    return table
  }
}

extension Laboratory {
  /// Trains vectors at the input with the targets of rows that have no vectors in front. An output
  /// is then compared with what belongs as many places further on as there are vectors.
  func misaligned(_ base: TuningBase, rate: Float) throws -> Misaligned {
    try cached("labels that stayed where they were") {
      let seed = plan.seeds[0]
      let rows = try bed.encoded(bed.training(plan.rows, seed: seed))
      let model = try bed.model(base)
      try vectors(base, .text).attach(to: model, seed: seed)
      let schedule = Schedule(
        plan.schedule, warmUpSteps: Int(plan.warmUp * Double(plan.steps)), totalSteps: plan.steps)
      let trainer = Trainer(model, TrainingOptions(learningRate: rate, schedule: schedule))
      func targets(_ row: EncodedExample) -> [Int32] {
        let kept = Array(row.labels.dropFirst(length + 1))
        return kept + repeatElement(ignoreIndex, count: row.count - kept.count)
      }
      let losses = try (0..<plan.steps).map { step in
        let batch = (0..<plan.batchRows).map { rows[(step * plan.batchRows + $0) % rows.count] }
        let tokens = TokenBatch(batch.map(\.tokens))
        return Double(
          try trainer.step(tokens: tokens.tokenCount) {
            try model.loss(tokens, labels: batch.flatMap(targets))
          }.loss)
      }
      model.clearGradients()
      let shown = targets(rows[0])
      return Misaligned(
        places: shown.indices.filter { shown[$0] != ignoreIndex }.map {
          .init(place: length + $0, token: rows[0].tokens[$0], label: shown[$0])
        },
        answerPlace: length + rows[0].labels.firstIndex { $0 != ignoreIndex }! - 1,
        losses: losses, test: try bed.judge(model),
        answerNats: try model.meanLoss(try bed.encoded(bed.validation)).nats)
    }
  }
}

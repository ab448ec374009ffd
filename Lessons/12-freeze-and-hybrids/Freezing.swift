import Course

/// What a step of one way of tuning takes and holds.
struct StepCost: Codable {
  let name: String
  let trainable: Int
  let optimiserBytes: Int
  /// Of the passes through a block that full tuning makes, one forward, one back for the input and
  /// one for the weights, those that are left.
  let passes: Double
  let seconds: Double
  /// Whether what is not trained has kept all its bits.
  let keepsTheRest: Bool
}

extension TuningBed {
  /// Times a few steps of every way on one batch.
  func stepCosts(
    _ base: TuningBase, questions: Int, steps: Int, _ plan: TuningPlan
  ) throws -> [StepCost] {
    try cached("steps timed") {
      let rows = Array(try encoded(training(plan.rows, seed: 0)).prefix(questions))
      let batch = ExampleBatch(rows)
      let count = try model(base).transformer.blocks.count
      func cost(
        _ name: String, passes: Double, _ adapter: (any AdapterMethod)?
      ) throws -> StepCost {
        let model = try model(base)
        if let adapter { try adapter.attach(to: model) } else { model.unfreeze() }
        let trainer = Trainer(
          model, TrainingOptions(learningRate: 1e-4, schedule: Schedule(.constant, totalSteps: 99)))
        let frozen = model.parameters().filter { !$0.requiresGradient }
        let before = frozen.map(\.elements)
        // The first step asks the system for memory.
        _ = try trainer.step(tokens: 0) { try model.loss(batch) }
        let start = ContinuousClock.now
        for _ in 0..<steps { _ = try trainer.step(tokens: 0) { try model.loss(batch) } }
        let seconds = (ContinuousClock.now - start) / .seconds(Double(steps))
        return StepCost(
          name: name, trainable: model.trainableParameterCount,
          optimiserBytes: trainer.optimiser.stateBytes, passes: passes, seconds: seconds,
          keepsTheRest: zip(frozen, before).allSatisfy { $0.elements == $1 })
      }
      let blocks = Double(count)
      return try (1...count).map { n in
        try cost(
          ["last block", "last two", "last three", "last four"][n - 1],
          passes: (blocks + 2 * Double(n)) / (3 * blocks), FreezeTuning(blocks: n))
      } + [
        cost("LoRA in every block", passes: 2 / 3, LoRA(rank: 8, alpha: 16)),
        cost("prompt at the input", passes: 2 / 3, PromptTuning(length: 10)),
        cost("full", passes: 1, nil),
      ]
    }
  }
}

func costTable(_ costs: [StepCost]) -> Table {
  var table = Table(
    "A step of mini",
    columns: [
      .left("trained"), .right("parameters"), .right("optimiser state"),
      .right("passes through blocks"), .right("speed"),
    ])
  for cost in costs {
    table.add(
      .label(cost.name), .integer(cost.trainable), .number(Double(cost.optimiserBytes), .bytes),
      .percent(cost.passes), .number(1 / cost.seconds, .rate("steps")))
  }
  return table
}

import Course

/// A run with a switch, whose optimiser was made before the switch and kept.
struct ColleagueRun: Codable {
  struct Span: Codable {
    let from: Int
    let to: Int
    /// Mean of the steps.
    let loss: Double
    let gradientNorm: Double
    /// What all parameters, the adapter's among them, have moved within the span.
    let moved: Double
  }

  let spans: [Span]
  let switchStep: Int
  let optimiserBytes: Int
  /// The greatest number in any B of LoRA, which starts at zero.
  let greatestB: Double
}

extension TuningBed {
  /// Full tuning, then LoRA, with the first trainer all the way, or, `isRight`, with a new one.
  func colleague(
    rate: Float, seed: UInt64, _ plan: TuningPlan, isRight: Bool
  ) throws -> ColleagueRun {
    let rows = try encoded(training(plan.rows, seed: seed))
    let switchStep = Int((0.3 * Double(plan.steps)).rounded())
    let model = try model(.nano)
    model.unfreeze()
    var trainer = Trainer(
      model, TrainingOptions(learningRate: rate, schedule: Schedule(.constant, totalSteps: 999)))
    var spans: [ColleagueRun.Span] = []
    func walk(_ steps: Range<Int>) throws {
      let before = model.parameters().map { $0.copy() }
      var (losses, norms): ([Double], [Double]) = ([], [])
      try trainer.walk(steps, model, rows, plan, seed: seed) {
        losses.append(Double($0.loss))
        norms.append(Double($0.gradientNorm))
      }
      let moved = norm(
        zip(model.parameters(), before).flatMap { now, before in
          zip(now.elements, before.elements).map { Double($0 - $1) }
        })
      spans.append(
        .init(
          from: steps.lowerBound + 1, to: steps.upperBound, loss: losses.mean,
          gradientNorm: norms.mean, moved: moved))
    }
    try walk(0..<switchStep)
    let adapter = try LoRA(rank: 8, alpha: 16).attach(to: model, seed: seed)
    if isRight {
      trainer = Trainer(
        model,
        TrainingOptions(
          learningRate: Hybrid.rateFactor * rate, schedule: Schedule(.constant, totalSteps: 999)))
    }
    let middle = (switchStep + plan.steps) / 2
    try walk(switchStep..<middle)
    try walk(middle..<plan.steps)
    let b = adapter.parameters.filter { $0.name.hasSuffix("lora_B.weight") }
    return ColleagueRun(
      spans: spans, switchStep: switchStep, optimiserBytes: trainer.optimiser.stateBytes,
      greatestB: b.flatMap { $0.tensor.elements.map { Double(abs($0)) } }.max()!)
  }
}

extension ColleagueRun {
  var table: Table {
    var table = Table(
      "The colleague's run",
      columns: [
        .right("from step"), .right("to"), .right("loss"), .right("gradient norm"), .right("moved"),
      ])
    for span in spans {
      table.add(
        .integer(span.from), .integer(span.to), .fixed(span.loss, 2),
        .fixed(span.gradientNorm, 3), .fixed(span.moved, 4))
    }
    return table
  }
}

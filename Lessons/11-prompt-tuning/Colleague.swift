import Course

/// A run that does not learn, with what a colleague looked at.
struct StuckRun: Codable {
  struct Step: Codable {
    let step: Int
    let loss: Double
    let gradientNorm: Double
    /// The mean distance of a vector from where it began.
    let moved: Double
  }

  let steps: [Step]
  let trial: TuningTrial
  /// The mean norm of a vector at the start.
  let norm: Double
  /// The largest change of any single number.
  let largestChange: Double

  /// At a few steps, from the first to the last.
  func table(_ count: Int) -> Table {
    var table = Table(
      "The colleague's run",
      columns: [
        .right("step"), .right("training loss"), .right("norm of the gradient"),
        .right("norm of a vector"), .right("moved by"),
      ])
    let last = steps.count - 1
    for place in Set((0..<count).map { $0 * last / max(1, count - 1) }).sorted() {
      let step = steps[place]
      table.add(
        .integer(step.step), .fixed(step.loss, 3), .fixed(step.gradientNorm, 3),
        .fixed(norm, 2), .fixed(step.moved, 4))
    }
    return table
  }
}

extension Laboratory {
  /// Vectors from N(0, 1) at a rate that suits the weights of a whole model.
  func stuck(_ base: TuningBase, rate: Float) throws -> StuckRun {
    try cached("a run that does not learn") {
      let seed = plan.seeds[0]
      let fresh = try bed.model(base)
      try vectors(base, .normal).attach(to: fresh, seed: seed)
      let begun = fresh.promptVectors
      func distances(_ model: GPT2LMHeadModel) -> [Double] {
        zip(model.promptVectors, begun).map { norm(zip($0, $1).map { $0 - $1 }) }
      }
      var steps: [StuckRun.Step] = []
      var largest: Float = 0
      let (_, trial) = try bed.train(
        prompt(base, .normal), rate: rate, seed: seed, plan
      ) { model, state, _ in
        steps.append(
          StuckRun.Step(
            step: state.step, loss: Double(state.loss), gradientNorm: Double(state.gradientNorm),
            moved: distances(model).mean))
        largest =
          zip(model.promptVectors.joined(), begun.joined())
          .map { abs($0 - $1) }.max() ?? 0
      }
      return StuckRun(
        steps: steps, trial: trial, norm: begun.map(norm).mean, largestChange: Double(largest))
    }
  }
}

import Course

/// A run that does not learn, and what can be read off it.
struct Colleague: Codable {
  struct Look: Codable {
    let step: Int
    let trainingLoss: Double
    let accuracy: Double
    /// The mean over the steps since the look before.
    let gradientNorm: Double
    /// The farthest that any number of the prefix has come from its start.
    let largestMove: Double
  }

  let looks: [Look]
  /// Of the prefix's numbers before the first step.
  let deviation: Double
  let trial: TuningTrial
}

extension TuningBed {
  /// A prefix for `nano`, drawn as peft draws it, at a rate that suits the tuning of all weights.
  func colleague(length: Int, rate: Float, _ plan: TuningPlan) throws -> Colleague {
    var prefix: Tensor?
    var start: [Float] = []
    let arm = TuningArm("colleague", "colleague", .nano) { model, seed in
      let adapter = try self.attachPrefix(.drawn, length, to: model, seed: seed)
      prefix = adapter.parameters[0].tensor
      start = prefix!.elements
    }
    var norms: [Double] = []
    var moves: [(step: Int, norm: Double, largest: Double)] = []
    let (_, trial) = try train(arm, rate: rate, seed: plan.seeds[0], plan) { _, progress, _ in
      norms.append(Double(progress.gradientNorm))
      guard progress.step * plan.looks / plan.steps > (progress.step - 1) * plan.looks / plan.steps
      else { return }
      let largest = zip(prefix!.elements, start).map { Double(abs($0 - $1)) }.max()!
      moves.append((progress.step, norms.mean, largest))
      norms = []
    }
    return Colleague(
      looks: zip(trial.looks, moves).map { look, move in
        Colleague.Look(
          step: look.step, trainingLoss: look.trainingLoss, accuracy: look.accuracy,
          gradientNorm: move.norm, largestMove: move.largest)
      },
      deviation: start.map(Double.init).standardDeviation,
      trial: trial)
  }
}

extension Colleague {
  var table: Table {
    var table = Table(
      "The colleague's run",
      columns: [
        .right("step"), .right("training loss"), .right("accuracy, validation"),
        .right("length of the gradient"), .right("largest move of a number"),
      ])
    for look in looks {
      table.add(
        .integer(look.step), .fixed(look.trainingLoss, 3), .percent(look.accuracy, 1),
        .fixed(look.gradientNorm, 3), .fixed(look.largestMove, 4))
    }
    return table
  }
}

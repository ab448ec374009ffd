import Course

/// How much the arms may use.
struct Budget {
  let rows: Int
  let steps: Int
  let looks: Int
  /// Learning rates of the small methods, and of full tuning, which takes smaller ones.
  let rates: [Float]
  let fullRates: [Float]
  let seeds: [UInt64]
  /// Of arms that no claim needs.
  let sideSeeds: [UInt64]

  func plan(_ method: Method, isSide: Bool) -> TuningPlan {
    TuningPlan(
      rows: rows, steps: steps, rates: method == .full ? fullRates : rates,
      seeds: isSide ? sideSeeds : seeds, looks: looks)
  }
}

/// The questions, the budget, and the arms that are trained with them.
final class Laboratory {
  let bed: TuningBed
  let budget: Budget
  let exam: BaseExam

  init(_ bed: TuningBed, _ budget: Budget, _ exam: BaseExam) {
    self.bed = bed
    self.budget = budget
    self.exam = exam
  }

  private func arm(_ method: Method, _ base: TuningBase) -> TuningArm {
    TuningArm("\(base.rawValue) \(method.key)", method.key, base) { model, seed in
      try method.prepare(model, seed: seed)
    }
  }

  func sweep(_ method: Method, _ base: TuningBase, isSide: Bool = false) throws -> TuningSweep {
    try bed.sweep(arm(method, base), budget.plan(method, isSide: isSide))
  }

  /// The same, and what became of the base in each seed's model.
  func examined(
    _ method: Method, _ base: TuningBase
  ) throws -> (sweep: TuningSweep, findings: [Aftermath]) {
    let fresh = try bed.model(base)
    return try bed.sweep(arm(method, base), budget.plan(method, isSide: false)) { model, trial in
      let start = try self.bed.model(base)
      try method.prepare(start, seed: trial.seed)
      return try self.exam.aftermath(of: model, from: start, base: fresh)
    }
  }

  /// A linear adapter, and what is left of it once it is folded into the weights.
  func folded(
    _ formula: Formula, _ base: TuningBase
  ) throws -> (sweep: TuningSweep, findings: [Fold]) {
    let method = Method.formula(formula)
    return try bed.sweep(arm(method, base), budget.plan(method, isSide: true)) { model, _ in
      try Fold(model, into: try self.bed.model(base), self.exam.sample)
    }
  }

  /// One run outside of any sweep, with the model at its end.
  func trained(
    _ method: Method, _ base: TuningBase, rate: Float
  ) throws -> (model: GPT2LMHeadModel, trial: TuningTrial) {
    try bed.train(
      arm(method, base), rate: rate, seed: budget.seeds[0], budget.plan(method, isSide: true))
  }
}

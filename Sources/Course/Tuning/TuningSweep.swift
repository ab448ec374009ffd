import FineTuning
import Models
import Notebook
import Statistics

/// What an arm found: the rates that were tried, and a trial for each seed at the rate that
/// validation chose.
public struct TuningSweep: Codable, Sendable {
  /// All trials, rate by rate for the swept seeds.
  public let trials: [TuningTrial]
  /// The chosen rate.
  public let rate: Float

  /// Those at the chosen rate, in the order of the seeds.
  public var chosen: [TuningTrial] { trials.filter { $0.rate == rate } }

  public var trainable: Int { trials[0].trainable }

  /// 1 or 0 for each seed and test question.
  public var hits: SeedScores {
    SeedScores(chosen.flatMap(\.test.hitScores.values))
  }

  /// −ln p of the right answer for each seed and test question.
  public var nats: SeedScores { SeedScores(chosen.map(\.test.nats)) }

  /// How much more often the first is right than the second.
  public static func - (one: TuningSweep, other: TuningSweep) -> SeedScores {
    one.hits - other.hits
  }

  /// How much more often an arm is right than an untuned model.
  public static func - (one: TuningSweep, other: Judgement) -> SeedScores {
    one.hits - other.hitScores
  }
}

extension TuningBed {
  /// The sweep of an arm, computed once: the swept seeds try every rate, validation chooses by the
  /// mean over them, and the other seeds take that rate.
  public func sweep(_ arm: TuningArm, _ plan: TuningPlan) throws -> TuningSweep {
    try sweep(arm, plan) { _, _ in 0 }.sweep
  }

  /// The same with a look at each seed's model at the chosen rate, before it is thrown away.
  public func sweep<Finding: Codable>(
    _ arm: TuningArm, _ plan: TuningPlan,
    inspect: (GPT2LMHeadModel, TuningTrial) throws -> Finding
  ) throws -> (sweep: TuningSweep, findings: [Finding]) {
    let inspected = try cached("\(arm.key), \(plan.rows) rows, \(plan.steps) steps") {
      let progress = Progress(arm.key, steps: plan.steps * plan.runs)
      var steps = 0
      return try run(arm, plan, inspect: inspect) { state, tokens in
        steps += 1
        progress.report(
          step: steps, loss: state.loss, learningRate: state.learningRate, tokens: tokens)
      }
    }
    return (inspected.sweep, inspected.findings)
  }
}

/// A sweep, and what was found in its models.
package struct InspectedSweep<Finding: Codable>: Codable {
  package let sweep: TuningSweep
  package let findings: [Finding]
}

extension TuningBed {
  package func run<Finding: Codable>(
    _ arm: TuningArm, _ plan: TuningPlan,
    inspect: (GPT2LMHeadModel, TuningTrial) throws -> Finding,
    watch: (TrainingProgress, _ tokens: Int) -> Void = { _, _ in }
  ) throws -> InspectedSweep<Finding> {
    typealias Live = (model: GPT2LMHeadModel, trial: TuningTrial)
    func train(_ rate: Float, _ seeds: ArraySlice<UInt64>) throws -> [Live] {
      try seeds.map { seed in
        try self.train(arm, rate: rate, seed: seed, plan) { _, state, tokens in
          watch(state, tokens)
        }
      }
    }
    var tried: [TuningTrial] = []
    var best: [Live] = []
    for rate in plan.rates {
      let trials = try train(rate, plan.seeds.prefix(plan.sweptSeeds))
      tried += trials.map(\.trial)
      if best.isEmpty || trials.map(\.trial).areBetter(than: best.map(\.trial)) { best = trials }
    }
    let rate = best[0].trial.rate
    var findings = try best.map(inspect)
    best = []
    for seed in plan.seeds.dropFirst(plan.sweptSeeds) {
      let (model, trial) = try train(rate, [seed])[0]
      tried.append(trial)
      findings.append(try inspect(model, trial))
    }
    return InspectedSweep(sweep: TuningSweep(trials: tried, rate: rate), findings: findings)
  }
}

extension [TuningTrial] {
  /// On validation, the mean over seeds: more often right, and among equals the surer.
  fileprivate func areBetter(than others: [TuningTrial]) -> Bool {
    func means(_ trials: [TuningTrial]) -> (Double, Double) {
      (
        trials.map { $0.kept?.accuracy ?? 0 }.mean, -trials.map { $0.kept?.nats ?? .infinity }.mean
      )
    }
    return means(self) > means(others)
  }
}

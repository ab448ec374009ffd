import Course

/// All parameters for the first steps of a run, LoRA for the rest.
struct Hybrid {
  /// The share of the steps that train everything.
  let share: Double
  /// LoRA's rate is so many times that of the full stage, as its grid is.
  static let rateFactor: Float = 10

  var name: String { "full, then LoRA" }
  var key: String { "hybrid \(Int((100 * share).rounded()))" }

  func fullSteps(_ plan: TuningPlan) -> Int { Int((share * Double(plan.steps)).rounded()) }
}

/// A run with a switch.
struct HybridTrial: Codable {
  /// What the full stage trained, held and took.
  let full: Stage
  let seconds: Double
  /// The rate of the full stage at its peak.
  let rate: Float
  /// The stage after the switch: all looks are here.
  let lora: TuningTrial
}

extension TuningBed {
  /// The rate goes on falling where the full stage left it, on LoRA's scale. The optimiser is a new
  /// one: there are no moments of parameters that have only just been made.
  func train(
    _ hybrid: Hybrid, rate: Float, seed: UInt64, _ plan: TuningPlan
  ) throws -> HybridTrial {
    let switchStep = hybrid.fullSteps(plan)
    let rows = try encoded(training(plan.rows, seed: seed))
    var (stage, seconds) = (Stage(share: 0, trainable: 0, optimiserBytes: 0), 0.0)
    let arm = TuningArm("nano \(hybrid.key)", hybrid.name, .nano) { model, seed in
      model.unfreeze()
      let trainer = Trainer(
        model, TrainingOptions(learningRate: rate, schedule: plan.course))
      let start = ContinuousClock.now
      try trainer.walk(0..<switchStep, model, rows, plan, seed: seed)
      seconds = (ContinuousClock.now - start) / .seconds(1)
      stage = Stage(
        share: Double(switchStep) / Double(plan.steps),
        trainable: model.trainableParameterCount, optimiserBytes: trainer.optimiser.stateBytes)
      try Method.lora.prepare(model, seed: seed)
    }
    let left =
      Hybrid.rateFactor * rate * plan.course.factor(at: max(switchStep, plan.course.warmUpSteps))
    let rest = TuningPlan(
      rows: plan.rows, steps: plan.steps - switchStep, batchRows: plan.batchRows, rates: [left],
      seeds: [seed], looks: plan.looks, schedule: plan.schedule, warmUp: 0)
    let trial = try train(arm, rate: left, seed: seed, rest).trial
    return HybridTrial(full: stage, seconds: seconds, rate: rate, lora: trial)
  }

  /// The first seed tries every rate, validation chooses, the other seeds take it.
  func sweep(_ hybrid: Hybrid, _ plan: TuningPlan) throws -> [HybridTrial] {
    try cached("nano \(hybrid.key), \(plan.rows) rows, \(plan.steps) steps") {
      let progress = Progress(hybrid.key, steps: plan.rates.count + plan.seeds.count - 1)
      var runs = 0
      func run(_ rate: Float, _ seed: UInt64) throws -> HybridTrial {
        let trial = try train(hybrid, rate: rate, seed: seed, plan)
        runs += 1
        progress.report(
          step: runs, loss: Float(trial.lora.looks.last?.trainingLoss ?? .nan),
          learningRate: rate, tokens: trial.lora.tokens)
        return trial
      }
      let first = try plan.rates.map { try run($0, plan.seeds[0]) }
      let best = first.max { one, other in
        let (one, other) = (one.lora.kept, other.lora.kept)
        return (one?.accuracy ?? 0, -(one?.nats ?? .infinity))
          < (other?.accuracy ?? 0, -(other?.nats ?? .infinity))
      }!
      return try [best] + plan.seeds.dropFirst().map { try run(best.rate, $0) }
    }
  }
}

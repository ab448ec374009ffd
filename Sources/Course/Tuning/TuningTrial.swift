import FineTuning
import Layers
import Models
import Statistics
import Tensors

/// An arm trained once.
public struct TuningTrial: Codable, Sendable {
  /// A look at the validation questions.
  public struct Look: Codable, Sendable {
    public let step: Int
    /// Mean loss of the batches since the look before, in nats.
    public let trainingLoss: Double
    public let accuracy: Double
    public let nats: Double

    /// More often right, and among equals the surer.
    func isBetter(than other: Look) -> Bool {
      (accuracy, -nats) > (other.accuracy, -other.nats)
    }
  }

  public let seed: UInt64
  public let rate: Float
  /// Numbers that are trained.
  public let trainable: Int
  public let optimiserBytes: Int
  public internal(set) var looks: [Look] = []
  /// Of the training steps, looks excluded.
  public internal(set) var seconds = 0.0
  /// That the training steps read.
  public internal(set) var tokens = 0
  /// On the test questions, with the weights of the kept look.
  public internal(set) var test = Judgement(scores: [], right: [])

  /// The look whose weights were kept: the best one, the first of equals. Nil where the losses were
  /// no numbers from the start.
  public var kept: Look? {
    looks.reduce(nil) { best, look in best.map(look.isBetter) ?? true ? look : best }
  }
}

extension TuningBed {
  /// Trains an arm once and judges it on the test questions. AdamW without decay, gradients clipped
  /// at 1; the weights of the best look at validation are left in the model.
  ///
  /// With one seed all arms learn from the same questions in the same batches. `watch` sees the model
  /// after every step. Throws what preparing the model and `watch` throw, and `ModelInputError`.
  public func train(
    _ arm: TuningArm, rate: Float, seed: UInt64, _ plan: TuningPlan,
    watch: (GPT2LMHeadModel, TrainingProgress, _ tokens: Int) throws -> Void = { _, _, _ in }
  ) throws -> (model: GPT2LMHeadModel, trial: TuningTrial) {
    let rows = arm.rows(try encoded(training(plan.rows, seed: seed)))
    let model = try model(arm.base)
    try arm.prepare(model, seed)
    let trainer = Trainer(model, plan.options(rate))
    let kept = trainer.optimiser.parameters.map { $0.copy() }
    var batches = EndlessBatches(rows, size: plan.batchRows, seed: seed)
    let dropout = DropoutStream(SeededRandom(seed: seed, stream: "dropout"))
    var trial = TuningTrial(
      seed: seed, rate: rate, trainable: model.trainableParameterCount,
      optimiserBytes: trainer.optimiser.stateBytes)
    var losses: [Double] = []
    for step in 1...plan.steps {
      let batch = ExampleBatch(batches.next())
      let start = ContinuousClock.now
      let progress = try trainer.step(tokens: batch.tokenCount) {
        try model.loss(batch, dropout: dropout)
      }
      trial.seconds += (ContinuousClock.now - start) / .seconds(1)
      trial.tokens += batch.tokenCount
      losses.append(Double(progress.loss))
      try watch(model, progress, batch.tokenCount)
      guard progress.loss.isFinite, progress.gradientNorm.isFinite else { break }
      guard plan.isLook(step) else { continue }
      let found = try judge(model, validation, rows: arm.rows)
      guard found.meanNats.isFinite else { break }
      let look = TuningTrial.Look(
        step: step, trainingLoss: losses.mean, accuracy: found.accuracy, nats: found.meanNats)
      if trial.kept.map(look.isBetter) ?? true {
        for (copy, weight) in zip(kept, trainer.optimiser.parameters) { copy.assign(weight) }
      }
      trial.looks.append(look)
      losses = []
    }
    for (weight, copy) in zip(trainer.optimiser.parameters, kept) { weight.assign(copy) }
    model.clearGradients()
    trial.test = try judge(model, rows: arm.rows)
    return (model, trial)
  }
}

/// Batches of rows, all of them once before any comes again.
private struct EndlessBatches {
  private let rows: [EncodedExample]
  private let size: Int
  private let seed: UInt64
  private var epoch = 0
  private var waiting: ArraySlice<[Int]> = []

  init(_ rows: [EncodedExample], size: Int, seed: UInt64) {
    self.rows = rows
    self.size = size
    self.seed = seed
  }

  mutating func next() -> [EncodedExample] {
    if waiting.isEmpty {
      waiting = Packing.rows(size).groups(of: rows.map(\.count), seed: seed, epoch: epoch)[...]
      epoch += 1
    }
    return waiting.removeFirst().map { rows[$0] }
  }
}

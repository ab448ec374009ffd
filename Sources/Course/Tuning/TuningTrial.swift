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
  /// The look whose weights were kept: the best one, the first of equals. Nil where the losses were
  /// no numbers from the start.
  public internal(set) var kept: Look?
  /// Of the training steps, looks excluded.
  public internal(set) var seconds = 0.0
  /// That the training steps read.
  public internal(set) var tokens = 0
  /// On the test questions, with the kept weights.
  public internal(set) var test = Judgement(scores: [], right: [])

  init(seed: UInt64, rate: Float, trainable: Int, optimiserBytes: Int) {
    self.seed = seed
    self.rate = rate
    self.trainable = trainable
    self.optimiserBytes = optimiserBytes
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
    model.freeze()
    try arm.prepare(model, seed)
    let trainer = Trainer(model, plan.options(rate))
    let weights = KeptWeights(trainer.optimiser.parameters)
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
      trial.looks.append(look)
      losses = []
      if trial.kept.map(look.isBetter) ?? true {
        trial.kept = look
        weights.keep()
      }
    }
    weights.putBack()
    model.clearGradients()
    trial.test = try judge(model, rows: arm.rows)
    return (model, trial)
  }
}

/// Parameters, and copies of what they were when they were last kept.
private struct KeptWeights {
  private let parameters: [Tensor]
  private let copies: [Tensor]

  init(_ parameters: [Tensor]) {
    self.parameters = parameters
    copies = parameters.map { $0.copy() }
  }

  func keep() { for (copy, weight) in zip(copies, parameters) { copy.assign(weight) } }
  func putBack() { for (copy, weight) in zip(copies, parameters) { weight.assign(copy) } }
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

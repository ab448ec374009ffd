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
  /// Numbers that are trained, at most in a stage.
  public internal(set) var trainable = 0
  public internal(set) var optimiserBytes = 0
  public internal(set) var looks: [Look] = []
  /// The look of the last stage whose weights were kept: the best one, the first of equals. Nil where
  /// the losses were no numbers from the start.
  public internal(set) var kept: Look?
  /// Of the training steps, looks excluded.
  public internal(set) var seconds = 0.0
  /// That the training steps read.
  public internal(set) var tokens = 0
  /// On the test questions, with the kept weights.
  public internal(set) var test = Judgement(scores: [], right: [])

  init(seed: UInt64, rate: Float) {
    self.seed = seed
    self.rate = rate
  }
}

extension TuningBed {
  /// Trains an arm once and judges it on the test questions. AdamW without decay, gradients clipped
  /// at 1; the weights of the last stage's best look at validation are left in the model.
  ///
  /// With one seed all arms learn from the same questions in the same batches. `watch` sees the model
  /// after every step, which counts from the start of its stage. Throws what preparing the model and
  /// `watch` throw, and `ModelInputError`.
  public func train(
    _ arm: TuningArm, rate: Float, seed: UInt64, _ plan: TuningPlan,
    watch: (GPT2LMHeadModel, TrainingProgress, _ tokens: Int) throws -> Void = { _, _, _ in }
  ) throws -> (model: GPT2LMHeadModel, trial: TuningTrial) {
    let rows = arm.rows(try encoded(training(plan.rows, seed: seed)))
    let model = try model(arm.base)
    var batches = EndlessBatches(rows, size: plan.batchRows, seed: seed)
    let dropout = DropoutStream(SeededRandom(seed: seed, stream: "dropout"))
    var trial = TuningTrial(seed: seed, rate: rate)
    var (step, losses): (Int, [Double]) = (0, [])

    for (stage, count) in arm.stages(of: plan.steps) {
      model.freeze()
      try stage.prepare(model, seed)
      let trainer = Trainer(model, plan.options(rate * stage.rateFactor, steps: count))
      let weights = KeptWeights(trainer.optimiser.parameters)
      trial.trainable = max(trial.trainable, model.trainableParameterCount)
      trial.optimiserBytes = max(trial.optimiserBytes, trainer.optimiser.stateBytes)
      trial.kept = nil
      var isSound = true
      while isSound, trainer.optimiser.stepCount < count {
        let batch = ExampleBatch(batches.next())
        let start = ContinuousClock.now
        let progress = try trainer.step(tokens: batch.tokenCount) {
          try model.loss(batch, dropout: dropout)
        }
        trial.seconds += (ContinuousClock.now - start) / .seconds(1)
        trial.tokens += batch.tokenCount
        losses.append(Double(progress.loss))
        step += 1
        try watch(model, progress, batch.tokenCount)
        isSound = progress.loss.isFinite && progress.gradientNorm.isFinite
        guard isSound, plan.isLook(step) else { continue }
        let found = try judge(model, validation, rows: arm.rows)
        isSound = found.meanNats.isFinite
        guard isSound else { continue }
        let look = TuningTrial.Look(
          step: step, trainingLoss: losses.mean, accuracy: found.accuracy, nats: found.meanNats)
        trial.looks.append(look)
        losses = []
        if trial.kept.map(look.isBetter) ?? true {
          trial.kept = look
          weights.keep()
        }
      }
      model.clearGradients()
      // The next stage goes on from the last weights, unless they are no numbers.
      guard step == plan.steps || !isSound else { continue }
      weights.putBack()
      if !isSound { break }
    }
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

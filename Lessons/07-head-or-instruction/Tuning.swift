import Course

/// What can be trained on labelled reviews, whatever it makes of them.
protocol Learner: AnyObject {
  /// What of it is trained, as far as it asks for gradients.
  var module: any Module { get }
  /// Lets what is to be trained ask for gradients.
  func makeTrainable()
  /// The tokens of the samples as it reads them.
  func tokenCount(_ samples: [Sample]) throws -> Int
  func loss(_ samples: [Sample]) throws -> Tensor
  /// The share of samples that it has right, and a loss to break ties between equal shares.
  func score(_ samples: [Sample]) throws -> (right: Double, nats: Double)
}

/// How every learner of this lesson is trained, with a head or as an instruction: AdamW, a linear
/// warm-up over a tenth of the steps and a linear decay, gradients clipped at 1, and the best of a
/// few looks at the validation reviews is kept.
struct Tuning {
  let learningRate: Float
  let steps: Int
  let seed: UInt64

  static let batchRows = 16
  /// At equal distances; the last one after the last step.
  static let looks = 5

  var options: TrainingOptions {
    TrainingOptions(
      learningRate: learningRate,
      schedule: Schedule(.linear, warmUpSteps: max(1, steps / 10), totalSteps: steps),
      optimiser: AdamW.Options(weightDecay: 0.01))
  }
}

/// What training leaves beside the weights.
struct TuningRun: Codable {
  struct Look: Codable {
    let step: Int
    /// Mean loss of the batches since the look before, in nats.
    let trainingLoss: Double
    let right: Double
    let nats: Double
  }

  var learningRate: Float
  var looks: [Look] = []
  /// The look whose weights were kept: the most often right, and among equals the lowest loss. Nil
  /// where the very first losses were no numbers.
  var kept: Look?
  var tokens = 0
  /// Of the training steps, looks excluded.
  var seconds = 0.0
}

extension Learner {
  func makeTrainable() { module.unfreeze() }

  /// Trains on samples and leaves the weights of the best look in place.
  func tune(
    _ samples: [Sample], validation: [Sample], _ tuning: Tuning,
    watch: (TrainingProgress, Int) -> Void
  ) throws -> TuningRun {
    makeTrainable()
    let trainer = Trainer(module, tuning.options)
    let weights = trainer.optimiser.parameters.map { $0.copy() }
    var order = BatchOrder(samples.count, seed: tuning.seed)
    var run = TuningRun(learningRate: tuning.learningRate)
    var losses: [Double] = []
    for step in 1...tuning.steps {
      let batch = order.next().map { samples[$0] }
      let tokens = try tokenCount(batch)
      let start = ContinuousClock.now
      let progress = try trainer.step(tokens: tokens) { try loss(batch) }
      run.seconds += (ContinuousClock.now - start) / .seconds(1)
      run.tokens += tokens
      losses.append(Double(progress.loss))
      watch(progress, tokens)
      guard progress.loss.isFinite, progress.gradientNorm.isFinite else { break }
      guard step * Tuning.looks / tuning.steps > (step - 1) * Tuning.looks / tuning.steps
      else { continue }
      let (right, nats) = try score(validation)
      guard nats.isFinite else { break }
      let look = TuningRun.Look(step: step, trainingLoss: losses.mean, right: right, nats: nats)
      run.looks.append(look)
      losses = []
      if run.kept.map({ (right, -nats) > ($0.right, -$0.nats) }) ?? true {
        run.kept = look
        for (copy, weight) in zip(weights, trainer.optimiser.parameters) { copy.assign(weight) }
      }
    }
    for (weight, copy) in zip(trainer.optimiser.parameters, weights) { weight.assign(copy) }
    module.clearGradients()
    return run
  }
}

/// Batches of row numbers, all of them once before any comes again. A head and an instruction with
/// one seed see the same reviews in the same steps.
private struct BatchOrder {
  private let count: Int
  private let seed: UInt64
  private var epoch = 0
  private var waiting: [[Int]] = []

  init(_ count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }

  mutating func next() -> [Int] {
    if waiting.isEmpty {
      let lengths = Array(repeating: 1, count: count)
      waiting = Packing.rows(Tuning.batchRows).groups(of: lengths, seed: seed, epoch: epoch)
      epoch += 1
    }
    return waiting.removeFirst()
  }
}

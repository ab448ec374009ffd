import Foundation
import Layers
import Statistics
import Tensors

/// How a classifier is trained: AdamW, a linear warm-up over a tenth of the steps and a linear
/// decay, gradients clipped at 1, and of all validations the best decides which weights are kept.
public struct ClassifierTraining: Sendable, Codable, Equatable {
  public var part: TextClassifier.Part
  public var learningRate: Float
  public var steps: Int
  /// Rows a step, drawn without repeats until all were seen.
  public var batchRows: Int
  public var validateEvery: Int
  /// Decides the order of the rows.
  public var seed: UInt64

  public init(
    _ part: TextClassifier.Part, learningRate: Float, steps: Int, batchRows: Int = 16,
    validateEvery: Int, seed: UInt64
  ) {
    precondition(
      steps > 0 && batchRows > 0 && validateEvery > 0, "training needs steps, rows and validations")
    self.part = part
    self.learningRate = learningRate
    self.steps = steps
    self.batchRows = batchRows
    self.validateEvery = validateEvery
    self.seed = seed
  }

  var options: TrainingOptions {
    TrainingOptions(
      learningRate: learningRate,
      schedule: Schedule(.linear, warmUpSteps: max(1, steps / 10), totalSteps: steps),
      optimiser: AdamW.Options(weightDecay: 0.01))
  }
}

/// What the training of a classifier leaves beside its weights.
public struct ClassifierRun: Sendable, Codable, Equatable {
  /// A look at the validation rows.
  public struct Validation: Sendable, Codable, Equatable {
    /// Steps taken; 0 before training.
    public let step: Int
    /// Mean loss of the batches since the validation before, in nats; nil before training.
    public let trainingLoss: Double?
    public let accuracy: Double
    /// In nats a row.
    public let loss: Double
    /// Of training so far, features included and validations not.
    public let seconds: Double
    /// Floating-point operations, of the same.
    public let operations: Double

    func isBetter(than other: Validation) -> Bool {
      (accuracy, -loss) > (other.accuracy, -other.loss)
    }
  }

  public let curve: [Validation]
  /// The validation whose weights were kept: after some steps the most accurate, and among equals
  /// that of the lowest loss; that before training where no loss was a number.
  public let kept: Validation
  /// With the weights that were kept.
  public let trainAccuracy: Double

  /// The first validation after a step that reached an accuracy; nil where none did.
  public func reaching(_ accuracy: Double) -> Validation? {
    curve.first { $0.step > 0 && $0.accuracy >= accuracy }
  }
}

extension TextClassifier {
  /// Trains a part on labelled rows and leaves the weights of the best validation in place. `watch`
  /// gets each step and its tokens. A loss that is no number ends the run early. Throws
  /// `ModelInputError`.
  public func fit(
    _ rows: LabelledRows, validation: LabelledRows, _ training: ClassifierTraining,
    watch: (_ step: TrainingProgress, _ tokens: Int) -> Void = { _, _ in }
  ) throws -> ClassifierRun {
    precondition(rows.count > 0, "training needs at least one row")
    precondition(
      rows.features == nil || training.part == .head, "features are those of a frozen model")
    train(only: training.part)
    let trainer = Trainer(self, training.options)
    var order = RowOrder(rows.count, seed: training.seed)
    var seconds = rows.features?.seconds ?? 0
    var operations = rows.features == nil ? 0 : try featureOperations(rows)
    var losses: [Double] = []

    func validate(step: Int) throws -> ClassifierRun.Validation {
      let (accuracy, loss) = try score(validation)
      return .init(
        step: step, trainingLoss: losses.isEmpty ? nil : losses.mean, accuracy: accuracy,
        loss: loss, seconds: seconds, operations: operations)
    }

    var kept = try validate(step: 0)
    let weights = trainer.optimiser.parameters.map { $0.copy() }
    var curve = [kept]
    for step in 1...training.steps {
      let batch = rows[order.next(training.batchRows)]
      let start = ContinuousClock.now
      let state = try trainer.step(tokens: batch.tokenCount) {
        try logits(batch).crossEntropy(labels: batch.labels.map(Int32.init))
      }
      seconds += (ContinuousClock.now - start) / .seconds(1)
      operations += try self.operations(batch, training: training.part)
      losses.append(Double(state.loss))
      watch(state, batch.tokenCount)
      guard step % training.validateEvery == 0 || step == training.steps else { continue }
      let point = try validate(step: step)
      guard point.loss.isFinite, losses.mean.isFinite else { break }
      curve.append(point)
      losses = []
      if kept.step == 0 || point.isBetter(than: kept) {
        kept = point
        for (copy, weight) in zip(weights, trainer.optimiser.parameters) { copy.assign(weight) }
      }
    }
    for (weight, copy) in zip(trainer.optimiser.parameters, weights) { weight.assign(copy) }
    clearGradients()
    return ClassifierRun(curve: curve, kept: kept, trainAccuracy: try score(rows).accuracy)
  }

  /// The share of rows whose likeliest class is their label, and their mean −ln p in nats.
  func score(_ rows: LabelledRows) throws -> (accuracy: Double, loss: Double) {
    let scores = zip(try probabilities(rows), rows.labels).map { probabilities, label in
      let likeliest = probabilities.indices.max { probabilities[$0] < probabilities[$1] }
      // The exponential of a very low logit is 0, and its logarithm must stay a number.
      return (
        likeliest == label ? 1.0 : 0, -log(Swift.max(probabilities[label], .leastNormalMagnitude))
      )
    }
    return (scores.map(\.0).mean, scores.map(\.1).mean)
  }
}

/// Row numbers in an order that a seed decides, all of them before any comes again.
package struct RowOrder {
  private let count: Int
  private var random: SeededRandom
  private var waiting: [Int] = []

  package init(_ count: Int, seed: UInt64) {
    self.count = count
    random = SeededRandom(seed: seed, stream: "rows")
  }

  package mutating func next(_ size: Int) -> [Int] {
    while waiting.count < min(size, count) { waiting += random.shuffled(Array(0..<count)) }
    defer { waiting.removeFirst(min(size, count)) }
    return Array(waiting.prefix(min(size, count)))
  }
}

import Foundation
import Layers
import Tensors

/// How a run trains: everything that decides its numbers apart from the model and the data.
public struct TrainingOptions: Sendable, Codable, Equatable {
  public var learningRate: Float
  public var schedule: Schedule
  public var optimiser: AdamW.Options
  /// Gradients longer than this are shortened to it; nil leaves them.
  public var gradientLimit: Float?

  public init(
    learningRate: Float, schedule: Schedule, optimiser: AdamW.Options = AdamW.Options(),
    gradientLimit: Float? = 1
  ) {
    self.learningRate = learningRate
    self.schedule = schedule
    self.optimiser = optimiser
    self.gradientLimit = gradientLimit
  }
}

/// One step of a run, as its watcher sees it.
public struct TrainingProgress: Sendable {
  /// Counted from 1.
  public let step: Int
  public let totalSteps: Int
  /// In nats.
  public let loss: Float
  public let learningRate: Float
  /// Before clipping.
  public let gradientNorm: Float
  public let tokensPerSecond: Double
  public let secondsLeft: Double
}

/// Takes optimiser steps on the trainable parameters of a model.
public final class Trainer {
  public let options: TrainingOptions
  public let optimiser: AdamW
  private let parameters: [Tensor]
  private let started = ContinuousClock.now
  private var tokensSeen = 0
  private var stepsHere = 0

  /// Collects what is trainable in `model` now; a frozen parameter costs nothing.
  public init(_ model: some Module, _ options: TrainingOptions) {
    self.options = options
    parameters = model.trainableParameters()
    optimiser = AdamW(parameters, options.optimiser)
  }

  /// One update from one loss.
  public func step(tokens: Int, loss: () throws -> Tensor) rethrows -> TrainingProgress {
    try step(tokens: tokens, microBatches: 1) { _ in try loss() }
  }

  /// One update from several losses whose gradients add up. Each loss must be divided by what the
  /// whole batch is to be averaged over, so that the parts equal one large batch.
  public func step(
    tokens: Int, microBatches: Int, loss: (_ microBatch: Int) throws -> Tensor
  ) rethrows -> TrainingProgress {
    precondition(microBatches > 0, "a step needs at least one loss")
    for parameter in parameters { parameter.gradient = nil }
    var total: Float = 0
    for microBatch in 0..<microBatches {
      let part = try loss(microBatch)
      total += part.scalar
      part.backward()
    }
    let norm = gradientNorm(parameters)
    let rate = options.learningRate * options.schedule.factor(at: optimiser.stepCount)
    let coefficient = options.gradientLimit.map { clipCoefficient(norm: norm, limit: $0) } ?? 1
    optimiser.step(learningRate: rate, gradientScale: coefficient)
    tokensSeen += tokens
    stepsHere += 1
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    let stepsLeft = max(0, options.schedule.totalSteps - optimiser.stepCount)
    return TrainingProgress(
      step: optimiser.stepCount, totalSteps: options.schedule.totalSteps, loss: total,
      learningRate: rate, gradientNorm: norm, tokensPerSecond: Double(tokensSeen) / seconds,
      secondsLeft: seconds / Double(stepsHere) * Double(stepsLeft))
  }
}

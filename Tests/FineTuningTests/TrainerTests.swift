import FineTuning
import Foundation
import Layers
import Tensors
import Testing

@Suite struct TrainerTests {
  /// A matrix, which decays, and a bias, which does not.
  private final class Model: Module {
    let weight = Tensor([2, 2], [1, -2, 0.5, 3])
    let bias = Tensor([2], [0.25, -1])

    /// Σ c·w + Σ d·b, whose gradients are c and d whatever the weights are.
    func loss(_ slopes: [Float]) -> Tensor {
      (weight * Tensor([2, 2], Array(slopes.prefix(4)))).sum()
        + (bias * Tensor([2], Array(slopes.suffix(2)))).sum()
    }
  }

  private let slopes: [[Float]] = [
    [3, -1, 0.5, 2, 4, -0.1], [0.2, 0.1, -0.3, 0.1, 0, 0.05], [-6, 1, 1, 2, 8, 0],
    [1, 1, 1, 1, 1, 1], [-0.1, 0.1, -0.1, 0.1, -0.1, 0.1], [5, 0, 0, 0, 0, 5],
  ]

  /// Six steps of AdamW by its formula, in double precision.
  @Test(arguments: [nil, 1, 1e6] as [Float?]) func aStepIsTheFormula(limit: Float?) {
    let model = Model()
    model.unfreeze()
    let options = TrainingOptions(
      learningRate: 0.1, schedule: Schedule(.linear, warmUpSteps: 2, totalSteps: 6),
      optimiser: AdamW.Options(weightDecay: 0.1), gradientLimit: limit)
    let trainer = Trainer(model, options)
    var weights = model.parameters().flatMap(\.elements).map(Double.init)
    var (first, second) = ([Double](repeating: 0, count: 6), [Double](repeating: 0, count: 6))
    let factors = [0, 0.5, 1, 0.75, 0.5, 0.25]
    for (step, slopes) in slopes.enumerated() {
      let expectedLoss = zip(weights, slopes).reduce(0) { $0 + $1.0 * Double($1.1) }
      let norm = slopes.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      let clip = limit.map { min(1, Double($0) / (norm + 1e-6)) } ?? 1
      let rate = 0.1 * factors[step]
      let progress = trainer.step(tokens: 7) { model.loss(slopes) }
      #expect(progress.step == step + 1)
      #expect(progress.totalSteps == 6)
      #expect(abs(Double(progress.loss) - expectedLoss) < 1e-5)
      #expect(abs(Double(progress.gradientNorm) - norm) < 1e-6 * norm)
      #expect(abs(Double(progress.learningRate) - rate) < 1e-8)
      #expect(progress.tokensPerSecond > 0)
      #expect(step == 5 ? progress.secondsLeft == 0 : progress.secondsLeft > 0)
      for i in weights.indices {
        let gradient = Double(slopes[i]) * clip
        first[i] = 0.9 * first[i] + 0.1 * gradient
        second[i] = 0.999 * second[i] + 0.001 * gradient * gradient
        let mean = first[i] / (1 - pow(0.9, Double(step + 1)))
        let deviation = (second[i] / (1 - pow(0.999, Double(step + 1)))).squareRoot()
        weights[i] *= 1 - rate * (i < 4 ? 0.1 : 0)
        weights[i] -= rate * mean / (deviation + 1e-8)
      }
      let found = model.parameters().flatMap(\.elements)
      #expect(zip(found, weights).allSatisfy { abs(Double($0) - $1) < 2e-6 }, "step \(step)")
    }
  }

  /// At s = 0 of a warm-up the rate is 0: the weights stay, the moments and the count move.
  @Test func theFirstStepOfAWarmUpMovesNothing() {
    let model = Model()
    model.unfreeze()
    let before = model.bits
    let trainer = Trainer(
      model,
      TrainingOptions(learningRate: 1, schedule: Schedule(.cosine, warmUpSteps: 4, totalSteps: 9)))
    let progress = trainer.step(tokens: 1) { model.loss(slopes[0]) }
    #expect(progress.learningRate == 0)
    #expect(model.bits == before)
    #expect(trainer.optimiser.stepCount == 1)
    #expect(trainer.optimiser.moments[0].first.elements.allSatisfy { $0 != 0 })
    #expect(trainer.step(tokens: 1) { model.loss(slopes[0]) }.learningRate == 0.25)
    #expect(model.bits != before)
  }

  @Test func frozenParametersStay() {
    let model = Model()
    model.bias.requiresGradient = true
    let weight = model.weight.bits
    let trainer = Trainer(
      model, TrainingOptions(learningRate: 0.1, schedule: Schedule(.constant, totalSteps: 2)))
    #expect(trainer.optimiser.parameters.count == 1)
    _ = trainer.step(tokens: 1) { model.loss(slopes[0]) }
    #expect(model.weight.bits == weight && model.weight.gradient == nil)
    #expect(model.bias.elements != [0.25, -1])
  }

  /// A loss that throws takes no step, and leaves nothing behind in the next.
  @Test func aLossThatThrowsChangesNothing() {
    struct Failure: Error {}
    let (model, other) = (Model(), Model())
    let trainers = [model, other].map { model in
      model.unfreeze()
      return Trainer(
        model, TrainingOptions(learningRate: 0.1, schedule: Schedule(.constant, totalSteps: 2)))
    }
    let before = model.bits
    #expect(throws: Failure.self) {
      try trainers[0].step(tokens: 1, microBatches: 2) { part in
        if part == 1 { throw Failure() }
        return model.loss(slopes[0])
      }
    }
    #expect(model.bits == before && trainers[0].optimiser.stepCount == 0)
    let losses = [model, other].enumerated().map { index, model in
      trainers[index].step(tokens: 1) { model.loss(slopes[1]) }.loss
    }
    #expect(losses[0] == losses[1] && model.bits == other.bits)
  }

  /// Ragged rows with labels here and there, whole and in micro-batches of one row, divided by the
  /// labelled tokens of the whole batch.
  @Test func accumulationEqualsOneLargeBatch() throws {
    var random = SeededRandom(seed: 9)
    let rows = [13, 4, 20, 7].map { Sample.tokens($0, below: 37, seed: UInt64($0)) }
    let batch = TokenBatch(rows)
    let labels = batch.nextTokens.map { random.chance(0.4) ? $0 : ignoreIndex }
    let count = Float(labels.count { $0 != ignoreIndex })
    let options = TrainingOptions(
      learningRate: 1e-3, schedule: Schedule(.linear, warmUpSteps: 1, totalSteps: 5))
    let models = (0..<2).map { _ in Sample.model() }
    let trainers = models.map { Trainer($0, options) }
    for step in 0..<5 {
      let whole = try trainers[0].step(tokens: batch.tokenCount) {
        try models[0].loss(batch, labels: labels)
      }
      let parts = try trainers[1].step(tokens: batch.tokenCount, microBatches: rows.count) { row in
        try models[1].loss(
          TokenBatch([rows[row]]), labels: Array(labels[batch.segments.range(row)]),
          denominator: count)
      }
      #expect(abs(parts.loss / whole.loss - 1) < 1e-5, "step \(step)")
      #expect(abs(parts.gradientNorm / whole.gradientNorm - 1) < 1e-5, "step \(step)")
      guard step == 0 else { continue }
      for (whole, parts) in zip(models[0].parameters(), models[1].parameters()) {
        let (whole, parts) = (whole.gradient!.elements, parts.gradient!.elements)
        let largest = whole.map(abs).max()!
        #expect(zip(whole, parts).allSatisfy { abs($0 - $1) <= 3e-6 * largest })
      }
    }
  }

  /// Wide enough that every operation is cut into parts.
  @Test func threadsChangeNoBit() throws {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let windows = TokenWindows(Sample.tokens(2000, below: 700), length: 24, seed: 1)
    let runs = try [1, 2].map { threads in
      ThreadPool.threadCount = threads
      let model = Sample.model(width: 96, vocabulary: 700, dropout: 0.1)
      let dropout = DropoutStream(SeededRandom(seed: 3))
      let trainer = Trainer(
        model, TrainingOptions(learningRate: 1e-3, schedule: Schedule(.cosine, totalSteps: 5)))
      let losses = try (0..<5).map { step in
        let (batch, labels) = windows.batch(step: step, size: 8)
        return try trainer.step(tokens: batch.tokenCount) {
          try model.loss(batch, labels: labels, dropout: dropout)
        }.loss
      }
      return (losses, model.bits)
    }
    #expect(runs[0].0 == runs[1].0)
    #expect(runs[0].1 == runs[1].1)
  }
}

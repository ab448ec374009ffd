import Layers
import Tensors
import Testing

/// A small language model, trained: what the parts do together.
@Suite(.serialized) struct TrainingLoopTests {
  private final class Model: Module {
    let tokens, places: Tensor
    let norm = LayerNorm(24)
    let (attention, up, down): (Linear, Linear, Linear)

    init(_ random: inout SeededRandom) {
      let linear = { (inputs: Int, outputs: Int, random: inout SeededRandom) in
        Linear(inputs, outputs, layout: .inputsByOutputs, deviation: 0.2, using: &random)
      }
      tokens = .normal([31, 24], deviation: 0.2, using: &random)
      places = .normal([200, 24], deviation: 0.2, using: &random)
      attention = linear(24, 72, &random)
      up = linear(24, 96, &random)
      down = linear(96, 24, &random)
    }

    func loss(_ batch: TokenBatch, _ dropout: DropoutStream) -> Tensor {
      var x = Tensor.embedding(
        tokens, ids: batch.ids, places: places, positions: batch.positions)
      x =
        x
        + attention(norm(x)).causalAttention(
          heads: 3, segments: batch.segments, dropout: 0.1, dropout)
      x = x + down(up(norm(x)).geluNew()).dropout(0.1, dropout)
      return x.languageModelLoss(head: tokens, labels: batch.nextTokens)
    }
  }

  /// Rows of different lengths, each a count upwards.
  private static let batches: [TokenBatch] = [[130, 3, 64], [5, 5, 90, 1], [20], [66, 65]].map {
    TokenBatch($0.map { length in (0..<length).map { Int32(($0 + length) % 31) } })
  }

  private func train(
    steps: Int, threads: Int, _ afterStep: (Int, Float) -> Void = { _, _ in }
  ) -> [[UInt32]] {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    ThreadPool.threadCount = threads
    var random = SeededRandom(seed: 1)
    let model = Model(&random)
    model.unfreeze()
    let optimiser = AdamW(model.parameters(), .init(weightDecay: 0.01))
    let dropout = DropoutStream(SeededRandom(seed: 2))
    for step in 0..<steps {
      let loss = model.loss(Self.batches[step % Self.batches.count], dropout)
      loss.backward()
      let norm = gradientNorm(model.parameters())
      optimiser.step(learningRate: 0.01, gradientScale: clipCoefficient(norm: norm, limit: 1))
      model.clearGradients()
      afterStep(step, loss.scalar)
    }
    return model.parameters().map { $0.elements.map(\.bitPattern) }
  }

  /// From the second round over ragged batches on, nothing is asked of the system and nothing leaks.
  @Test func memoryIsFlatAfterEveryBatchWasSeen() {
    var statistics: [MemoryPool.Statistics] = []
    _ = train(steps: 5 * Self.batches.count, threads: 2) { _, _ in
      statistics.append(MemoryPool.shared.statistics)
    }
    let round = Self.batches.count
    for step in round..<statistics.count {
      #expect(statistics[step].systemRequests == statistics[round - 1].systemRequests)
      #expect(statistics[step].bytesFromSystem == statistics[round - 1].bytesFromSystem)
      #expect(statistics[step].bytesInUse == statistics[step - round].bytesInUse)
    }
  }

  @Test func theLossFallsAndBitsDoNotDependOnTheThreads() {
    var losses: [Float] = []
    let one = train(steps: 80, threads: 1) { losses.append($1) }
    #expect(losses.prefix(4).reduce(0, +) / 4 > 3)
    #expect(losses.suffix(4).reduce(0, +) / 4 < 1)
    #expect(train(steps: 80, threads: 2) == one)
  }

  /// Two batches at once, and one after the other over a common denominator, give one gradient.
  @Test func accumulationEqualsOneLargeBatch() {
    var random = SeededRandom(seed: 1)
    let model = Model(&random)
    model.unfreeze()
    let rows: [[Int32]] = [[1, 2, 3, 4, 5], [7, 6], Array(3..<30)]
    let total = Float(TokenBatch(rows).nextTokens.count { $0 != ignoreIndex })
    let loss = { (rows: [[Int32]]) in
      let batch = TokenBatch(rows)
      let x = Tensor.embedding(
        model.tokens, ids: batch.ids, places: model.places,
        positions: batch.positions)
      return model.attention(x).causalAttention(heads: 2, segments: batch.segments)
        .languageModelLoss(
          head: model.tokens, labels: batch.nextTokens, denominator: total)
    }
    loss(rows).backward()
    let whole = model.parameters().map { $0.gradient?.elements ?? [] }
    model.clearGradients()
    for row in rows { loss([row]).backward() }
    for (parameter, whole) in zip(model.parameters(), whole) {
      let parts = parameter.gradient?.elements ?? []
      #expect(parts.count == whole.count)
      let largest = whole.map(abs).max() ?? 0
      #expect(zip(parts, whole).allSatisfy { abs($0 - $1) <= 3e-6 * largest })
    }
  }
}

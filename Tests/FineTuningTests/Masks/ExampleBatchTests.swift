import FineTuning
import Layers
import Models
import Tensors
import Testing

@Suite struct ExampleBatchTests {
  private let tolerance: Float = 1e-5

  @Test func labelsAreShiftedWithinTheirRows() throws {
    let examples = try [MaskSample.question("q", "a"), MaskSample.question("x", "1")].map {
      try MaskSample.encoded($0, .everything)
    }
    let batch = ExampleBatch(examples)
    #expect(MaskSample.signs(batch.batch.ids) == "U:qA:a■U:xA:1■")
    #expect(MaskSample.signs(batch.labels) == ":qA:a■·:xA:1■·")
    #expect(batch.weights == [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0])
    #expect(batch.batch.positions == Array(0..<7) + Array(0..<7))
    #expect(batch.weight == 12)
    #expect(batch.tokenCount == 14)
  }

  /// Packed rows have the loss and every gradient that they have one by one, when each is divided
  /// by what counts in all of them.
  @Test(arguments: [LossMask.answers, .everything, .weighted(prompt: 0.1, answer: 1)])
  func aPackedBatchIsItsRows(_ mask: LossMask) throws {
    let (model, examples) = (MaskSample.model(), try MaskSample.examples(mask))
    let whole = ExampleBatch(examples)
    let together = try model.gradients { _ in try model.loss(whole) }
    let oneByOne = try model.gradients(examples.count) {
      try model.loss(ExampleBatch([examples[$0]]), denominator: whole.weight)
    }
    #expect(abs(together.loss - oneByOne.loss) < 1e-5)
    #expect(together.difference(oneByOne) < tolerance)
    #expect(together.parameters.allSatisfy { $0.contains { $0 != 0 } })
  }

  @Test func microBatchesAreOneBatch() throws {
    let (model, examples) = (MaskSample.model(), try MaskSample.examples())
    let whole = try model.gradients { _ in try model.loss(ExampleBatch(examples)) }
    for packing in [Packing.rows(2), .budget(tokens: 40), .bestFit(tokens: 40)] {
      let parts = try examples.packed(packing, seed: 1)
      #expect(parts.count > 1)
      let denominator = parts.reduce(0) { $0 + $1.weight }
      let sum = try model.gradients(parts.count) {
        try model.loss(parts[$0], denominator: denominator)
      }
      #expect(abs(sum.loss - whole.loss) < 1e-5)
      #expect(sum.difference(whole) < tolerance)
    }
  }

  /// Σ w·(−ln p) / Σ w, from the logits of each row by itself.
  @Test func theLossIsTheWeightedMean() throws {
    let model = MaskSample.model()
    let examples = try MaskSample.examples(.weighted(prompt: 0.25, answer: 2))
    var (sum, weight) = (0.0, 0.0)
    for example in examples {
      let logits = try withoutGradients { try model.logits(TokenBatch([example.tokens])) }
      for place in 1..<example.count {
        let loss = negativeLogLikelihood(logits.row(place - 1), example.tokens[place])
        sum += Double(example.weights[place]) * loss
        weight += Double(example.weights[place])
      }
    }
    let loss = try withoutGradients { try model.loss(ExampleBatch(examples)) }
    #expect(abs(Double(loss.scalar) - sum / weight) < 1e-5)
  }
}

import Foundation
import Layers
import Models
import Tensors
import Testing

@Suite struct GPT2ForSequenceClassificationTests {
  private func model(
    labels: Int = 2, pad: Int32? = 9, problem: GPT2Config.ProblemType? = nil
  ) -> GPT2ForSequenceClassification {
    var random = SeededRandom(seed: 3)
    var config = GPT2Config(
      vocabSize: 10, contextLength: 8, hiddenSize: 8, layerCount: 1, headCount: 2
    ).withLabels(labels)
    config.padToken = pad
    config.problemType = problem
    config.initializerRange = 0.3
    return GPT2ForSequenceClassification(config, random: &random)
  }

  @Test func poolsTheRightmostTokenThatIsNoPadding() throws {
    let model = model()
    let rows: [[Int32]] = [[1, 2, 9, 9], [9, 9, 1, 2], [9, 9], [1, 9, 2, 9], [4]]
    #expect(try model.pooledPositions(rows) == [1, 3, 0, 2, 0])
    let logits = try withoutGradients { try model(rows).elements.rows(of: 2) }
    for (row, expected) in zip(rows, logits) {
      #expect(difference(try model([row]).elements, expected) < 1e-6)
    }
  }

  @Test func needsAPadTokenForSeveralRows() throws {
    let model = model(pad: nil)
    #expect(try model.pooledPositions([[1, 2, 9]]) == [2])
    let error = #expect(throws: ModelInputError.noPadToken) { try model([[1], [2]]) }
    #expect(
      error?.errorDescription
        == "Cannot handle batch sizes > 1 if no padding token is defined.")
    #expect(throws: ModelInputError.emptyRow(1)) { try model([[1], []]) }
  }

  @Test func decidesTheLossAsTransformersDoes() throws {
    let logits = Tensor([2, 2], [1, 3, 0, -2])
    let classes = try model().loss(logits, .classes([1, 0])).scalar
    #expect(abs(classes - log(1 + exp(-2))) < 1e-6)
    let several = try model().loss(logits, .values([[0, 1], [1, 0]])).scalar
    let terms = [1.0, -3, 0, -2].map { log1p(exp($0)) }
    #expect(abs(Double(several) - terms.reduce(0, +) / 4) < 1e-6)
    let squared = try model(problem: .regression).loss(logits, .values([[0, 0], [0, 0]])).scalar
    #expect(squared == 3.5)
    let one = try model(labels: 1).loss(Tensor([2, 1], [1, 3]), .values([[0], [0]])).scalar
    #expect(one == 5)
    let half = try model().loss(logits, .classes([1, 0]), denominator: 4).scalar
    #expect(abs(half - classes / 2) < 1e-6)
    let part = try model(labels: 1).loss(
      Tensor([2, 1], [1, 3]), .values([[0], [0]]), denominator: 4
    ).scalar
    #expect(part == 2.5)
  }

  @Test func refusesLabelsThatDoNotFit() throws {
    let logits = Tensor([2, 2], [1, 3, 0, -2])
    let model = model()
    #expect(throws: ModelInputError.unknownLabel(2, count: 2)) {
      try model.loss(logits, .classes([0, 2]))
    }
    for labels: ClassificationLabels in [
      .classes([0]), .values([[0, 0]]), .values([[0], [0]]),
    ] {
      #expect(throws: ModelInputError.self) { try model.loss(logits, labels) }
    }
    #expect(throws: ModelInputError.self) {
      try self.model(labels: 1).loss(Tensor([1, 1], [0]), .classes([0]))
    }
    #expect(throws: ModelInputError.self) {
      try self.model(problem: .singleLabel).loss(logits, .values([[0, 1], [0, 1]]))
    }
  }
}

import FineTuning
import Layers
import Models
import Tensors
import Testing

/// Counted by hand for two blocks of width 16 over rows of 3 and 5 tokens. A block has 16·48 + 16·16
/// + 2·16·64 = 3,072 weights; the rows have 6 + 15 = 21 pairs of a token and one that it sees.
@Suite struct ClassifierOperationsTests {
  private let block = 2.0 * 3072 * 8 + 4 * 16 * 21
  private let rows = LabelledRows(tokens: [[1, 2, 3], [4, 5, 6, 7, 8]], labels: [0, 1])

  private func classifier(
    _ head: ClassificationHead.Kind = .linear, _ pooling: Pooling = .lastToken
  ) -> TextClassifier {
    var random = SeededRandom(seed: 1)
    return TextClassifier(
      Sample.model().transformer, classes: 3, head: head, pooling: pooling, random: &random)
  }

  @Test func aPassByHand() throws {
    let head = 2.0 * 2 * 3 * 16
    let classifier = classifier()
    #expect(try classifier.operations(rows) == 2 * block + head)
    #expect(try classifier.operations(rows, training: .head) == 2 * block + head + head)
    #expect(
      try classifier.operations(rows, training: .lastBlock)
        == 2 * block + head + 2 * (block + head))
    #expect(try classifier.operations(rows, training: .all) == 3 * (2 * block + head))
  }

  @Test func headsWithMoreInThemCostMore() throws {
    let score = 2.0 * 2 * 3 * 16
    let dense = 2.0 * 2 * 16 * 16
    // The gradient goes through the score into what stands before it, and no further.
    #expect(
      try classifier(.activation).operations(rows, training: .head)
        == 2 * block + (score + dense) + (score + dense) + score)
    #expect(
      try classifier(.norm).operations(rows, training: .head) == 2 * block + score + 2 * score)
  }

  @Test func featuresAreCountedOnce() throws {
    let classifier = classifier()
    let head = 2.0 * 2 * 3 * 16
    #expect(try classifier.featureOperations(rows) == 2 * block)
    let known = try classifier.withFeatures(rows)
    #expect(try classifier.operations(known, training: .head) == 2 * head)
    #expect(try classifier.operations(known) == head)
  }

  /// Attention is causal: of a row of which the first token is read, nothing else is computed.
  @Test func whatIsNotReadIsNotCounted() throws {
    let first = 2.0 * 3072 * 2 + 4 * 16 * 2
    #expect(try classifier(.linear, .first).featureOperations(rows) == 2 * first)
  }
}

import FineTuning
import Foundation
import Layers
import Models
import Statistics
import Tensors
import Testing

@Suite struct PoolingTests {
  private let pad: Int32 = 36
  /// Rows of several lengths, some of which end in padding; the last is nothing else.
  private var rows: [[Int32]] {
    [
      [3, 4, 5], [7, 36, 8, 36, 36], [1], [9, 10, 11, 12, 13, 14, 36], [36, 36],
    ]
  }
  /// What is no padding at their ends.
  private let lengths = [3, 3, 1, 6, 1]

  private func model() -> GPT2Model {
    let model = Sample.model().transformer
    var config = model.config
    config.padToken = pad
    var random = SeededRandom(seed: 2)
    return GPT2Model(config, random: &random)
  }

  /// The hidden states of one row alone.
  private func states(_ model: GPT2Model, _ row: [Int32]) throws -> [[Float]] {
    let hidden = try withoutGradients { try model(TokenBatch([row])) }
    return (0..<row.count).map { hidden.row($0) }
  }

  private func expectEqual(_ found: Tensor, _ expected: [[Float]]) {
    #expect(found.shape == [expected.count, 16])
    for (index, row) in expected.enumerated() {
      #expect(zip(found.row(index), row).allSatisfy { abs($0 - $1) < 1e-5 }, "row \(index)")
    }
  }

  @Test func readsWhatItsNameSays() throws {
    let model = model()
    let all = try rows.map { try states(model, $0) }
    expectEqual(try model.features(rows, .first), all.map { $0[0] })
    expectEqual(try model.features(rows, .lastPosition), all.map { $0.last! })
    expectEqual(
      try model.features(rows, .lastToken), zip(all, lengths).map { $0[$1 - 1] })
    let means = zip(all, lengths).map { states, length in
      (0..<16).map { column in
        Float(states[..<length].map { Double($0[column]) }.mean)
      }
    }
    expectEqual(try model.features(rows, .mean), means)
  }

  /// Without a padding token every position counts, in any number of rows.
  @Test(arguments: [Pooling.lastToken, .mean]) func withoutPaddingRowsAreWhole(
    pooling: Pooling
  ) throws {
    let model = Sample.model().transformer
    let all = try rows.map { try states(model, $0) }
    let expected = all.map { states in
      pooling == .lastToken
        ? states.last!
        : (0..<16).map { column in states.map { $0[column] }.reduce(0, +) / Float(states.count) }
    }
    expectEqual(try model.features(rows, pooling), expected)
  }

  @Test func theGradientOfTheMeanIsShared() throws {
    let model = Sample.model().transformer
    let row: [Int32] = [3, 4, 5, 6]
    model.freeze()
    model.finalNorm.bias.requiresGradient = true
    try model.pooled([row, [7]], .mean).sum().backward()
    // Each state moves with the bias, and the shares of a row add up to 1.
    #expect(model.finalNorm.bias.gradient!.elements.allSatisfy { abs($0 - 2) < 1e-6 })
  }

  @Test func anEmptyRowIsAnError() {
    for pooling in Pooling.allCases {
      #expect(throws: ModelInputError.emptyRow(1)) { try model().pooled([[1], []], pooling) }
    }
  }
}

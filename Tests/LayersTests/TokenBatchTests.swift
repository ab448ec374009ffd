import Layers
import Tensors
import Testing

@Suite struct TokenBatchTests {
  @Test func rowsArePackedAndPositionsRestart() {
    let batch = TokenBatch([[5, 6, 7], [], [8], [9, 1]])
    #expect(batch.ids == [5, 6, 7, 8, 9, 1])
    #expect(batch.positions == [0, 1, 2, 0, 0, 1])
    #expect(batch.segments.starts == [0, 3, 3, 4, 6])
    #expect((batch.tokenCount, batch.rowCount) == (6, 4))
    #expect(batch.segments.range(3) == 4..<6)
  }

  @Test func theNextTokenIsOfTheSameRow() {
    #expect(
      TokenBatch([[5, 6, 7], [], [8], [9, 1]]).nextTokens
        == [6, 7, ignoreIndex, ignoreIndex, 1, ignoreIndex])
    #expect(TokenBatch([[3]]).nextTokens == [ignoreIndex])
  }

  @Test(arguments: [[], [[]], [[], []]] as [[[Int32]]])
  func aBatchWithoutTokensHasNoLabels(rows: [[Int32]]) {
    #expect(TokenBatch(rows).nextTokens == [])
  }

  @Test func labelsShiftWithinTheirRow() {
    let batch = TokenBatch([[5, 6, 7], [], [8], [9, 1]])
    #expect(
      batch.shifted([[ignoreIndex, 60, 70], [], [80], [90, 10]])
        == [60, 70, ignoreIndex, ignoreIndex, 10, ignoreIndex])
    #expect(batch.shifted([[5, 6, 7], [], [8], [9, 1]]) == batch.nextTokens)
  }
}

import FineTuning
import Layers
import Models
import Tensors
import Testing

@Suite struct FeaturesTests {
  private let rows = [5, 1, 24, 9, 2, 17, 3].map { Sample.tokens($0, below: 37, seed: UInt64($0)) }

  /// Whatever is computed at a time, each row's state is that of the row alone.
  @Test(arguments: [1, 2, 3, 7, 32]) func equalTheHiddenStatesOfEachRowAlone(atATime: Int) throws {
    let model = Sample.model().transformer
    let states = try model.lastTokenStates(rows, rowsAtATime: atATime)
    #expect(states.shape == [rows.count, 16])
    #expect(!states.requiresGradient)
    for (index, row) in rows.enumerated() {
      let alone = try withoutGradients { try model(TokenBatch([row])) }.row(row.count - 1)
      #expect(zip(states.row(index), alone).allSatisfy { abs($0 - $1) < 1e-5 })
    }
  }

  @Test func nothingHasNoFeaturesAndAnEmptyRowIsAnError() throws {
    let model = Sample.model().transformer
    #expect(try model.lastTokenStates([]).shape == [0, 16])
    #expect(throws: ModelInputError.emptyRow(1)) { try model.lastTokenStates([[1], []]) }
  }
}

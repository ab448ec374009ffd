import FineTuning
import Layers
import Tensors
import Testing

@Suite struct PackingTests {
  private let lengths = Sample.tokens(300, below: 60, seed: 3).map { Int($0) + 1 }

  private let packings: [Packing] = [.rows(7), .budget(tokens: 64), .bestFit(tokens: 64)]

  @Test func everyRowStandsInOneBatch() {
    for packing in packings {
      let groups = packing.groups(of: lengths, seed: 1)
      #expect(groups.joined().sorted() == Array(lengths.indices))
      #expect(groups.allSatisfy { !$0.isEmpty })
    }
    for packing in packings.dropFirst() {
      for group in packing.groups(of: lengths, seed: 1) {
        #expect(group.map { lengths[$0] }.reduce(0, +) <= 64)
      }
    }
    #expect(
      packings[0].groups(of: lengths, seed: 1).map(\.count) == Array(repeating: 7, count: 42) + [6])
    for packing in packings { #expect(packing.groups(of: [], seed: 1).isEmpty) }
  }

  @Test func theSeedAndTheEpochDecide() {
    for packing in packings {
      let groups = packing.groups(of: lengths, seed: 1)
      #expect(packing.groups(of: lengths, seed: 1) == groups)
      #expect(packing.groups(of: lengths, seed: 2) != groups)
      #expect(packing.groups(of: lengths, seed: 1, epoch: 1) != groups)
    }
  }

  /// A budget closes a batch only at a row that does not fit.
  @Test func aBudgetIsFilledInOrder() {
    let groups = Packing.budget(tokens: 64).groups(of: lengths, seed: 5)
    for (group, next) in zip(groups, groups.dropFirst()) {
      #expect(group.map { lengths[$0] }.reduce(0, +) + lengths[next[0]] > 64)
    }
  }

  @Test func theLongestRowsComeFirstAndFillTheFullest() {
    //                                  0  1  2  3  4  5  6
    #expect(Packing.bestFit([4, 8, 1, 4, 2, 1, 10], 10) == [[6], [1, 4], [0, 3, 2, 5]])
    #expect(Packing.bestFit([5, 5, 5, 5], 10) == [[0, 1], [2, 3]])
    #expect(Packing.bestFit([6, 7, 4, 3], 10) == [[1, 3], [0, 2]])
    #expect(Packing.bestFit([], 10) == [])
  }

  /// Against a plain search of all batches: the least room that is enough, the longest-standing of
  /// several.
  @Test func bestFitIsAsByItsDefinition() {
    var groups: [(room: Int, since: Int, rows: [Int])] = []
    let order = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    for (time, row) in order.enumerated() {
      let fitting = groups.indices.filter { groups[$0].room >= lengths[row] }
      let best = fitting.min {
        (groups[$0].room, groups[$0].since) < (groups[$1].room, groups[$1].since)
      }
      if let best {
        groups[best].room -= lengths[row]
        groups[best].since = time
        groups[best].rows.append(row)
      } else {
        groups.append((64 - lengths[row], time, [row]))
      }
    }
    #expect(Packing.bestFit(lengths, 64) == groups.map(\.rows))
    let least = (lengths.reduce(0, +) + 63) / 64
    #expect(groups.count <= least * 11 / 10)
    #expect(Packing.budget(tokens: 64).groups(of: lengths, seed: 1).count > groups.count)
  }

  @Test func packedRowsAreTheBatches() throws {
    let examples = try MaskSample.examples()
    for packing in [Packing.rows(3), .budget(tokens: 32), .bestFit(tokens: 32)] {
      let batches = try examples.packed(packing, seed: 4, epoch: 2)
      let groups = packing.groups(of: examples.map(\.count), seed: 4, epoch: 2)
      #expect(batches.map(\.batch.ids) == groups.map { $0.flatMap { examples[$0].tokens } })
      #expect(batches.map(\.batch.rowCount) == groups.map(\.count))
      let counted = batches.reduce(0) { $0 + $1.weight }
      #expect(counted == Float(examples.reduce(0) { $0 + $1.labelCount }))
    }
  }

  @Test func aRowThatNoBatchTakesIsRefused() throws {
    let examples = try MaskSample.examples()
    let error = #expect(throws: ExampleError.self) {
      _ = try examples.packed(.budget(tokens: 16), seed: 1)
    }
    #expect(error == ExampleError(row: 3, .tooLong(tokens: 20, limit: 16)))
    #expect(
      error?.errorDescription == "row 3: it has 20 tokens, and a batch is to hold 16 at most")
  }

  @Test func aRowWithoutALabelIsRefused() throws {
    var examples = try MaskSample.examples()
    examples[5] = try MaskSample.encoded([Segment(.user, "hi")], row: 6)
    let one = #expect(throws: ExampleError.self) { _ = try examples.packed(.rows(2), seed: 1) }
    #expect(one == ExampleError(row: 6, .noLabel(tokens: 2)))
    let masked = try MaskSample.examples(.weighted(prompt: 0, answer: 0))
    let all = #expect(throws: ExampleError.self) { _ = try masked.packed(.rows(2), seed: 1) }
    #expect(all == ExampleError(row: 1, .noLabels(rows: 7)))
  }
}

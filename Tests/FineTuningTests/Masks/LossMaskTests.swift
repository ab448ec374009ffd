import FineTuning
import Tensors
import Testing

@Suite struct LossMaskTests {
  private func labels(_ mask: LossMask, bug: MaskBug? = nil) throws -> String {
    let example = try MaskSample.encoded(MaskSample.conversation, mask, bug: bug)
    #expect(MaskSample.signs(example.tokens) == "S:sU:uA:a■U:vA:b■")
    let counted = example.weights.map { $0 > 0 }
    #expect(counted == example.labels.map { $0 != ignoreIndex })
    return MaskSample.signs(example.labels)
  }

  @Test func answersAndTheirEnds() throws {
    #expect(try labels(.answers) == "········a■·····b■")
    #expect(try labels(LossMask(endCounts: false)) == "········a······b·")
    #expect(try labels(LossMask(turns: .last)) == "···············b■")
    #expect(try labels(LossMask(endCounts: false, turns: .last)) == "···············b·")
  }

  @Test func everything() throws {
    #expect(try labels(.everything) == "S:sU:uA:a■U:vA:b■")
    #expect(try labels(LossMask(promptWeight: 1, endCounts: false)) == "S:sU:uA:a·U:vA:b·")
  }

  /// An earlier answer that does not count as one weighs what the prompt weighs.
  @Test(arguments: LossMask.Turns.allCases) func weighted(turns: LossMask.Turns) throws {
    var mask = LossMask.weighted(prompt: 0.25, answer: 2)
    mask.turns = turns
    let first: Float = turns == .all ? 2 : 0.25
    let example = try MaskSample.encoded(MaskSample.conversation, mask)
    let expected: [Float] =
      Array(repeating: 0.25, count: 8) + [first, first]
      + Array(repeating: 0.25, count: 5) + [2, 2]
    #expect(example.weights == expected)
    #expect(example.labels == example.tokens)
  }

  @Test func aWeightOfNothingIsNoLabel() throws {
    #expect(try labels(.weighted(prompt: 0, answer: 0.5)) == "········a■·····b■")
    #expect(try labels(.weighted(prompt: 0.5, answer: 0)) == "S:sU:uA:··U:vA:··")
    #expect(try labels(.weighted(prompt: 0, answer: 0)) == "·················")
  }

  /// Labels that were shifted already: each token is to predict the one after the next.
  @Test func offByOne() throws {
    #expect(try labels(.answers, bug: .offByOne) == "·······a■·····b■·")
    let example = try MaskSample.encoded(MaskSample.conversation, .everything, bug: .offByOne)
    let batch = ExampleBatch([example])
    #expect(MaskSample.signs(batch.batch.ids) == "S:sU:uA:a■U:vA:b■")
    #expect(MaskSample.signs(batch.labels) == "sU:uA:a■U:vA:b■··")
  }

  /// Ignoring the pad by its id takes the end of the answer too, and one at the start of the row.
  @Test func endIgnored() throws {
    #expect(try labels(.answers, bug: .endIgnored) == "········a······b·")
    let row = [Segment(.frame, MaskSample.end)] + MaskSample.question("q", "a")
    let example = try MaskSample.encoded(row, .everything, bug: .endIgnored)
    #expect(MaskSample.signs(example.tokens) == "■U:qA:a■")
    #expect(MaskSample.signs(example.labels) == "·U:qA:a·")
  }

  @Test func roleCounted() throws {
    #expect(try labels(.answers, bug: .roleCounted) == "······A:a■···A:b■")
    #expect(try labels(LossMask(turns: .last), bug: .roleCounted) == "·············A:b■")
  }

  /// Pads stand behind the rows that are shorter than the longest, and count.
  @Test func paddingCounted() throws {
    #expect(try labels(.answers, bug: .paddingCounted) == labels(.answers))
    let examples = try [MaskSample.question("hi", "yo"), MaskSample.question("x", "1")].map {
      try MaskSample.encoded($0)
    }
    let batch = ExampleBatch(examples, bug: .paddingCounted)
    #expect(MaskSample.signs(batch.batch.ids) == "U:hiA:yo■U:xA:1■■■")
    #expect(MaskSample.signs(batch.labels) == "·····yo■·····1■■■·")
    #expect(batch.weight == 7)
    #expect(ExampleBatch(examples).weight == 5)
  }
}

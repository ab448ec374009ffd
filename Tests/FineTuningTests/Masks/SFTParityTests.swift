import FineTuning
import Layers
import Models
import Tensors
import Testing

/// Labels, losses and gradients of transformers and TRL, whose rows are padded where ours are packed.
@Suite struct SFTParityTests {
  private let fixture: SFTFixture
  private let tolerance: Float = 1e-5

  init() throws { fixture = try SFTFixture() }

  private func loss(_ examples: [EncodedExample]) throws -> Float {
    let model = try fixture.model()
    return try withoutGradients { try model.loss(ExampleBatch(examples)) }.scalar
  }

  @Test func tokensAndLabels() throws {
    let rows = fixture.expected.rows
    let answers = try fixture.examples(.answers)
    #expect(answers.map(\.tokens) == rows.map(\.tokens))
    #expect(answers.map(\.labels) == rows.map(\.completion))
    #expect(try fixture.examples(.everything).map(\.labels) == rows.map(\.full))
  }

  @Test(arguments: ["completion", "full"]) func lossAndGradients(_ kind: String) throws {
    let mask: LossMask = kind == "full" ? .everything : .answers
    let expected = kind == "full" ? fixture.expected.full : fixture.expected.completion
    let (model, examples) = (try fixture.model(), try fixture.examples(mask))
    let whole = ExampleBatch(examples)
    let loss = try model.loss(whole)
    #expect(abs(loss.scalar - expected.loss) < tolerance)
    loss.backward()
    let gradients = fixture.tensors.entries.filter { $0.name.hasPrefix(kind + ".grad.") }
    try #require(gradients.count == 4)
    let parameters = Dictionary(uniqueKeysWithValues: model.huggingFaceParameters.map { ($0, $1) })
    for entry in gradients {
      let name = String(entry.name.dropFirst(kind.count + 6))
      let found = try #require(parameters[name]?.gradient, "\(name) has no gradient")
      let difference = relativeDifference(
        found.elements, try fixture.tensors.floats(entry.name))
      #expect(difference < tolerance, "\(name)")
    }
    for (example, loss) in zip(examples, expected.rows) {
      #expect(try abs(self.loss([example]) - loss) < tolerance)
    }
    for packing in [Packing.budget(tokens: 80), .bestFit(tokens: 80)] {
      let parts = try examples.packed(packing, seed: 1)
      #expect(parts.count > 1)
      let sum = try withoutGradients {
        try parts.reduce(Float(0)) {
          try $0 + model.loss($1, denominator: whole.weight).scalar
        }
      }
      #expect(abs(sum - expected.loss) < tolerance)
    }
  }

  /// The planted bug is what transformers' collator does when the end token also pads.
  @Test func theCollatorIgnoresTheEnd() throws {
    let broken = try fixture.examples(.everything, bug: .endIgnored)
    #expect(broken.map(\.labels) == fixture.expected.rows.map(\.collated))
    #expect(try abs(loss(broken) - fixture.expected.collated.loss) < tolerance)
    #expect(abs(fixture.expected.collated.loss - fixture.expected.full.loss) > 1e-3)
  }

  @Test func rowsOfTRL() throws {
    let trl = fixture.expected.trl
    try #require(trl.rows.count == 6)
    let all = try fixture.examples(.answers)
    let examples = trl.rows.map { all[$0.row] }
    #expect(examples.map(\.tokens) == trl.rows.map(\.tokens))
    #expect(examples.map(\.labels) == trl.rows.map(\.labels))
    #expect(try abs(loss(examples) - trl.loss) < tolerance)
  }

  /// In one string the answer's first word takes the space from the prompt.
  @Test func theBorderThatATokenCrosses() throws {
    let border = fixture.expected.border
    #expect(!border.whole.starts(with: border.prompt))
    let example = try #require(try fixture.examples(.answers).last)
    #expect(example.tokens.starts(with: border.prompt))
    #expect(example.kinds.firstIndex(of: .assistant) == border.prompt.count)
    #expect(fixture.tokenizer.encode("Answer: rice.") == border.whole)
  }

  /// TRL sorts rows of one length as it likes, so that lengths are compared.
  @Test func groupsOfTRL() throws {
    let packed = fixture.expected.packed
    let groups = Packing.bestFit(packed.lengths, packed.capacity)
    #expect(groups.map { $0.map { packed.lengths[$0] } } == packed.groups)
  }
}

import Foundation
import Layers
import Models
import Tensors
import Testing

/// The numbers of transformers, on tiny models with weights far above initialisation.
@Suite struct GPT2ParityTests {
  /// float32 sums in another order; transformers itself differs by as much between processors.
  private let tolerance: Float = 5e-6

  /// Prints one line a fixture, of which the parity table is made. The bounds are several times what
  /// was measured, for processors that round otherwise.
  @Test(arguments: GPT2Fixture.languageModels + GPT2Fixture.classifiers)
  func computesAndTrainsTheSameWay(_ name: String) throws {
    let isClassifier = GPT2Fixture.classifiers.contains(name)
    let parity = try isClassifier ? GPT2Parity.classifier(name) : .languageModel(name)
    print(parity)
    #expect(parity.logits <= 5e-6)
    #expect(parity.loss <= 5e-6)
    #expect(parity.gradient.error <= 1e-5)
    for run in [parity.training, parity.accumulation] {
      #expect(run.loss <= 5e-6)
      #expect(run.norm <= 5e-6)
    }
    #expect(parity.trainedLogits <= 1e-5)
    #expect(parity.greedy ?? true)
  }

  /// Rows of different lengths: transformers pads them or packs them with positions that restart.
  @Test(arguments: GPT2Fixture.languageModels)
  func packedRowsAreAsPaddedOnes(_ name: String) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2LMHeadModel.load(fixture.folder)
    let rows = try fixture.rows("padded.input_ids", mask: "padded.attention_mask")
    let batch = TokenBatch(rows)
    #expect(batch.ids == (try fixture.integers("packed.input_ids")))
    #expect(batch.positions == (try fixture.integers("packed.position_ids")))
    let logits = try withoutGradients { try model.logits(batch) }
    #expect(difference(logits.elements, try fixture.floats("packed.logits")) < tolerance)
    let labels = try fixture.rows("padded.labels", mask: "padded.attention_mask")
    let loss = try withoutGradients { try model.loss(batch, labels: batch.shifted(labels)) }
    #expect(abs(loss.scalar - (try fixture.floats("padded.loss")[0])) < tolerance)
  }

  @Test(arguments: GPT2Fixture.languageModels)
  func theBaseModelGivesTheSameHiddenStates(_ name: String) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2Model.load(fixture.folder)
    let hidden = try withoutGradients { try model(TokenBatch(fixture.rows("input_ids"))) }
    #expect(difference(hidden.elements, try fixture.floats("hidden")) < tolerance)
  }

  @Test(arguments: GPT2Fixture.classifiers)
  func poolsRowsOfPaddingTheSameWay(_ name: String) throws {
    let fixture = try GPT2Fixture(name)
    let model = try GPT2ForSequenceClassification.load(fixture.folder)
    for prefix in ["", "edge."] {
      let positions = try model.pooledPositions(fixture.rows(prefix + "input_ids"))
      #expect(positions.map(Int32.init) == (try fixture.integers(prefix + "pooled_positions")))
    }
    let logits = try withoutGradients { try model(fixture.rows("edge.input_ids")) }
    #expect(difference(logits.elements, try fixture.floats("edge.logits")) < tolerance)
  }
}

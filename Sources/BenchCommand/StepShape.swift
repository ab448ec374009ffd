import Models

/// The sizes of a full training step: a GPT-2 whose head is its token embedding, and `batch` rows of
/// `length` tokens, of which all but a row's last have a label.
package struct StepShape: Codable, Hashable, Sendable {
  package var layers: Int
  package var width: Int
  package var heads: Int
  package var vocab: Int
  /// Position embeddings of the model, `length` or more.
  package var positions: Int
  package var batch: Int
  package var length: Int

  package init(
    layers: Int, width: Int, heads: Int, vocab: Int, positions: Int, batch: Int, length: Int
  ) {
    self.layers = layers
    self.width = width
    self.heads = heads
    self.vocab = vocab
    self.positions = positions
    self.batch = batch
    self.length = length
  }

  package var tokens: Int { batch * length }

  /// What shapes of one model have in common.
  var modelSizes: [Int] { [layers, width, heads, vocab, positions] }

  var config: GPT2Config {
    GPT2Config(
      vocabSize: vocab, contextLength: positions, hiddenSize: width, layerCount: layers,
      headCount: heads)
  }

  /// This shape with one size changed.
  func with(_ size: WritableKeyPath<StepShape, Int>, _ value: Int) -> StepShape {
    var shape = self
    shape[keyPath: size] = value
    return shape
  }
}

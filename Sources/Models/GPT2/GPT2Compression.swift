import Foundation
import Layers
import Tensors

extension GPT2LMHeadModel {
  /// Stores the weights of the linear layers, of the token embedding and of the head in fewer bits,
  /// and gives the memory of their floats back. Biases, layer norms, positions and what virtual
  /// tokens and adapters between the layers hold stay float32. The model is frozen: from then on it
  /// generates and gives logits, and can neither be trained nor saved. Throws `CompressionError`;
  /// nothing has changed then.
  public func compress(to format: WeightFormat) throws(CompressionError) {
    let layers = transformer.linearLayers
    if let occupied = layers.first(where: { $0.layer.adapter != nil }) {
      throw .adapter(occupied.name)
    }
    var weights = layers.map { ("\($0.name).weight", $0.layer.weight, $0.layer.layout) }
    weights.append(("transformer.wte.weight", transformer.tokenEmbedding, .outputsByInputs))
    if head.weight !== transformer.tokenEmbedding {
      weights.append(("lm_head.weight", head.weight, head.layout))
    }
    for (name, weight, _) in weights {
      if let stored = weight.weightFormat { throw .compressed(name, stored) }
      if !format.canHold(weight) { throw .outOfRange(name, format) }
    }
    freeze()
    for (_, weight, layout) in weights { weight.compress(to: format, layout: layout) }
    MemoryPool.shared.trim()
  }
}

/// A model whose weights cannot be stored in fewer bits.
public enum CompressionError: LocalizedError, Equatable {
  /// The layer in whose slot an adapter stands.
  case adapter(String)
  case compressed(String, WeightFormat)
  case outOfRange(String, WeightFormat)

  public var errorDescription: String? {
    switch self {
    case .adapter(let layer): "an adapter stands in \(layer), beside the weights"
    case .compressed(let weight, let format): "\(weight) is stored as \(format.rawValue) already"
    case .outOfRange(let weight, let format):
      "\(weight) holds values that \(format.rawValue) cannot: too large, or no numbers"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .adapter: "merge or deactivate the adapter first"
    case .compressed: "load the model again"
    case .outOfRange(_, let format):
      format == .float16
        ? "take bf16, whose range is that of float32" : "keep the weights as they are"
    }
  }
}

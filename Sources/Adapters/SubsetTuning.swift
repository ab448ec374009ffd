import Layers
import Models
import Tensors

// Methods that add nothing and train a part of the model's own parameters.

/// BitFit (Ben Zaken et al., 2022): all biases, those of the norms included.
public struct BitFit: AdapterMethod {
  public static let name = "bitfit"

  public init() {}

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) -> [any AdapterPart] {
    model.biases.map { SwappedParameter($0.name, $0.bias) }
  }
}

/// Layer-norm tuning (Zhao et al., 2023): the weights and biases of all norms.
public struct LayerNormTuning: AdapterMethod {
  public static let name = "layer-norm"

  public init() {}

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) -> [any AdapterPart] {
    model.normLayers.flatMap { name, norm in
      [
        SwappedParameter("\(name).ln_tuning_layers.weight", norm.weight),
        SwappedParameter("\(name).ln_tuning_layers.bias", norm.bias),
      ]
    }
  }
}

/// Freeze tuning: the last blocks and the final norm; everything below stays as it is and costs no
/// backward pass.
public struct FreezeTuning: AdapterMethod {
  public static let name = "freeze"

  /// How many of the last blocks are trained.
  public var blocks: Int

  public init(blocks: Int = 1) {
    self.blocks = blocks
  }

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) throws -> [any AdapterPart] {
    let count = model.blocks.count
    try check("blocks", blocks, "in 1 … \(count), the blocks of the model") { 1...count ~= $0 }
    let trained =
      (model.blocks.suffix(blocks).flatMap { $0.parameters() }
      + model.finalNorm.parameters()).map(ObjectIdentifier.init)
    return model.huggingFaceParameters.filter { trained.contains(ObjectIdentifier($0.tensor)) }
      .map { SwappedParameter("transformer.\($0.key)", $0.tensor) }
  }
}

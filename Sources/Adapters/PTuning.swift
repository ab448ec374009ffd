import Layers
import Models
import Tensors

/// P-tuning (Liu et al., 2021) with the MLP encoder of peft: the vectors of a prompt come out of a
/// small network, which is trained with what goes into it and then thrown away.
public struct PTuning: AdapterMethod {
  public static let name = "p-tuning"

  /// P, the number of vectors.
  public var length: Int
  /// The width of the network.
  public var hiddenSize: Int
  public var placement: PromptPlacement

  public init(length: Int = 10, hiddenSize: Int = 128, placement: PromptPlacement = .front) {
    self.length = length
    self.hiddenSize = hiddenSize
    self.placement = placement
  }

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) throws -> [any AdapterPart] {
    try checkVirtualTokens(length, for: model)
    try check("hidden size", hiddenSize, "positive") { $0 > 0 }
    let prompt = EncodedPrompt(self, width: model.config.hiddenSize, random: &random)
    let path = "prompt_encoder.default"
    let layers = prompt.layers.enumerated().flatMap { named("\(path).mlp_head.\(2 * $0)", $1) }
    return [
      PromptPart(model, prompt, [("\(path).embedding.weight", prompt.embedding)] + layers)
    ]
  }
}

/// Vectors that a network of three layers with ReLUs between makes.
final class EncodedPrompt: InputPrompt {
  /// [P, H]
  let embedding: Tensor
  let layers: [Linear]
  let placement: PromptPlacement

  init(_ method: PTuning, width: Int, random: inout SeededRandom) {
    embedding = .normal([method.length, width], deviation: 1, using: &random)
    layers = [
      .torch(width, method.hiddenSize, random: &random),
      .torch(method.hiddenSize, method.hiddenSize, random: &random),
      .torch(method.hiddenSize, width, random: &random),
    ]
    placement = method.placement
  }

  var count: Int { embedding.dim(0) }
  func vectors() -> Tensor { layers[2](layers[1](layers[0](embedding).relu()).relu()) }
}

import Layers
import Models
import Tensors

/// A part that stands for virtual tokens. peft's files hold what comes out of it, and not the
/// network that made it.
protocol VirtualTokenPart: AdapterPart {
  /// The table of the virtual tokens, one row each.
  var vectors: Tensor { get }
}

extension GPT2Model {
  var hasVirtualTokens: Bool { prefix != nil || prompt != nil }
}

extension AdapterMethod {
  func checkVirtualTokens(_ length: Int, for model: GPT2Model) throws(AdapterError) {
    let most = model.config.contextLength - 1
    try check("length", length, "in 1 … \(most), below the model's context") { 1...most ~= $0 }
  }
}

/// The parameters of an optional layer by the names of torch.
func named(_ path: String, _ layer: Linear?) -> [(name: String, tensor: Tensor)] {
  guard let layer else { return [] }
  return [("\(path).weight", layer.weight)] + (layer.bias.map { [("\(path).bias", $0)] } ?? [])
}

extension Linear {
  /// A layer as torch.nn.Linear begins: weights [outputs, inputs] and biases from U(±1/√inputs).
  static func torch(_ inputs: Int, _ outputs: Int, random: inout SeededRandom) -> Linear {
    let bound = 1 / Float(inputs).squareRoot()
    return Linear(
      weight: .uniform([outputs, inputs], -bound, bound, using: &random),
      bias: .uniform([outputs], -bound, bound, using: &random), layout: .outputsByInputs)
  }
}

import Layers
import Models
import Tensors

/// (IA)³ (Liu et al., 2022): every output of some layers, and every input of others, is multiplied
/// by a trained number that starts at 1.
public struct IA3: AdapterMethod {
  public static let name = "ia3"

  public var targets: TargetModules
  /// Those of the targets whose inputs are multiplied instead of their outputs; there need be none.
  public var feedForward: TargetModules

  /// By default what peft takes for GPT-2: the outputs of `attn.c_attn`, the inputs of `mlp.c_proj`.
  public init(
    targets: TargetModules = ["c_attn", "mlp.c_proj"], feedForward: TargetModules = ["mlp.c_proj"]
  ) {
    self.targets = targets
    self.feedForward = feedForward
  }

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) throws -> [any AdapterPart] {
    let inputs =
      feedForward == []
      ? [] : Set(try feedForward.layers(in: model, standard: ["mlp.c_proj"]).map(\.name))
    let layers = try targets.layers(in: model, standard: ["c_attn", "mlp.c_proj"])
    return layers.map { name, layer in
      LinearPart(name, layer, IA3Layer(layer, scalesInput: inputs.contains(name)))
    }
  }
}

/// The factors of one layer.
final class IA3Layer: MergeableLinearAdapter {
  /// [outputs, 1], or [1, inputs], as peft stores it.
  let factors: Tensor
  private let scalesInput: Bool

  init(_ layer: Linear, scalesInput: Bool) {
    factors = Tensor(
      scalesInput ? [1, layer.inputs] : [layer.outputs, 1], filledWith: 1)
    self.scalesInput = scalesInput
  }

  func callAsFunction(
    _ x: Tensor, through layer: Linear, dropout: DropoutStream?
  ) -> Tensor {
    scalesInput
      ? layer.withoutAdapter(x.scaledColumns(by: factors))
      : layer.withoutAdapter(x).scaledColumns(by: factors)
  }

  var named: [(name: String, tensor: Tensor)] { [("ia3_l", factors)] }

  func merge(into layer: Linear) {
    let factors = factors.elements
    guard scalesInput else {
      layer.weight.scaleOutputs(by: factors, layer.layout)
      layer.bias?.scaleOutputs(by: factors)
      return
    }
    layer.weight.scaleOutputs(
      by: factors, layer.layout == .inputsByOutputs ? .outputsByInputs : .inputsByOutputs)
  }
}

extension Tensor {
  fileprivate func scaleOutputs(by factors: [Float]) {
    for place in 0..<count { pointer[place] *= factors[place] }
  }
}

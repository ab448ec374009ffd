import Tensors

/// What changes the map of a linear layer. It sits in the layer's slot; the layer stays in place.
public protocol LinearAdapter: Module {
  /// x [N, inputs] → [N, outputs]; the layer's own map is `layer.withoutAdapter(x)`.
  func callAsFunction(_ x: Tensor, through layer: Linear, dropout: DropoutStream?) -> Tensor
}

/// y = x·W + b, with the weight in either layout.
public final class Linear: Module {
  public let weight: Tensor
  public let bias: Tensor?
  public let layout: WeightLayout
  public var adapter: (any LinearAdapter)?

  /// Takes existing tensors: weight [inputs, outputs] or [outputs, inputs] by layout, bias [outputs].
  public init(weight: Tensor, bias: Tensor?, layout: WeightLayout) {
    self.weight = weight
    self.bias = bias
    self.layout = layout
  }

  /// A new layer with weights from N(0, deviation²) and bias 0.
  public convenience init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true, layout: WeightLayout, deviation: Float,
    using random: inout SeededRandom
  ) {
    let shape = layout == .inputsByOutputs ? [inputs, outputs] : [outputs, inputs]
    self.init(
      weight: .normal(shape, deviation: deviation, using: &random),
      bias: bias ? Tensor([outputs]) : nil, layout: layout)
  }

  public var inputs: Int { layout == .inputsByOutputs ? weight.dim(0) : weight.dim(1) }
  public var outputs: Int { layout == .inputsByOutputs ? weight.dim(1) : weight.dim(0) }

  /// x [N, inputs] → [N, outputs]
  public func callAsFunction(_ x: Tensor, dropout: DropoutStream? = nil) -> Tensor {
    adapter?(x, through: self, dropout: dropout) ?? withoutAdapter(x)
  }

  /// The layer's own map, whatever is in its slot.
  public func withoutAdapter(_ x: Tensor) -> Tensor {
    x.linear(weight, bias: bias, layout: layout)
  }
}

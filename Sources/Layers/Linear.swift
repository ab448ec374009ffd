import Tensors

/// What an adapter adds to a linear layer. It sits in the layer's slot; the layer stays in place.
public protocol LinearAdapter: Module {
  /// The layer's new output, from its own output and its input, [N, outputs] and [N, inputs].
  func adapt(_ output: Tensor, input: Tensor, dropout: DropoutStream?) -> Tensor
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
    let y = x.linear(weight, bias: bias, layout: layout)
    return adapter?.adapt(y, input: x, dropout: dropout) ?? y
  }
}

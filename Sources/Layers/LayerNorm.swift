import Tensors

/// Normalises each row to mean 0 and deviation 1, then scales and shifts it.
public final class LayerNorm: Module {
  public let weight: Tensor
  public let bias: Tensor
  public let epsilon: Float

  public init(_ width: Int, epsilon: Float = 1e-5) {
    weight = Tensor([width], filledWith: 1)
    bias = Tensor([width])
    self.epsilon = epsilon
  }

  /// x [N, H] → [N, H]
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.layerNorm(weight: weight, bias: bias, epsilon: epsilon)
  }
}

import Layers
import Tensors

/// Low-rank adaptation (Hu et al., 2021): y = x·W + (α/r)·(x·Aᵀ)·Bᵀ with W frozen. A is [r, inputs],
/// drawn as peft draws it from U(±1/√inputs); B is [outputs, r] and starts at zero, so that attaching
/// changes nothing.
public struct LoRA: Sendable, Equatable {
  public var rank: Int
  public var alpha: Float
  public var dropout: Float

  public init(rank: Int = 8, alpha: Float = 8, dropout: Float = 0) {
    precondition(rank > 0, "LoRA needs a positive rank, not \(rank)")
    self.rank = rank
    self.alpha = alpha
    self.dropout = dropout
  }

  /// Puts a new adapter into the layer's slot and returns it; the layer's own weights are frozen.
  @discardableResult
  public func attach(to layer: Linear, using random: inout SeededRandom) -> LoRAAdapter {
    layer.weight.requiresGradient = false
    layer.bias?.requiresGradient = false
    let adapter = LoRAAdapter(self, inputs: layer.inputs, outputs: layer.outputs, using: &random)
    layer.adapter = adapter
    return adapter
  }
}

/// The trainable pair of one layer.
public final class LoRAAdapter: LinearAdapter {
  public let a: Tensor
  public let b: Tensor
  public let configuration: LoRA

  init(_ configuration: LoRA, inputs: Int, outputs: Int, using random: inout SeededRandom) {
    let bound = 1 / Float(inputs).squareRoot()
    self.configuration = configuration
    a = .uniform([configuration.rank, inputs], -bound, bound, using: &random)
    b = Tensor([outputs, configuration.rank])
    a.requiresGradient = true
    b.requiresGradient = true
  }

  public func adapt(_ output: Tensor, input: Tensor, dropout: DropoutStream?) -> Tensor {
    let scale = configuration.alpha / Float(configuration.rank)
    let low = input.dropout(configuration.dropout, dropout)
      .linear(a, layout: .outputsByInputs)
    return output + (low * scale).linear(b, layout: .outputsByInputs)
  }
}

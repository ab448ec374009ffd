import Layers
import Tensors

/// Makes the weights of a model that is being built: drawn at random, or left for a checkpoint to
/// fill.
package struct InitialWeights {
  /// nil leaves the memory as it is.
  var random: SeededRandom?

  package init(random: SeededRandom?) {
    self.random = random
  }

  /// Numbers from N(0, deviation²).
  mutating func normal(_ shape: [Int], deviation: Float) -> Tensor {
    guard random != nil else { return Tensor(uninitialized: shape) }
    return .normal(shape, deviation: deviation, using: &random!)
  }

  /// GPT-2's linear layer, with its weight as [inputs, outputs] and a bias of 0.
  mutating func conv1D(_ inputs: Int, _ outputs: Int, deviation: Float) -> Linear {
    Linear(
      weight: normal([inputs, outputs], deviation: deviation), bias: Tensor([outputs]),
      layout: .inputsByOutputs)
  }
}

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
    let tensor = Tensor(uninitialized: shape)
    if let seed = random?.next() { InitialWeights.fill(tensor, deviation: deviation, seed: seed) }
    return tensor
  }

  /// GPT-2's linear layer, with its weight as [inputs, outputs] and a bias of 0.
  mutating func conv1D(_ inputs: Int, _ outputs: Int, deviation: Float) -> Linear {
    Linear(
      weight: normal([inputs, outputs], deviation: deviation), bias: Tensor([outputs]),
      layout: .inputsByOutputs)
  }

  /// Draws in parts with a stream each, so that threads can share the work and the numbers do not
  /// depend on how many there are.
  static func fill(_ tensor: Tensor, deviation: Float, seed: UInt64) {
    let grain = 1 << 16
    ThreadPool.ranges(of: tensor.count, grain: grain) { range in
      var random = SeededRandom(seed: seed, stream: "\(range.lowerBound / grain)")
      for i in range { tensor.pointer[i] = deviation * random.normal() }
    }
  }
}

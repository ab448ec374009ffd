import Adapters
import Layers
import Models
import Tensors
import Testing

/// Every gradient of every adapter against central differences of the loss of a whole GPT-2.
@Suite struct AdapterGradientTests {
  @Test(arguments: MethodCase.all) func gradientsAreThoseOfDifferences(_ tried: MethodCase) throws {
    let model = Sample.languageModel()
    let adapter = try tried.method.attach(to: model)
    adapter.move()
    moveAwayFromKinks(adapter)
    let batch = TokenBatch(tried.rows)
    let labels = batch.knownNextTokens
    try model.loss(batch, labels: labels).backward()
    func loss() throws -> Double {
      let losses = try withoutGradients { try model.hiddenStates(batch, cache: nil, dropout: nil) }
        .languageModelLosses(head: model.head.weight, labels: labels)
      return losses.reduce(0.0) { $0 + Double($1) } / Double(labels.count { $0 != ignoreIndex })
    }
    for (name, tensor) in adapter.parameters where !countsAsConstant(name, in: adapter) {
      let gradient = try #require(tensor.gradient).elements
      let largest = Double(gradient.map(abs).max()!)
      for place in gradient.indices {
        let value = tensor.pointer[place]
        // Of fourth order in the step, which float32 does not let be small.
        let slopes = try [0.01, 0.02].map { (step: Float) in
          defer { tensor.pointer[place] = value }
          tensor.pointer[place] = value + step
          let above = try loss()
          tensor.pointer[place] = value - step
          return (above - (try loss())) / (2 * Double(step))
        }
        let slope = (4 * slopes[0] - slopes[1]) / 3
        #expect(
          abs(Double(gradient[place]) - slope) < 2e-3 * largest + 4e-5,
          "\(name)[\(place)]: \(gradient[place]) instead of \(slope)")
      }
    }
  }

  /// Units with ReLUs are far on one side or the other, where a difference does not cross 0.
  private func moveAwayFromKinks(_ adapter: Adapter) {
    let isRelu =
      (adapter.method as? Bottleneck).map { $0.activation == .relu } ?? (adapter.method is PTuning)
    guard isRelu else { return }
    for (name, tensor) in adapter.parameters
    where name.hasSuffix("adapter_down.0.bias") || name.hasSuffix("mlp_head.0.bias")
      || name.hasSuffix("mlp_head.2.bias")
    {
      for place in 0..<tensor.count { tensor.pointer[place] = place % 3 == 2 ? -9 : 9 }
    }
  }

  /// DoRA's lengths count as constants in the gradients of A and B, so these are not the slopes.
  private func countsAsConstant(_ name: String, in adapter: Adapter) -> Bool {
    let isDoRA = (adapter.method as? LoRA)?.isWeightDecomposed ?? false
    return isDoRA && (name.contains("lora_A") || name.contains("lora_B"))
  }
}

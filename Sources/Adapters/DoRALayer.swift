import Layers
import Tensors

/// Weight-decomposed low-rank adaptation (Liu et al., 2024): with V = W₀ + s·B·A the layer's weight
/// is m·V/‖V‖, where m and the lengths ‖V‖ are one number for each output. As in the paper and in
/// peft the lengths count as constants in the gradient. m starts as the lengths of W₀, so that
/// attaching changes nothing.
final class DoRALayer: MergeableLinearAdapter {
  let pair: LoRALayer
  /// m [outputs].
  let magnitude: Tensor

  init(_ pair: LoRALayer, of layer: Linear) {
    self.pair = pair
    magnitude = Tensor(
      [layer.outputs], layer.weight.outputSquares(layer.layout).map { $0.squareRoot() })
  }

  /// y = (m/‖V‖)·(W₀x + s·B·A·x) + b.
  func callAsFunction(
    _ x: Tensor, through layer: Linear, dropout stream: DropoutStream?
  ) -> Tensor {
    let inverse = Tensor([magnitude.count], lengths(with: layer).map { 1 / $0 })
    let y = x.linear(layer.weight, layout: layer.layout)
      .addingLowRank(of: x, down: pair.a, up: pair.b, scale: pair.scale)
      .scaledColumns(by: magnitude * inverse)
    return layer.bias.map(y.addingToRows) ?? y
  }

  var named: [(name: String, tensor: Tensor)] {
    pair.named + [("lora_magnitude_vector", magnitude)]
  }

  func merge(into layer: Linear) {
    let factors = zip(magnitude.elements, lengths(with: layer)).map { $0 / $1 }
    layer.weight.add(pair.update(of: layer), times: 1)
    layer.weight.scaleOutputs(by: factors, layer.layout)
  }

  /// m·V/‖V‖ − W₀ in the layout of the layer's weight.
  func update(of layer: Linear) -> Tensor {
    let factors = zip(magnitude.elements, lengths(with: layer)).map { $0 / $1 }
    let update = pair.update(of: layer)
    update.add(layer.weight, times: 1)
    update.scaleOutputs(by: factors, layer.layout)
    update.add(layer.weight, times: -1)
    return update
  }

  /// ‖V‖ of each output, without ever making V:
  /// ‖w + s·Aᵀb‖² = ‖w‖² + 2s·b·(A·w) + s²·b·(A·Aᵀ)·b for an output's weights w and row b of B.
  private func lengths(with layer: Linear) -> [Float] {
    let (rank, inputs, outputs) = (pair.a.dim(0), pair.a.dim(1), pair.b.dim(0))
    let weight = layer.weight
    let isTransposed = layer.layout == .outputsByInputs
    let meeting = Tensor(uninitialized: [rank, outputs])  // A·W
    MatrixProduct.run(
      transposeB: isTransposed, m: rank, n: outputs, k: inputs, a: pair.a.pointer, lda: inputs,
      b: weight.pointer, ldb: weight.dim(1), c: meeting.pointer, ldc: outputs)
    let inner = Tensor(uninitialized: [rank, rank])  // A·Aᵀ
    MatrixProduct.run(
      transposeB: true, m: rank, n: rank, k: inputs, a: pair.a.pointer, lda: inputs,
      b: pair.a.pointer, ldb: inputs, c: inner.pointer, ldc: rank)
    let (squares, s) = (weight.outputSquares(layer.layout), pair.scale)
    return (0..<outputs).map { output in
      let b = pair.b.pointer + output * rank
      var sum: Float = 0
      for i in 0..<rank {
        var row: Float = 0
        for j in 0..<rank { row += inner.pointer[i * rank + j] * b[j] }
        sum += b[i] * (2 * s * meeting.pointer[i * outputs + output] + s * s * row)
      }
      return max(0, squares[output] + sum).squareRoot()
    }
  }
}

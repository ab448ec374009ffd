import CKernels

extension Tensor {
  /// The format that the numbers are compressed to, nil for floats.
  public var weightFormat: WeightFormat? { compact?.format }

  /// Stores a weight of the given layout in fewer bits, rounded to nearest, and frees its floats.
  /// From then on it can be multiplied by (`linear`) and looked up in (`embedding`), without
  /// gradients, and nothing else. The format must be able to hold it.
  public func compress(to format: WeightFormat, layout: WeightLayout) {
    compact = CompactWeight(self, layout: layout, format: format)
    (floats, node) = (nil, nil)
  }
}

extension Tensor {
  /// y = x·W + b for a compressed W.
  func linear(_ weight: CompactWeight, bias: Tensor?, layout: WeightLayout) -> Tensor {
    let (rows, outputs) = (dim(0), weight.outputs)
    precondition(
      dim(1) == weight.inputs && layout == weight.layout,
      "linear: \(dim(1)) inputs meet a weight of \(weight.inputs), or one of the other layout")
    precondition(
      !Tensor.willRecord([self] + (bias.map { [$0] } ?? [])),
      "a compressed weight is for inference only, without gradients")
    let result = Tensor(uninitialized: [rows, outputs])
    let (y, shift) = (result.pointer, bias?.pointer)
    weight.multiply(pointer, rows: rows, into: y) { columns in
      guard let shift else { return }
      ck_add_bias(
        y + columns.lowerBound, shift + columns.lowerBound, rows, columns.count, outputs)
    }
    return result
  }
}

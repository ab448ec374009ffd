extension Tensor {
  /// The rows with these indices, in this order, of a matrix [N, H]. Returns [indices.count, H].
  public func rows(_ indices: [Int]) -> Tensor {
    let (rows, width) = (dim(0), dim(1))
    let result = Tensor(uninitialized: [indices.count, width])
    for (row, index) in indices.enumerated() {
      precondition(index >= 0 && index < rows, "rows: \(index) is not in 0 ..< \(rows)")
      (result.pointer + row * width).update(from: pointer + index * width, count: width)
    }
    let inputShape = shape
    return .record(result, inputs: [self]) { gradient, into in
      into.write(to: 0, shape: inputShape) { dx, accumulate in
        if !accumulate { dx.update(repeating: 0, count: rows * width) }
        for (row, index) in indices.enumerated() {
          Kernel.addScaled(
            gradient.pointer + row * width, 1, to: dx + index * width, count: width)
        }
      }
    }
  }
}

extension Tensor {
  /// Some neighbouring columns of a matrix [N, W], as a matrix [N, columns.count].
  public func columns(_ columns: Range<Int>) -> Tensor {
    let (rows, width, taken) = (dim(0), dim(1), columns.count)
    precondition(
      columns.lowerBound >= 0 && columns.upperBound <= width, "columns: \(columns) of \(shape)")
    let result = Tensor(uninitialized: [rows, taken])
    for row in 0..<rows {
      (result.pointer + row * taken).update(
        from: pointer + row * width + columns.lowerBound, count: taken)
    }
    let inputShape = shape
    return .record(result, inputs: [self]) { gradient, into in
      into.write(to: 0, shape: inputShape) { dx, accumulate in
        if !accumulate { dx.update(repeating: 0, count: rows * width) }
        for row in 0..<rows {
          Kernel.addScaled(
            gradient.pointer + row * taken, 1, to: dx + row * width + columns.lowerBound,
            count: taken)
        }
      }
    }
  }
}

import CKernels

extension Tensor {
  /// Layer normalisation over the last axis (Ba, Kiros and Hinton, 2016), x [N, H], weight and bias
  /// [H]; epsilon is added to the variance. Keeps one mean and one inverse deviation a row.
  public func layerNorm(weight: Tensor, bias: Tensor, epsilon: Float) -> Tensor {
    let (rows, width) = (dim(0), dim(1))
    precondition(
      weight.shape == [width] && bias.shape == [width],
      "layerNorm: rows of \(width) meet weight \(weight.shape) and bias \(bias.shape)")
    let result = Tensor(uninitialized: shape)
    let statistics = Storage(count: 2 * rows)
    let (x, w, b, y) = (pointer, weight.pointer, bias.pointer, result.pointer)
    let (mean, inverse) = (statistics.pointer, statistics.pointer + rows)
    let grain = ThreadPool.rowGrain(width: width)
    ThreadPool.ranges(of: rows, grain: grain) { range in
      let first = range.lowerBound
      ck_layer_norm_forward(
        x + first * width, w, b, epsilon, y + first * width, mean + first, inverse + first,
        range.count, width)
    }
    guard Tensor.willRecord([self, weight, bias]) else { return result }
    let (input, scale) = (detached, weight.detached)
    return .record(result, inputs: [self, weight, bias]) { gradient, into in
      let wantsParameters = into.areWanted(1) || into.areWanted(2)
      // Every part sums its own rows; the parts are then added in their order.
      let parts = (rows + grain - 1) / grain
      let partial = Storage(count: wantsParameters ? parts * 2 * width : 0)
      let pass = { (dx: UnsafeMutablePointer<Float>?, accumulate: Bool) in
        let (mean, inverse) = (statistics.pointer, statistics.pointer + rows)
        ThreadPool.run(parts) { part, _ in
          let first = part * grain
          let sums = wantsParameters ? partial.pointer + part * 2 * width : nil
          if let sums { ck_fill(sums, 0, 2 * width) }
          ck_layer_norm_backward(
            input.pointer + first * width, scale.pointer, mean + first, inverse + first,
            gradient.pointer + first * width, dx.map { $0 + first * width }, sums,
            sums.map { $0 + width }, min(grain, rows - first), width, accumulate)
        }
      }
      if into.areWanted(0) {
        into.write(to: 0, shape: input.shape) { dx, accumulate in pass(dx, accumulate) }
      } else {
        pass(nil, false)
      }
      for (index, offset) in [(1, 0), (2, width)] where into.areWanted(index) {
        into.write(to: index, shape: [width]) { sum, accumulate in
          ck_column_sums(partial.pointer + offset, parts, width, 2 * width, sum, accumulate)
        }
      }
    }
  }
}

import CKernels

/// How the weight of a linear map lies in memory.
public enum WeightLayout: Sendable {
  /// [inputs, outputs], y = x·W: GPT-2's Conv1D.
  case inputsByOutputs
  /// [outputs, inputs], y = x·Wᵀ: PyTorch's Linear.
  case outputsByInputs
}

extension Tensor {
  /// y = x·W + b for x [N, inputs], with W in the given layout and b [outputs]. Returns [N, outputs].
  public func linear(_ weight: Tensor, bias: Tensor? = nil, layout: WeightLayout) -> Tensor {
    if let compact = weight.compact { return linear(compact, bias: bias, layout: layout) }
    let (rows, inputs) = (dim(0), dim(1))
    let outputs = layout == .inputsByOutputs ? weight.dim(1) : weight.dim(0)
    let weightInputs = layout == .inputsByOutputs ? weight.dim(0) : weight.dim(1)
    precondition(
      inputs == weightInputs, "linear: \(inputs) inputs meet a weight of shape \(weight.shape)")
    let transposed = layout == .outputsByInputs
    let result = Tensor(uninitialized: [rows, outputs])
    let (y, shift) = (result.pointer, bias?.pointer)
    MatrixProduct.run(
      transposeB: transposed, m: rows, n: outputs, k: inputs, a: pointer, lda: inputs,
      b: weight.pointer, ldb: weight.dim(1), c: y, ldc: outputs
    ) { rows, columns in
      guard let shift else { return }
      ck_add_bias(
        y + rows.lowerBound * outputs + columns.lowerBound, shift + columns.lowerBound, rows.count,
        columns.count, outputs)
    }
    let inputTensors = [self, weight] + (bias.map { [$0] } ?? [])
    guard Tensor.willRecord(inputTensors) else { return result }
    let (x, w) = (detached, weight.detached)
    return .record(result, inputs: inputTensors) { gradient, into in
      let dy = gradient.pointer
      if into.areWanted(0) {
        into.write(to: 0, shape: x.shape) { dx, accumulate in
          MatrixProduct.run(
            transposeB: !transposed, m: rows, n: inputs, k: outputs, a: dy, lda: outputs,
            b: w.pointer, ldb: w.dim(1), beta: accumulate ? 1 : 0, c: dx, ldc: inputs)
        }
      }
      if into.areWanted(1) {
        into.write(to: 1, shape: w.shape) { dw, accumulate in
          let beta: Float = accumulate ? 1 : 0
          if transposed {
            MatrixProduct.run(
              transposeA: true, m: outputs, n: inputs, k: rows, a: dy, lda: outputs, b: x.pointer,
              ldb: inputs, beta: beta, c: dw, ldc: inputs)
          } else {
            MatrixProduct.run(
              transposeA: true, m: inputs, n: outputs, k: rows, a: x.pointer, lda: inputs, b: dy,
              ldb: outputs, beta: beta, c: dw, ldc: outputs)
          }
        }
      }
      if into.count > 2, into.areWanted(2) {
        into.write(to: 2, shape: [outputs]) { db, accumulate in
          Kernel.columnSums(dy, rows: rows, width: outputs, into: db, accumulate: accumulate)
        }
      }
    }
  }
}

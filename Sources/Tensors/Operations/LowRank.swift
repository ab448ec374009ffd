import CKernels

extension Tensor {
  /// self + scale · (x·Aᵀ)·Bᵀ for self [N, outputs], x [N, inputs], A [r, inputs], B [outputs, r]:
  /// what a low-rank adapter adds to the output of its layer (Hu et al., 2021, equation 3).
  ///
  /// The sum is written into the memory of `self`, which nobody may read afterwards and which no
  /// operation may have kept for its backward: the output of a linear map is such a tensor.
  package func addingLowRank(
    of x: Tensor, down a: Tensor, up b: Tensor, scale: Float
  ) -> Tensor {
    let (rows, outputs, inputs, rank) = (dim(0), dim(1), x.dim(1), a.dim(0))
    precondition(
      a.shape == [rank, inputs] && b.shape == [outputs, rank] && x.dim(0) == rows,
      "addingLowRank: \(shape), \(x.shape), \(a.shape) and \(b.shape) do not fit")
    let low = Tensor(uninitialized: [rows, rank])
    MatrixProduct.run(
      transposeB: true, m: rows, n: rank, k: inputs, a: x.pointer, lda: inputs, b: a.pointer,
      ldb: inputs, c: low.pointer, ldc: rank)
    let result = detached
    MatrixProduct.run(
      transposeB: true, m: rows, n: outputs, k: rank, alpha: scale, a: low.pointer, lda: rank,
      b: b.pointer, ldb: rank, beta: 1, c: result.pointer, ldc: outputs)
    guard Tensor.willRecord([self, x, a, b]) else { return result }
    let (x0, a0, b0) = (x.detached, a.detached, b.detached)
    return .record(result, inputs: [self, x, a, b]) { gradient, into in
      let dy = gradient.pointer
      into.add(gradient, to: 0)
      if into.areWanted(3) {
        into.write(to: 3, shape: b0.shape) { db, accumulate in
          MatrixProduct.run(
            transposeA: true, m: outputs, n: rank, k: rows, alpha: scale, a: dy, lda: outputs,
            b: low.pointer, ldb: rank, beta: accumulate ? 1 : 0, c: db, ldc: rank)
        }
      }
      guard into.areWanted(1) || into.areWanted(2) else { return }
      let dlow = Tensor(uninitialized: [rows, rank])
      MatrixProduct.run(
        m: rows, n: rank, k: outputs, alpha: scale, a: dy, lda: outputs, b: b0.pointer, ldb: rank,
        c: dlow.pointer, ldc: rank)
      if into.areWanted(2) {
        into.write(to: 2, shape: a0.shape) { da, accumulate in
          MatrixProduct.run(
            transposeA: true, m: rank, n: inputs, k: rows, a: dlow.pointer, lda: rank,
            b: x0.pointer, ldb: inputs, beta: accumulate ? 1 : 0, c: da, ldc: inputs)
        }
      }
      if into.areWanted(1) {
        into.write(to: 1, shape: x0.shape) { dx, accumulate in
          MatrixProduct.run(
            m: rows, n: inputs, k: rank, a: dlow.pointer, lda: rank, b: a0.pointer, ldb: inputs,
            beta: accumulate ? 1 : 0, c: dx, ldc: inputs)
        }
      }
    }
  }
}

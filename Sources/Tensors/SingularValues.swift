import COpenBLAS

/// A matrix [m, n] as U·diag(S)·Vᵀ with k = min(m, n).
public struct SingularValueDecomposition: Sendable {
  /// [m, k], its columns of length 1 and at right angles.
  public let left: Tensor
  /// Largest first.
  public let values: [Float]
  /// Vᵀ [k, n].
  public let right: Tensor

  /// The matrix [m, n] of the `rank` largest singular values: of all matrices of this rank the one
  /// nearest to the whole (Eckart and Young, 1936).
  public func truncated(to rank: Int) -> Tensor {
    let (m, n, k) = (left.dim(0), right.dim(1), min(rank, values.count))
    let result = Tensor([m, n])
    guard k > 0 else { return result }
    let scaled = Tensor(uninitialized: [m, k])
    for row in 0..<m {
      for column in 0..<k {
        scaled.pointer[row * k + column] = left.pointer[row * left.dim(1) + column] * values[column]
      }
    }
    MatrixProduct.run(
      m: m, n: n, k: k, a: scaled.pointer, lda: k, b: right.pointer, ldb: n, c: result.pointer,
      ldc: n)
    return result
  }
}

extension Tensor {
  /// The singular value decomposition of a matrix [m, n], by LAPACK's sgesdd with one thread. The
  /// matrix must be finite.
  public func singularValueDecomposition() -> SingularValueDecomposition {
    precondition(shape.count == 2 && isFinite, "a decomposition takes a finite matrix")
    let (m, n) = (dim(0), dim(1))
    let k = min(m, n)
    // Row-major here is the transpose in Fortran: its left vectors are our right ones.
    let matrix = copy()
    let left = Tensor(uninitialized: [m, k])
    let right = Tensor(uninitialized: [k, n])
    var values = [Float](repeating: 0, count: k)
    var (columns, rows, least, info) = (Int32(n), Int32(m), Int32(k), Int32(0))
    var integers = [Int32](repeating: 0, count: 8 * k)
    func decompose(_ work: UnsafeMutablePointer<Float>, _ length: Int32) {
      var length = length
      sgesdd_(
        "S", &columns, &rows, matrix.pointer, &columns, &values, right.pointer, &columns,
        left.pointer, &least, work, &length, &integers, &info, 1)
    }
    MatrixProduct.useOneThread()
    var wanted: Float = 0
    decompose(&wanted, -1)
    var work = [Float](repeating: 0, count: max(1, Int(wanted)))
    decompose(&work, Int32(work.count))
    precondition(info == 0, "sgesdd did not converge (info \(info))")
    return SingularValueDecomposition(left: left, values: values, right: right)
  }

  /// The singular values of a matrix, largest first.
  public func singularValues() -> [Float] { singularValueDecomposition().values }
}

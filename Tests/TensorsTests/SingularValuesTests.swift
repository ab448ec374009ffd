import Foundation
import Tensors
import Testing

@Suite struct SingularValuesTests {
  private func product(_ x: Tensor, _ y: Tensor) -> Tensor {
    x.linear(y, layout: .inputsByOutputs)
  }

  private func largestDifference(_ x: Tensor, _ y: Tensor) -> Float {
    zip(x.elements, y.elements).map { abs($0 - $1) }.max() ?? 0
  }

  @Test(arguments: [(1, 1), (5, 5), (9, 4), (4, 9), (1, 6), (70, 33)])
  func theFactorsGiveTheMatrix(m: Int, n: Int) {
    let matrix = Tensor.normal([m, n], seed: 1)
    let before = matrix.bits
    let parts = matrix.singularValueDecomposition()
    let k = min(m, n)
    #expect(matrix.bits == before)
    #expect(parts.left.shape == [m, k] && parts.right.shape == [k, n] && parts.values.count == k)
    #expect(parts.values == parts.values.sorted(by: >) && parts.values.allSatisfy { $0 >= 0 })
    #expect(largestDifference(parts.truncated(to: k), matrix) < 2e-5)
    #expect(largestDifference(parts.truncated(to: k + 5), matrix) < 2e-5)
    for (gram, name) in [
      (product(transposed(parts.left), parts.left), "left"),
      (product(parts.right, transposed(parts.right)), "right"),
    ] {
      for place in 0..<k * k {
        let expected: Float = place / k == place % k ? 1 : 0
        #expect(abs(gram.elements[place] - expected) < 1e-5, "\(name)")
      }
    }
    // The squares of the singular values add up to those of the matrix.
    let squares = { (numbers: [Float]) in numbers.reduce(0.0) { $0 + Double($1) * Double($1) } }
    #expect(abs(squares(parts.values) / squares(matrix.elements) - 1) < 1e-5)
    #expect(matrix.singularValues() == parts.values)
  }

  /// What is left out of the best matrix of a rank are the other singular values.
  @Test func truncationLeavesTheSmallOnesOut() {
    let matrix = Tensor.normal([12, 7], seed: 4)
    let parts = matrix.singularValueDecomposition()
    for rank in 0...7 {
      let rest = zip(matrix.elements, parts.truncated(to: rank).elements).reduce(0.0) {
        $0 + pow(Double($1.0 - $1.1), 2)
      }
      let expected = parts.values.dropFirst(rank).reduce(0.0) { $0 + pow(Double($1), 2) }
      #expect(abs(rest - expected) < 1e-4)
    }
  }

  @Test func aProductOfThinMatricesHasTheirRank() {
    let values = product(.normal([20, 3], seed: 5), .normal([3, 30], seed: 6)).singularValues()
    #expect(values[2] > 0.1 && values[3] < 1e-5)
    #expect(Tensor([4, 3]).singularValues() == [0, 0, 0])
  }

  private func transposed(_ x: Tensor) -> Tensor {
    let (m, n) = (x.dim(0), x.dim(1))
    return Tensor([n, m], (0..<n * m).map { x.elements[$0 % m * n + $0 / m] })
  }
}

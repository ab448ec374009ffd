import CKernels
import Tensors
import Testing

/// `ck_large_product`, with sides that are no multiples of its tiles and blocks, and sums so deep that
/// they take several rounds.
@Suite(.enabled(if: ck_has_large_product(), "the processor has no AVX-512"))
struct LargeProductTests {
  static let shapes = [
    (m: 384, n: 384, k: 384), (389, 401, 391), (13, 31, 5), (700, 200, 3100), (5000, 33, 450),
  ]
  static let transpositions = [(false, false), (true, false), (false, true), (true, true)]

  /// Rows of memory are longer than the matrix, and what follows it is NaN in the operands and must
  /// stay as it was in the result.
  static func memory(
    _ rows: Int, _ columns: Int, _ rest: Float, _ random: inout SeededRandom
  ) -> (tensor: Tensor, stride: Int) {
    let stride = columns + 3
    let tensor = Tensor.uniform([rows, stride], -1, 1, using: &random)
    for row in 0..<rows {
      for column in columns..<stride { tensor.pointer[row * stride + column] = rest }
    }
    return (tensor, stride)
  }

  @Test(arguments: shapes, transpositions)
  func equalsAProductInDoublePrecision(
    _ shape: (m: Int, n: Int, k: Int), _ transposed: (a: Bool, b: Bool)
  ) {
    var random = SeededRandom(seed: 5)
    let (m, n, k) = shape
    let (a, lda) = Self.memory(transposed.a ? k : m, transposed.a ? m : k, .nan, &random)
    let (b, ldb) = Self.memory(transposed.b ? n : k, transposed.b ? k : n, .nan, &random)
    let (before, ldc) = Self.memory(m, n, 7, &random)
    for adds in [false, true] {
      let c = before.copy()
      ck_large_product(
        transposed.a, transposed.b, m, n, k, a.pointer, lda, b.pointer, ldb, adds, c.pointer, ldc)
      var worst = 0.0
      for i in Set(stride(from: 0, to: m, by: 41)).union([m - 1]) {
        for j in 0..<n {
          var sum = adds ? Double(before.pointer[i * ldc + j]) : 0
          for l in 0..<k {
            let x = a.pointer[transposed.a ? l * lda + i : i * lda + l]
            let y = b.pointer[transposed.b ? j * ldb + l : l * ldb + j]
            sum += Double(x) * Double(y)
          }
          let difference = abs(sum - Double(c.pointer[i * ldc + j]))
          worst = difference <= worst ? worst : difference
        }
      }
      #expect(worst < 1e-5 * Double(k).squareRoot())
      let isKept = (0..<m).allSatisfy { row in
        (n..<ldc).allSatisfy { c.pointer[row * ldc + $0] == 7 }
      }
      #expect(isKept)
    }
  }

  @Test func aNumberDoesNotDependOnItsPlace() {
    var random = SeededRandom(seed: 6)
    let (m, n, k) = (130, 230, 900)
    let a = Tensor.uniform([m, k], -1, 1, using: &random)
    let b = Tensor.uniform([k, n], -1, 1, using: &random)
    let (whole, part) = (Tensor([m, n]), Tensor([m, n]))
    ck_large_product(false, false, m, n, k, a.pointer, k, b.pointer, n, false, whole.pointer, n)
    let (row, column) = (41, 57)
    ck_large_product(
      false, false, m - row, n - column, k, a.pointer + row * k, k, b.pointer + column, n, false,
      part.pointer + row * n + column, n)
    for i in row..<m {
      for j in column..<n {
        #expect(whole.pointer[i * n + j].bitPattern == part.pointer[i * n + j].bitPattern)
      }
    }
  }
}

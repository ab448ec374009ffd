import Tensors
import Testing

@Suite struct ElementwiseTests {
  static let shapes = [[1], [1, 1], [7, 3], [2, 17], [65, 33], [130, 1]]

  @Test(arguments: shapes) func addition(shape: [Int]) {
    expectClose(
      GradientCheck(shapes: [shape, shape], operation: { $0[0] + $0[1] }) {
        zip($0[0], $0[1]).map(+)
      })
  }

  @Test(arguments: shapes) func product(shape: [Int]) {
    expectClose(
      GradientCheck(shapes: [shape, shape], operation: { $0[0] * $0[1] }) {
        zip($0[0], $0[1]).map(*)
      })
  }

  @Test(arguments: shapes) func square(shape: [Int]) {
    expectClose(
      GradientCheck(shapes: [shape], operation: { $0[0] * $0[0] }) { $0[0].map { $0 * $0 } })
  }

  @Test(arguments: shapes) func productWithANumber(shape: [Int]) {
    expectClose(
      GradientCheck(shapes: [shape], operation: { $0[0] * -1.75 }) { $0[0].map { -1.75 * $0 } })
  }

  /// The gradient is added to one that stands there already.
  @Test(arguments: shapes) func productsOfAValueUsedBefore(shape: [Int]) {
    expectClose(
      GradientCheck(
        shapes: [shape, shape], operation: { $0[0] * $0[1] + $0[0] * 0.5 + $0[0] * $0[1] },
        reference: { zip($0[0], $0[1]).map { 2 * $0 * $1 + 0.5 * $0 } }))
  }

  @Test(arguments: shapes) func sum(shape: [Int]) {
    let size = Double(shape.reduce(1, *)).squareRoot()
    expectClose(
      GradientCheck(shapes: [shape], operation: { $0[0].sum() }) { $0[0].reduce(0, +) },
      output: 2e-6 * size)
  }

  @Test(arguments: shapes) func mean(shape: [Int]) {
    let size = Double(shape.reduce(1, *)).squareRoot()
    expectClose(
      GradientCheck(shapes: [shape], operation: { $0[0].mean() }) {
        $0[0].reduce(0, +) / Double($0[0].count)
      }, output: 2e-6 * size)
  }

  /// More elements than one part has.
  @Test func severalParts() {
    let (a, b) = (Tensor.normal([70_001], seed: 1), Tensor.normal([70_001], seed: 2))
    expectClose(
      GradientCheck(
        inputs: [a, b], mostPlaces: 20, operation: { ($0[0] + $0[1]) * $0[0] * 3 },
        reference: { zip($0[0], $0[1]).map { 3 * ($0 + $1) * $0 } }))
  }
}

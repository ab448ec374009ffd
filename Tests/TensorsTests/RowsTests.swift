import Tensors
import Testing

@Suite struct RowsTests {
  @Test(arguments: [1, 2, 7, 65], [1, 3, 33]) func equalsItsReference(rows: Int, width: Int) {
    let choices = [[], [0], [rows - 1], Array((0..<rows).reversed()), [0, rows - 1, 0, rows / 2]]
    for indices in choices {
      expectClose(
        GradientCheck(
          shapes: [[rows, width]], operation: { $0[0].rows(indices) },
          reference: { x in indices.flatMap { x[0][$0 * width..<($0 + 1) * width] } }),
        "\(indices)")
    }
  }

  @Test func addsToAGradientThatStandsThere() {
    expectClose(
      GradientCheck(
        shapes: [[4, 3]], operation: { $0[0].rows([1, 3, 1]) + $0[0].rows([0, 3, 2]) },
        reference: { x in
          let row = { (index: Int) in Array(x[0][index * 3..<index * 3 + 3]) }
          return zip(row(1) + row(3) + row(1), row(0) + row(3) + row(2)).map(+)
        }))
  }
}

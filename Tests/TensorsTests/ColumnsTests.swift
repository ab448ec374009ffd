import Tensors
import Testing

@Suite struct ColumnsTests {
  @Test(arguments: [0..<7, 0..<1, 6..<7, 2..<5, 3..<3]) func takesNeighbours(columns: Range<Int>) {
    expectClose(
      GradientCheck(
        shapes: [[4, 7]], operation: { $0[0].columns(columns) },
        reference: { x in
          (0..<4).flatMap { Array(slice(x[0], rows: $0..<$0 + 1, 7)[columns]) }
        }))
  }

  @Test func addsToAGradientThatStandsThere() {
    expectClose(
      GradientCheck(
        shapes: [[4, 7]], operation: { $0[0].columns(1..<4) + $0[0].columns(2..<5) },
        reference: { x in
          (0..<4).flatMap { row -> [Double] in
            let line = slice(x[0], rows: row..<row + 1, 7)
            return zip(line[1..<4], line[2..<5]).map { $0 + $1 }
          }
        }))
  }
}

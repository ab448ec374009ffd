import Tensors
import Testing

@Suite struct RowReplacementTests {
  @Test(arguments: [[], [0], [4], [2, 0, 4], [0, 1, 2, 3, 4]])
  func replacesRows(places: [Int]) {
    let width = 7
    expectClose(
      GradientCheck(
        shapes: [[5, width], [places.count, width]],
        operation: { $0[0].replacingRows(at: places, with: $0[1]) },
        reference: { x in
          (0..<5 * width).map { i in
            guard let row = places.firstIndex(of: i / width) else { return x[0][i] }
            return x[1][row * width + i % width]
          }
        }), "\(places)")
  }

  /// Rows of several lengths, one of them empty; the lead is as wide as the rows or narrower.
  @Test(arguments: [[4], [1, 3], [2, 0, 5]], [3, 6])
  func leadsEveryRow(lengths: [Int], leadWidth: Int) {
    let (width, lead) = (6, 2)
    let segments = Segments(lengths: lengths)
    let longer = segments.lengthened(by: lead)
    #expect(longer == Segments(lengths: lengths.map { $0 + lead }))
    expectClose(
      GradientCheck(
        shapes: [[segments.tokenCount, width], [lead, leadWidth]],
        operation: { $0[0].leading($0[1], segments) },
        reference: { x in
          let gap = [Double](repeating: 0, count: width - leadWidth)
          let before = (0..<lead).flatMap { gap + slice(x[1], rows: $0..<$0 + 1, leadWidth) }
          return (0..<segments.count).flatMap { row -> [Double] in
            before + slice(x[0], rows: segments.range(row), width)
          }
        }))
    let x = Tensor.normal([segments.tokenCount, width], seed: 1)
    let led = x.leading(.normal([lead, leadWidth], seed: 2), segments)
    #expect(led.rows(segments.places(after: lead)).bits == x.bits)
  }

  @Test func addsToGradientsThatStandThere() {
    let segments = Segments(lengths: [2, 1])
    expectClose(
      GradientCheck(
        shapes: [[3, 4], [2, 4]],
        operation: {
          let once = $0[0].leading($0[1], segments)
          return once + $0[0].replacingRows(at: [0, 2], with: $0[1]).leading($0[1], segments)
        },
        reference: { x in
          let lead = x[1]
          let replaced = slice(lead, rows: 0..<1, 4) + slice(x[0], rows: 1..<2, 4)
          let last = slice(lead, rows: 1..<2, 4)
          let once = lead + slice(x[0], rows: 0..<2, 4) + lead + slice(x[0], rows: 2..<3, 4)
          let again = lead + replaced + lead + last
          return zip(once, again).map { $0 + $1 }
        }))
  }
}

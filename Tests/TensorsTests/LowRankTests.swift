import Tensors
import Testing

@Suite struct LowRankTests {
  /// y + s·(x·Aᵀ)·Bᵀ with y = x·Wᵀ, whose memory takes the sum.
  @Test(arguments: [(1, 1, 1, 1), (3, 5, 4, 2), (7, 33, 65, 8)])
  func equalsItsReference(rows: Int, inputs: Int, outputs: Int, rank: Int) {
    expectClose(
      GradientCheck(
        shapes: [[rows, inputs], [outputs, inputs], [rank, inputs], [outputs, rank]],
        mostPlaces: 40,
        operation: {
          $0[0].linear($0[1], layout: .outputsByInputs)
            .addingLowRank(of: $0[0], down: $0[2], up: $0[3], scale: 0.75)
        },
        reference: { x in
          let low = product(x[0], x[2], rows, rank, inputs)
          let added = product(low, x[3], rows, outputs, rank)
          return zip(product(x[0], x[1], rows, outputs, inputs), added).map { $0 + 0.75 * $1 }
        }))
  }

  /// The same A, B and x twice: gradients are added to those that stand there.
  @Test func addsToGradientsThatStandThere() {
    let (rows, inputs, outputs, rank) = (3, 5, 4, 2)
    expectClose(
      GradientCheck(
        shapes: [[rows, inputs], [outputs, inputs], [rank, inputs], [outputs, rank]],
        operation: {
          $0[0].linear($0[1], layout: .outputsByInputs)
            .addingLowRank(of: $0[0], down: $0[2], up: $0[3], scale: 0.75)
            .addingLowRank(of: $0[0], down: $0[2], up: $0[3], scale: 0.5)
        },
        reference: { x in
          let low = product(x[0], x[2], rows, rank, inputs)
          let added = product(low, x[3], rows, outputs, rank)
          return zip(product(x[0], x[1], rows, outputs, inputs), added).map { $0 + 1.25 * $1 }
        }))
  }

  @Test func writesIntoTheMemoryOfTheOutput() {
    let x = Tensor.normal([4, 3], seed: 1)
    let y = x.linear(.normal([5, 3], seed: 2), layout: .outputsByInputs)
    let sum = y.addingLowRank(
      of: x, down: .normal([2, 3], seed: 3), up: .normal([5, 2], seed: 4), scale: 1)
    #expect(sum.pointer == y.pointer)
  }

  /// What is frozen has no gradient, and x none that nobody asks for.
  @Test func computesOnlyTheGradientsThatAreWanted() {
    let x = Tensor.normal([4, 3], seed: 1)
    let (a, b) = (Tensor.normal([2, 3], seed: 3), Tensor.parameter([5, 2], seed: 4))
    let y = x.linear(.normal([5, 3], seed: 2), layout: .outputsByInputs)
    y.addingLowRank(of: x, down: a, up: b, scale: 1).sum().backward()
    #expect(b.gradient != nil && a.gradient == nil && x.gradient == nil)
  }

  /// x [m, k] times the transpose of y [n, k].
  private func product(_ x: [Double], _ y: [Double], _ m: Int, _ n: Int, _ k: Int) -> [Double] {
    (0..<m * n).map { place in
      let (row, column) = (place / n, place % n)
      return (0..<k).reduce(0) { $0 + x[row * k + $1] * y[column * k + $1] }
    }
  }
}

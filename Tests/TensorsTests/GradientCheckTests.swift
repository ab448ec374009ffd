import Tensors
import Testing

@Suite struct GradientCheckTests {
  private func squares(_ x: [[Double]]) -> [Double] { x[0].map { $0 * $0 } }

  @Test func passesARightOperation() {
    let check = GradientCheck(shapes: [[3, 5]], operation: { $0[0] * $0[0] }, reference: squares)
    #expect(check.worst.relativeError < 1e-6)
    #expect(check.gradients.count == 1)
  }

  @Test func findsAWrongOutputAndItsPlace() {
    let check = GradientCheck(shapes: [[3, 5]], operation: { $0[0] * $0[0] }) { x in
      var y = squares(x)
      y[7] += 1000
      return y
    }
    #expect(check.output.place == [1, 2])
    #expect(abs(check.output.relativeError - 1000 / check.output.expected) < 1e-9)
    #expect(check.gradients[0].relativeError < 1e-6)
    #expect(check.worst.quantity == "output")
  }

  /// A backward with one wrong factor, of one element.
  @Test func findsAWrongGradientAndItsPlace() {
    let operation = { (inputs: [Tensor]) in
      let x = inputs[0].detached
      return Tensor.record(x * x, inputs: inputs) { gradient, into in
        into.write(to: 0, shape: x.shape) { dx, _ in
          for i in 0..<x.count { dx[i] = gradient.pointer[i] * x.pointer[i] * (i == 11 ? 3 : 2) }
        }
      }
    }
    let check = GradientCheck(shapes: [[3, 5]], operation: operation, reference: squares)
    #expect(check.output.relativeError < 1e-6)
    #expect(check.worst.place == [2, 1])
    #expect(check.worst.quantity == "gradient of input 0")
    #expect(abs(check.worst.found / check.worst.expected - 1.5) < 1e-4)
  }

  @Test func aGradientThatIsMissingIsOffByItsWholeSize() {
    let check = GradientCheck(
      shapes: [[4], [4]], operation: { $0[0] * $0[1].detached },
      reference: { zip($0[0], $0[1]).map { $0 * $1 } })
    #expect(check.gradients[0].relativeError < 1e-6)
    #expect(check.gradients[1].relativeError == 1)
  }

  @Test func aResultThatIsNotANumberIsInfinitelyOff() {
    let check = GradientCheck(
      shapes: [[4]], operation: { $0[0] * Float.nan }, reference: { $0[0] })
    #expect(check.output.relativeError == .infinity)
    #expect(check.gradients[0].relativeError == .infinity)
  }

  @Test func takesAReferenceOfOneNumberAndAsManyPlacesAsAreWanted() {
    var runs = 0
    let check = GradientCheck(
      shapes: [[30], [2]], mostPlaces: 6, operation: { $0[0].sum() + $0[1].sum() },
      reference: { (x: [[Double]]) -> Double in
        runs += 1
        return x[0].reduce(0, +) + x[1].reduce(0, +)
      })
    #expect(check.worst.relativeError < 1e-6)
    #expect(runs == 1 + 2 * 6 + 2 * 2)
  }
}

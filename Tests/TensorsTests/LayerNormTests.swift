import Tensors
import Testing

@Suite struct LayerNormTests {
  static let epsilon = 1e-5
  private func reference(_ x: [[Double]]) -> [Double] {
    Reference.layerNorm(x[0], weight: x[1], bias: x[2], epsilon: Self.epsilon)
  }
  private func operation(_ x: [Tensor]) -> Tensor {
    x[0].layerNorm(weight: x[1], bias: x[2], epsilon: Float(Self.epsilon))
  }

  @Test(arguments: [1, 2, 7, 65, 130], [1, 3, 17, 33])
  func equalsItsReference(rows: Int, width: Int) {
    // One column is always its own mean: the output is the bias and the slope of x is zero.
    if width == 1 { return oneColumn(rows: rows) }
    expectClose(
      GradientCheck(
        shapes: [[rows, width], [width], [width]], mostPlaces: 500, operation: operation,
        reference: reference))
  }

  private func oneColumn(rows: Int) {
    let x = Tensor.parameter([rows, 1], seed: 1)
    let weight = Tensor.parameter([1], seed: 2)
    let bias = Tensor.parameter([1], seed: 3)
    let y = operation([x, weight, bias])
    #expect(y.elements.allSatisfy { $0 == bias.scalar })
    y.sum().backward()
    #expect(x.gradient!.elements.allSatisfy { $0 == 0 })
    #expect(weight.gradient!.scalar == 0)
    #expect(bias.gradient!.scalar == Float(rows))
  }

  @Test func aMeanFarFromZeroCostsFewDigits() {
    let x = Tensor.normal([7, 33], seed: 1)
    for i in 0..<x.count { x.pointer[i] += 1000 }
    expectClose(
      GradientCheck(
        inputs: [x, .normal([33], seed: 2), .normal([33], seed: 3)], operation: operation,
        reference: reference), output: 5e-5, gradients: 5e-5)
  }

  @Test func aLargeEpsilonCounts() {
    expectClose(
      GradientCheck(
        shapes: [[5, 9], [9], [9]],
        operation: { $0[0].layerNorm(weight: $0[1], bias: $0[2], epsilon: 0.5) },
        reference: { Reference.layerNorm($0[0], weight: $0[1], bias: $0[2], epsilon: 0.5) }))
  }

  /// Rows of more than one part, whose sums for weight and bias are put together at the end.
  @Test func severalParts() {
    expectClose(
      GradientCheck(
        shapes: [[70, 1000], [1000], [1000]], mostPlaces: 8, operation: operation,
        reference: reference))
  }

  @Test func addsToGradientsThatStandThere() {
    expectClose(
      GradientCheck(
        shapes: [[7, 17], [17], [17]],
        operation: { operation([$0[0] + operation($0), $0[1], $0[2]]) + $0[0] },
        reference: { x in
          let once = zip(x[0], reference(x)).map(+)
          return zip(reference([once, x[1], x[2]]), x[0]).map(+)
        }))
  }

  /// Every choice of what trains gives the gradients that training everything gives.
  @Test(arguments: 1..<8) func frozenInputsChangeNothingForTheOthers(chosen: Int) {
    let shapes = [[70, 1000], [1000], [1000]]
    let gradients = [7, chosen].map { chosen in
      let inputs = shapes.enumerated().map { Tensor.normal($1, seed: UInt64($0)) }
      for input in 0..<3 { inputs[input].requiresGradient = chosen >> input & 1 == 1 }
      operation(inputs).backward(gradient: .normal([70, 1000], seed: 9))
      return inputs.map(\.gradient)
    }
    for input in 0..<3 {
      let wanted = chosen >> input & 1 == 1
      #expect(gradients[1][input]?.bits == (wanted ? gradients[0][input]!.bits : nil))
    }
  }
}

import Foundation
import Tensors
import Testing

@Suite struct ActivationsTests {
  struct Activation: Sendable, CustomStringConvertible {
    let description: String
    let operation: @Sendable (Tensor) -> Tensor
    let reference: @Sendable (Double) -> Double
  }

  static let all = [
    Activation(
      description: "geluNew", operation: { $0.geluNew() }, reference: { Reference.geluNew($0) }),
    Activation(description: "relu", operation: { $0.relu() }, reference: { max(0, $0) }),
    Activation(
      description: "silu", operation: { $0.silu() }, reference: { $0 / (1 + exp(-$0)) }),
    Activation(
      description: "tanh", operation: { $0.tanh() }, reference: { Foundation.tanh($0) }),
  ]

  @Test(arguments: all, ElementwiseTests.shapes)
  func equalsItsReference(activation: Activation, shape: [Int]) {
    expectClose(
      GradientCheck(shapes: [shape], operation: { activation.operation($0[0]) }) {
        $0[0].map(activation.reference)
      })
  }

  /// The second use adds to the gradient of the first.
  @Test(arguments: all) func addsToAGradientThatStandsThere(activation: Activation) {
    expectClose(
      GradientCheck(shapes: [[5, 7]], operation: { activation.operation($0[0]) + $0[0] }) {
        $0[0].map { activation.reference($0) + $0 }
      })
  }

  /// More elements than one part has.
  @Test(arguments: all) func severalParts(activation: Activation) {
    expectClose(
      GradientCheck(
        shapes: [[70_001]], mostPlaces: 30, operation: { activation.operation($0[0]) },
        reference: { $0[0].map(activation.reference) }))
  }

  /// Near zero, through the seams of the approximations, and far out, where nothing may overflow.
  @Test(arguments: all) func holdsOverTheWholeRange(activation: Activation) {
    var values = (-400...400).map { Float($0) * 0.0253 + 0.0011 }
    values += [-1e6, -3e4, -95, -88, -40, -13, 13, 40, 88, 95, 3e4, 1e6]
    values += [1e-7, -1e-7, 1e-4, 0.1999, 0.2, 0.2001, -0.1999, -0.2, -0.2001]
    for value in values {
      let y = activation.operation(Tensor([1], [value])).scalar
      let expected = activation.reference(Double(value))
      #expect(abs(Double(y) - expected) <= 1e-6 * abs(expected) + 1e-7, "\(activation)(\(value))")
      let x = Tensor([1], [value])
      x.requiresGradient = true
      activation.operation(x).backward()
      let step = 1e-8 * max(1, abs(Double(value)))
      let slope =
        (activation.reference(Double(value) + step) - activation.reference(Double(value) - step))
        / (2 * step)
      #expect(abs(Double(x.gradient!.scalar) - slope) <= 2e-6, "slope of \(activation)(\(value))")
    }
  }

  @Test(arguments: all) func handsOnWhatIsNotANumber(activation: Activation) {
    #expect(activation.operation(Tensor([1], [.nan])).scalar.isNaN)
  }
}

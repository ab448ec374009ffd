import Tensors
import Testing

@Suite struct LinearTests {
  struct Sizes: Sendable, CustomStringConvertible {
    let rows, inputs, outputs: Int
    var description: String { "\(rows)×\(inputs)×\(outputs)" }
    func weight(_ layout: WeightLayout) -> [Int] {
      layout == .inputsByOutputs ? [inputs, outputs] : [outputs, inputs]
    }
  }

  static let sizes = [
    (1, 1, 1), (1, 17, 33), (2, 1, 3), (2, 3, 1), (7, 33, 17), (65, 3, 3), (65, 17, 1),
    (130, 1, 33),
    (130, 33, 17), (1, 600, 700), (130, 65, 130), (67, 300, 90),
  ].map { Sizes(rows: $0, inputs: $1, outputs: $2) }

  @Test(arguments: sizes, [WeightLayout.inputsByOutputs, .outputsByInputs])
  func equalsItsReference(sizes: Sizes, layout: WeightLayout) {
    let work = sizes.rows * sizes.inputs * sizes.outputs
    let shapes = [[sizes.rows, sizes.inputs], sizes.weight(layout), [sizes.outputs]]
    for count in [2, 3] {
      expectClose(
        GradientCheck(
          shapes: Array(shapes.prefix(count)), mostPlaces: work > 20_000 ? 40 : 600,
          operation: { $0[0].linear($0[1], bias: count > 2 ? $0[2] : nil, layout: layout) },
          reference: {
            Reference.linear(
              $0[0], $0[1], bias: count > 2 ? $0[2] : nil, inputs: sizes.inputs,
              outputs: sizes.outputs, layout: layout)
          }), "\(sizes) \(layout) bias \(count > 2)")
    }
  }

  /// One input, weight and bias used twice.
  @Test(arguments: [1, 7, 130], [WeightLayout.inputsByOutputs, .outputsByInputs])
  func addsToGradientsThatStandThere(rows: Int, layout: WeightLayout) {
    let size = 17
    expectClose(
      GradientCheck(
        shapes: [[rows, size], [size, size], [size]], mostPlaces: 100,
        operation: { x in
          let once = x[0] + x[0].linear(x[1], bias: x[2], layout: layout)
          return once + once.linear(x[1], bias: x[2], layout: layout)
        },
        reference: { x in
          let apply = { (input: [Double]) in
            zip(
              input,
              Reference.linear(
                input, x[1], bias: x[2], inputs: size, outputs: size, layout: layout)
            ).map(+)
          }
          return apply(apply(x[0]))
        }))
  }

  /// The gradients of a choice of inputs are, to the bit, those of training everything.
  @Test(arguments: 1..<8, [WeightLayout.inputsByOutputs, .outputsByInputs])
  func frozenInputsChangeNothingForTheOthers(chosen: Int, layout: WeightLayout) {
    let sizes = Sizes(rows: 67, inputs: 130, outputs: 90)
    let shapes = [[sizes.rows, sizes.inputs], sizes.weight(layout), [sizes.outputs]]
    let gradients = [7, chosen].map { chosen in
      let inputs = shapes.enumerated().map { Tensor.normal($1, seed: UInt64($0)) }
      for input in 0..<3 { inputs[input].requiresGradient = chosen >> input & 1 == 1 }
      inputs[0].linear(inputs[1], bias: inputs[2], layout: layout)
        .backward(gradient: .normal([sizes.rows, sizes.outputs], seed: 9))
      return inputs.map(\.gradient)
    }
    for input in 0..<3 {
      let wanted = chosen >> input & 1 == 1
      #expect(gradients[1][input]?.bits == (wanted ? gradients[0][input]!.bits : nil))
    }
  }
}

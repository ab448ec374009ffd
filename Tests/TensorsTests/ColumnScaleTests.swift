import Tensors
import Testing

@Suite struct ColumnScaleTests {
  @Test(arguments: [1, 2, 9, 130], [1, 3, 33, 300])
  func scalesEveryRow(rows: Int, width: Int) {
    for shape in [[width], [width, 1], [1, width]] {
      expectClose(
        GradientCheck(
          shapes: [[rows, width], shape], mostPlaces: 20,
          operation: { $0[0].scaledColumns(by: $0[1]) },
          reference: { x in x[0].indices.map { x[0][$0] * x[1][$0 % width] } }), "\(shape)")
    }
  }

  @Test(arguments: [1, 2, 9, 130], [1, 3, 33, 300])
  func addsToEveryRow(rows: Int, width: Int) {
    expectClose(
      GradientCheck(
        shapes: [[rows, width], [width]], mostPlaces: 20,
        operation: { $0[0].addingToRows($0[1]) },
        reference: { x in x[0].indices.map { x[0][$0] + x[1][$0 % width] } }))
  }

  /// Both gradients are added to what stands there.
  @Test func addsToGradientsThatStandThere() {
    expectClose(
      GradientCheck(
        shapes: [[3, 5], [5]],
        operation: { x in
          let scaled = x[0].scaledColumns(by: x[1])
          return scaled.addingToRows(x[1]) + x[0].addingToRows(x[1]).scaledColumns(by: x[1])
        },
        reference: { x in
          x[0].indices.map { i in
            let (value, factor) = (x[0][i], x[1][i % 5])
            return value * factor + factor + (value + factor) * factor
          }
        }))
  }

  @Test(arguments: [WeightLayout.inputsByOutputs, .outputsByInputs])
  func theSquaresOfAnOutputsWeights(layout: WeightLayout) {
    let (inputs, outputs) = (37, 21)
    let isTransposed = layout == .outputsByInputs
    let weight = Tensor.normal(isTransposed ? [outputs, inputs] : [inputs, outputs], seed: 1)
    func of(_ output: Int) -> [Double] {
      (0..<inputs).map {
        Double(weight.elements[isTransposed ? output * inputs + $0 : $0 * outputs + output])
      }
    }
    let squares = weight.outputSquares(layout)
    #expect(squares.count == outputs)
    for output in 0..<outputs {
      let expected = of(output).reduce(0) { $0 + $1 * $1 }
      #expect(abs(Double(squares[output]) / expected - 1) < 1e-6)
    }
    let factors = Tensor.normal([outputs], seed: 2).elements
    let before = (0..<outputs).map(of)
    weight.scaleOutputs(by: factors, layout)
    for output in 0..<outputs {
      #expect(
        of(output).map(Float.init) == before[output].map { Float($0) * factors[output] })
    }
  }
}

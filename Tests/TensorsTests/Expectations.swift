import Tensors
import Testing

/// Expects the output and all gradients to be as near to the reference as float32 allows: sums of n
/// terms are off by a few units in the 24th bit, measured against the largest element.
func expectClose(
  _ check: GradientCheck, output: Double = 2e-6, gradients: Double = 2e-6,
  _ comment: @autoclosure () -> String = "", at location: SourceLocation = #_sourceLocation
) {
  #expect(
    check.output.relativeError <= output, "\(comment()) \(check.output)", sourceLocation: location)
  for gradient in check.gradients {
    #expect(
      gradient.relativeError <= gradients, "\(comment()) \(gradient)", sourceLocation: location)
  }
}

extension Tensor {
  static func normal(_ shape: [Int], seed: UInt64) -> Tensor {
    var random = SeededRandom(seed: seed)
    return normal(shape, deviation: 1, using: &random)
  }

  /// The same with a node, as a parameter.
  static func parameter(_ shape: [Int], seed: UInt64) -> Tensor {
    let tensor = normal(shape, seed: seed)
    tensor.requiresGradient = true
    return tensor
  }

  var bits: [UInt32] { elements.map(\.bitPattern) }
}

/// Some rows of a flat matrix.
func slice(_ matrix: [Double], rows: Range<Int>, _ width: Int) -> [Double] {
  Array(matrix[width * rows.lowerBound..<width * rows.upperBound])
}

func stream(_ seed: UInt64) -> DropoutStream { DropoutStream(SeededRandom(seed: seed)) }

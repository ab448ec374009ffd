import Layers
import Tensors
import Testing

@Suite(.serialized) struct GradientClippingTests {
  private func parameters() -> [Tensor] {
    var random = SeededRandom(seed: 1)
    return [[3], [1], [257, 300], [65_536], [65_537]].map { shape in
      let tensor = Tensor(shape)
      tensor.requiresGradient = true
      tensor.gradient = .normal(shape, deviation: 3, using: &random)
      return tensor
    }
  }

  @Test func theNormEqualsItsReferenceWithAnyNumberOfThreads() {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let parameters = parameters()
    parameters[1].gradient = nil
    let squares = parameters.compactMap(\.gradient).flatMap(\.elements)
      .reduce(0.0) { $0 + Double($1) * Double($1) }
    let norms = [1, 2, 3].map { threads in
      ThreadPool.threadCount = threads
      return gradientNorm(parameters)
    }
    #expect(abs(Double(norms[0]) / squares.squareRoot() - 1) < 1e-7)
    #expect(norms[0] == norms[1] && norms[0] == norms[2])
    #expect(gradientNorm([]) == 0)
  }

  /// Squares that float32 cannot hold.
  @Test func largeAndSmallGradientsStaySound() {
    for size in [1e30, 1e-30] as [Float] {
      let tensor = Tensor([2])
      tensor.requiresGradient = true
      tensor.gradient = Tensor([2], [3 * size, -4 * size])
      #expect(abs(gradientNorm([tensor]) / size - 5) < 1e-5)
    }
  }

  @Test(arguments: [(0.5, 1), (1, 1), (4, 1), (7, 2.5), (0, 1)] as [(Float, Float)])
  func theCoefficientEqualsItsReference(norm: Float, limit: Float) {
    let expected = min(1, Double(limit) / (Double(norm) + 1e-6))
    #expect(abs(Double(clipCoefficient(norm: norm, limit: limit)) - expected) < 1e-7)
  }
}

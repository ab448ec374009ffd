import Layers
import Tensors

/// A training step as every benchmark takes it: gradients cleared, forward, loss, backward, clip
/// at 1, AdamW.
struct TrainingStep {
  private let parameters: [Tensor]
  private let optimiser: AdamW

  /// Trains what asks for a gradient in `model`.
  init(_ model: some Module) {
    parameters = model.trainableParameters()
    optimiser = AdamW(parameters)
  }

  /// One step down the number that `loss` computes.
  func callAsFunction(_ loss: () throws -> Tensor) throws {
    for parameter in parameters { parameter.gradient = nil }
    try loss().backward()
    let norm = gradientNorm(parameters)
    optimiser.step(learningRate: 1e-4, gradientScale: clipCoefficient(norm: norm, limit: 1))
  }
}

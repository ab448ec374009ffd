import CKernels
import Foundation
import Tensors

/// AdamW (Loshchilov and Hutter, 2019) in the order and with the defaults of torch.optim.AdamW as
/// transformers' Trainer uses it: no decay on biases and norms, that is on tensors of one axis.
public final class AdamW {
  public struct Options: Sendable, Codable, Equatable {
    public var beta1: Float = 0.9
    public var beta2: Float = 0.999
    public var epsilon: Float = 1e-8
    public var weightDecay: Float = 0

    public init(
      beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
    ) {
      self.beta1 = beta1
      self.beta2 = beta2
      self.epsilon = epsilon
      self.weightDecay = weightDecay
    }
  }

  public let parameters: [Tensor]
  public let options: Options
  /// Steps taken so far.
  public private(set) var stepCount = 0
  /// First and second moments, in the order of `parameters`.
  public let moments: [(first: Tensor, second: Tensor)]

  public init(_ parameters: [Tensor], _ options: Options = Options()) {
    self.parameters = parameters
    self.options = options
    moments = parameters.map { (Tensor($0.shape), Tensor($0.shape)) }
  }

  /// Bytes of optimiser state.
  public var stateBytes: Int { 2 * 4 * parameters.reduce(0) { $0 + $1.count } }

  /// Takes up a run where it was left, once its moments have been put back.
  public func resume(at stepCount: Int) {
    self.stepCount = stepCount
  }

  /// One update. Gradients are multiplied by `gradientScale` on the way, which is where clipping
  /// happens; parameters without a gradient stay as they are.
  public func step(learningRate: Float, gradientScale: Float = 1) {
    stepCount += 1
    let t = Double(stepCount)
    var update = ck_adamw_options()
    update.learning_rate = learningRate
    update.beta1 = options.beta1
    update.beta2 = options.beta2
    update.epsilon = options.epsilon
    update.correction1 = Float(1 - pow(Double(options.beta1), t))
    update.correction2 = Float(1 - pow(Double(options.beta2), t))
    update.gradient_scale = gradientScale
    for (parameter, moment) in zip(parameters, moments) {
      guard let gradient = parameter.gradient else { continue }
      update.weight_decay = parameter.shape.count > 1 ? options.weightDecay : 0
      let (p, g, m, v) = (
        parameter.pointer, gradient.pointer, moment.first.pointer, moment.second.pointer
      )
      ThreadPool.ranges(of: parameter.count, grain: 1 << 16) { range in
        let i = range.lowerBound
        ck_adamw(p + i, g + i, m + i, v + i, range.count, update)
      }
    }
  }
}

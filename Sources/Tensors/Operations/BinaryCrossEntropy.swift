import Foundation

extension Tensor {
  /// The mean of −y·log σ(x) − (1 − y)·log(1 − σ(x)) over all elements, shape [1]: the loss of
  /// logits whose targets, of the same shape, are each 0 or 1. In the form that never overflows:
  /// max(x, 0) − x·y + log(1 + e^−|x|).
  public func binaryCrossEntropy(_ targets: Tensor) -> Tensor {
    precondition(shape == targets.shape, "logits of \(shape) meet targets of \(targets.shape)")
    let (logits, targets) = (detached, targets.detached)
    var sum = 0.0
    for i in 0..<count {
      let (x, y) = (Double(logits.pointer[i]), Double(targets.pointer[i]))
      sum += max(x, 0) - x * y + log1p(exp(-abs(x)))
    }
    return .record(Tensor([1], [Float(sum / Double(count))]), inputs: [self]) { gradient, into in
      let slope = gradient.scalar / Float(logits.count)
      into.write(to: 0, shape: logits.shape) { dx, accumulate in
        for i in 0..<logits.count {
          let before = accumulate ? dx[i] : 0
          dx[i] = before + slope * (1 / (1 + exp(-logits.pointer[i])) - targets.pointer[i])
        }
      }
    }
  }
}

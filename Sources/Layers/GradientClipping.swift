import CKernels
import Tensors

/// The length of all gradients taken together as one vector, in double precision and in an order
/// that does not depend on the number of threads.
public func gradientNorm(_ parameters: [Tensor]) -> Float {
  var total = 0.0
  let grain = 1 << 16
  for case let gradient? in parameters.map(\.gradient) {
    let parts = (gradient.count + grain - 1) / grain
    let sums = [Double](unsafeUninitializedCapacity: parts) { buffer, count in
      let sums = buffer.baseAddress!
      ThreadPool.run(parts) { part, _ in
        let start = part * grain
        sums[part] = ck_sum_of_squares(
          gradient.pointer + start, min(grain, gradient.count - start))
      }
      count = parts
    }
    total += sums.reduce(0, +)
  }
  return Float(total.squareRoot())
}

/// The factor that clips gradients of this norm, as torch.nn.utils.clip_grad_norm_ computes it:
/// min(1, limit / (norm + 1e-6)).
public func clipCoefficient(norm: Float, limit: Float) -> Float {
  min(1, limit / (norm + 1e-6))
}

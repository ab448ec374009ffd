import CKernels

extension Tensor {
  /// The sum of two tensors of one shape.
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    precondition(left.shape == right.shape, "+: \(left.shape) meets \(right.shape)")
    let result = Tensor(uninitialized: left.shape)
    let (a, b, y) = (left.pointer, right.pointer, result.pointer)
    Kernel.forEachRange(result.count) { ck_add(a + $0, b + $0, y + $0, $1) }
    return .record(result, inputs: [left, right]) { gradient, into in
      into.add(gradient, to: 0)
      into.add(gradient, to: 1)
    }
  }

  /// The product of two tensors of one shape, element by element.
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    precondition(left.shape == right.shape, "*: \(left.shape) meets \(right.shape)")
    let result = Tensor(uninitialized: left.shape)
    let (a, b, y) = (left.pointer, right.pointer, result.pointer)
    Kernel.forEachRange(result.count) { ck_multiply(a + $0, b + $0, y + $0, $1, false) }
    guard willRecord([left, right]) else { return result }
    let saved = [left.detached, right.detached]
    return .record(result, inputs: [left, right]) { gradient, into in
      for input in 0...1 where into.areWanted(input) {
        let other = saved[1 - input]
        into.write(to: input, shape: other.shape) { sum, accumulate in
          Kernel.forEachRange(other.count) {
            ck_multiply(gradient.pointer + $0, other.pointer + $0, sum + $0, $1, accumulate)
          }
        }
      }
    }
  }

  /// Every element times a number.
  public static func * (left: Tensor, factor: Float) -> Tensor {
    let result = Tensor(uninitialized: left.shape)
    let (a, y) = (left.pointer, result.pointer)
    Kernel.forEachRange(result.count) { ck_scale(a + $0, factor, y + $0, $1) }
    return .record(result, inputs: [left]) { gradient, into in
      into.write(to: 0, shape: gradient.shape) { sum, accumulate in
        Kernel.forEachRange(gradient.count) {
          if accumulate {
            ck_add_scaled(gradient.pointer + $0, factor, sum + $0, $1)
          } else {
            ck_scale(gradient.pointer + $0, factor, sum + $0, $1)
          }
        }
      }
    }
  }

  /// The sum of all elements, shape [1], added up in double precision.
  public func sum() -> Tensor {
    let inputShape = shape
    let result = Tensor([1], [Float(ck_sum(pointer, count))])
    return .record(result, inputs: [self]) { gradient, into in
      into.add(Tensor(inputShape, filledWith: gradient.scalar), to: 0)
    }
  }

  /// The mean of all elements, shape [1].
  public func mean() -> Tensor {
    sum() * (1 / Float(count))
  }
}

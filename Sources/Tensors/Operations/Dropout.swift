import CKernels

/// Draws one seed for every dropout that runs, so that a training run's dropout follows from one
/// number. Pass it to a forward pass to train; without it nothing is dropped.
public final class DropoutStream {
  public private(set) var random: SeededRandom

  public init(_ random: SeededRandom) {
    self.random = random
  }

  package func nextSeed() -> UInt64 { random.next() }
}

extension Tensor {
  /// Zeroes each element with the given probability and divides the rest by 1 − probability
  /// (Srivastava et al., 2014). The mask is a hash of the seed and the place: none is stored.
  public func dropout(_ probability: Float, _ stream: DropoutStream?) -> Tensor {
    guard let stream, probability > 0 else { return self }
    precondition(probability < 1, "dropout needs a probability below 1, not \(probability)")
    let seed = stream.nextSeed()
    let result = Tensor(uninitialized: shape)
    let (x, y) = (pointer, result.pointer)
    Kernel.forEachRange(count) {
      ck_dropout(x + $0, y + $0, $1, seed, UInt64($0), probability, false)
    }
    return .record(result, inputs: [self]) { gradient, into in
      into.write(to: 0, shape: gradient.shape) { dx, accumulate in
        Kernel.forEachRange(gradient.count) {
          ck_dropout(gradient.pointer + $0, dx + $0, $1, seed, UInt64($0), probability, accumulate)
        }
      }
    }
  }
}

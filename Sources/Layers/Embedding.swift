import Tensors

/// A table of vectors, one row for each id.
public final class Embedding: Module {
  public let weight: Tensor

  /// `count` rows of `width` numbers from N(0, deviation²).
  public init(_ count: Int, _ width: Int, deviation: Float, using random: inout SeededRandom) {
    weight = .normal([count, width], deviation: deviation, using: &random)
  }

  public var count: Int { weight.dim(0) }
  public var width: Int { weight.dim(1) }
}

import CKernels

/// Float32 numbers in row-major order, with a shape that never changes and, where a gradient is
/// asked for, a place in the graph of operations. Weights can be compressed to fewer bits.
///
/// Sequences are packed: activations have shape [N, H], where N counts the tokens of all rows of a
/// batch, one after the other, without padding.
public final class Tensor: @unchecked Sendable {
  public let shape: [Int]
  public let count: Int
  /// nil once the tensor is compressed.
  @usableFromInline var floats: Storage?
  var compact: CompactWeight?
  package internal(set) var node: Node?

  /// A tensor over existing memory.
  public init(shape: [Int], storage: Storage) {
    precondition(
      shape.reduce(1, *) == storage.buffer.count,
      "a tensor of shape \(shape) needs \(shape.reduce(1, *)) floats, not \(storage.buffer.count)")
    self.shape = shape
    count = storage.buffer.count
    floats = storage
  }

  /// Memory that is not cleared: for operations that write every element.
  public convenience init(uninitialized shape: [Int]) {
    self.init(shape: shape, storage: Storage(count: shape.reduce(1, *)))
  }

  public convenience init(_ shape: [Int], filledWith value: Float = 0) {
    self.init(uninitialized: shape)
    ck_fill(pointer, value, count)
  }

  public convenience init(_ shape: [Int], _ elements: [Float]) {
    precondition(
      shape.reduce(1, *) == elements.count,
      "a tensor of shape \(shape) needs \(shape.reduce(1, *)) numbers, not \(elements.count)")
    self.init(uninitialized: shape)
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { pointer.update(from: start, count: count) }
    }
  }

  /// Independent draws from N(0, deviation²). Blocks of a fixed length have streams of their own, so
  /// that a large model is drawn by all threads, with the same numbers whatever their count.
  public static func normal(
    _ shape: [Int], deviation: Float, using random: inout SeededRandom
  ) -> Tensor {
    let result = Tensor(uninitialized: shape)
    let (seed, numbers) = (random.next(), result.pointer)
    let length = 1 << 16
    ThreadPool.ranges(of: result.count, grain: length) { range in
      var stream = SeededRandom(seed: seed, stream: "\(range.lowerBound / length)")
      for i in range { numbers[i] = deviation * stream.normal() }
    }
    return result
  }

  /// Independent draws from [low, high).
  public static func uniform(
    _ shape: [Int], _ low: Float, _ high: Float, using random: inout SeededRandom
  ) -> Tensor {
    let result = Tensor(uninitialized: shape)
    for i in 0..<result.count { result.pointer[i] = random.uniform(low, high) }
    return result
  }

  /// The memory of the numbers, which a compressed tensor has not.
  @inlinable public var storage: Storage {
    guard let floats else {
      preconditionFailure("a compressed weight has no floats: it is for inference only")
    }
    return floats
  }

  @inlinable public var pointer: UnsafeMutablePointer<Float> { storage.pointer }
  public var elements: [Float] { Array(storage.buffer) }

  /// The size of one axis; negative axes count from the end.
  public func dim(_ axis: Int) -> Int {
    shape[axis < 0 ? shape.count + axis : axis]
  }

  /// The one number of a tensor with one element.
  public var scalar: Float {
    precondition(count == 1, "scalar needs one element, the shape is \(shape)")
    return pointer[0]
  }

  /// The same numbers, shared, outside the graph.
  public var detached: Tensor { Tensor(shape: shape, storage: storage) }

  /// New memory with the same numbers, outside the graph.
  public func copy() -> Tensor {
    let result = Tensor(uninitialized: shape)
    result.pointer.update(from: pointer, count: count)
    return result
  }

  /// Overwrites the numbers with those of another tensor of the same shape.
  public func assign(_ other: Tensor) {
    precondition(shape == other.shape, "assign needs the shape \(shape), not \(other.shape)")
    pointer.update(from: other.pointer, count: count)
  }

  /// Exchanges the numbers, and the gradient and whether one is wanted, with another parameter of
  /// the same shape.
  package func exchange(with other: Tensor) {
    precondition(shape == other.shape, "exchange needs the shape \(shape), not \(other.shape)")
    precondition(
      [node, other.node].allSatisfy { $0?.isLeaf ?? true }, "only parameters can be exchanged")
    for place in 0..<count {
      (pointer[place], other.pointer[place]) = (other.pointer[place], pointer[place])
    }
    (node, other.node) = (other.node, node)
  }

  public var isFinite: Bool { ck_all_finite(pointer, count) }
}

extension Tensor: CustomStringConvertible {
  /// The shape and the first few numbers.
  public var description: String {
    let shown = storage.buffer.prefix(8).map { "\($0)" }.joined(separator: ", ")
    return "Tensor\(shape) [\(shown)\(count > 8 ? ", …" : "")]"
  }
}

import CKernels
import Layers
import Tensors

/// The keys and values of the tokens that a model has seen, for each row of a batch, so that the
/// next token costs one pass over itself alone.
public final class KVCache {
  /// The tokens that each row holds, without the virtual ones at its start.
  public private(set) var lengths: [Int]
  /// The most tokens that a row can hold besides the virtual ones.
  public let capacity: Int
  /// The virtual tokens that every row begins with.
  public let virtualTokens: Int
  private let heads: Int
  private let headSize: Int
  /// [layer][row], each [2, heads, room, headSize]: all keys before all values.
  private var memory: [[Storage]]

  init(
    rows: Int, layers: Int, heads: Int, headSize: Int, capacity: Int, virtualTokens: Int = 0
  ) {
    lengths = Array(repeating: 0, count: rows)
    self.capacity = capacity
    self.virtualTokens = virtualTokens
    self.heads = heads
    self.headSize = headSize
    memory = (0..<layers).map { _ in
      (0..<rows).map { _ in Storage(count: 2 * heads * (capacity + virtualTokens) * headSize) }
    }
  }

  private var room: Int { capacity + virtualTokens }

  /// Lets every row begin with these keys and values [P, 2H] in one layer.
  func lead(layer: Int, keysAndValues: Tensor) {
    let width = heads * headSize
    precondition(keysAndValues.shape == [virtualTokens, 2 * width], "a prefix of another shape")
    for row in memory[layer] {
      for token in 0..<virtualTokens {
        for head in 0..<2 * heads {
          (row.pointer + (head * room + token) * headSize).update(
            from: keysAndValues.pointer + token * 2 * width + head * headSize, count: headSize)
        }
      }
    }
  }

  /// Lets every row begin with what the one row of another cache holds.
  func lead(with start: KVCache) {
    precondition(start.lengths == [virtualTokens], "a start of \(start.lengths) tokens")
    for (layer, rows) in memory.enumerated() {
      for row in rows {
        for head in 0..<2 * heads {
          (row.pointer + head * room * headSize).update(
            from: start.memory[layer][0].pointer + head * start.room * headSize,
            count: virtualTokens * headSize)
        }
      }
    }
  }

  /// Bytes of keys and values.
  public var bytes: Int { memory.reduce(0) { $0 + $1.reduce(0) { $0 + 4 * $1.buffer.count } } }

  /// As many rows with what the one row here holds, and room for `capacity` tokens each: what many
  /// texts begin with is computed once.
  package func copies(_ count: Int, capacity: Int) -> KVCache {
    precondition(lengths.count == 1, "a cache of \(lengths.count) rows is not one text")
    precondition(capacity >= lengths[0], "\(lengths[0]) tokens do not fit into \(capacity)")
    let copy = KVCache(
      rows: count, layers: memory.count, heads: heads, headSize: headSize, capacity: capacity,
      virtualTokens: virtualTokens)
    copy.lengths = Array(repeating: lengths[0], count: count)
    for (layer, rows) in copy.memory.enumerated() {
      for row in rows {
        for head in 0..<2 * heads {
          (row.pointer + head * copy.room * headSize).update(
            from: memory[layer][0].pointer + head * room * headSize,
            count: (virtualTokens + lengths[0]) * headSize)
        }
      }
    }
    return copy
  }

  /// Forgets all but the first tokens of each row.
  package func shorten(to lengths: [Int]) {
    precondition(
      lengths.count == self.lengths.count && zip(lengths, self.lengths).allSatisfy { $0 <= $1 },
      "a row can only become shorter")
    self.lengths = lengths
  }

  /// Drops all rows but these, which then are the rows 0, 1, …
  package func keep(rows: [Int]) {
    lengths = rows.map { lengths[$0] }
    memory = memory.map { layer in rows.map { layer[$0] } }
  }

  /// The position of each new token of a batch.
  func positions(of batch: TokenBatch) -> [Int32] {
    (0..<batch.rowCount).flatMap { row in
      batch.positions[batch.segments.range(row)].map { $0 + Int32(virtualTokens + lengths[row]) }
    }
  }

  /// Counts the new tokens in, after every layer has attended.
  func advance(_ segments: Segments) {
    for row in lengths.indices { lengths[row] += segments.range(row).count }
  }

  /// Stores the keys and values of new tokens, qkv [N, 3H], and lets their queries attend to all of
  /// their row up to themselves. Returns [N, H]; nothing is recorded for a backward pass.
  func attend(layer: Int, qkv: Tensor, segments: Segments, scale: Float) -> Tensor {
    precondition(!Tensor.willRecord([qkv]), "a cache is for generation, without gradients")
    precondition(segments.count == lengths.count, "the cache has \(lengths.count) rows")
    let (D, C, block) = (headSize, heads * headSize, 64)
    let longest = (0..<segments.count).map { lengths[$0] + segments.range($0).count }.max() ?? 0
    precondition(longest <= capacity, "the cache holds \(capacity) tokens a row, not \(longest)")
    let widest = virtualTokens + longest
    let result = Tensor(uninitialized: [qkv.dim(0), C])
    let scratchSize = block * (widest + 1)
    let scratch = Storage(count: ThreadPool.threadCount * scratchSize)
    ThreadPool.run(segments.count * heads) { part, worker in
      let (row, head) = (part / heads, part % heads)
      let (new, past) = (segments.range(row), virtualTokens + lengths[row])
      let query = qkv.pointer + new.lowerBound * 3 * C + head * D
      let keys = memory[layer][row].pointer + head * room * D
      let values = keys + heads * room * D
      for token in 0..<new.count {
        (keys + (past + token) * D).update(from: query + token * 3 * C + C, count: D)
        (values + (past + token) * D).update(from: query + token * 3 * C + 2 * C, count: D)
      }
      let scores = scratch.pointer + worker * scratchSize
      let logSums = scores + block * widest
      for first in stride(from: 0, to: new.count, by: block) {
        let rows = min(block, new.count - first)
        let seen = past + first + rows
        MatrixProduct.run(
          transposeB: true, m: rows, n: seen, k: D, a: query + first * 3 * C, lda: 3 * C, b: keys,
          ldb: D, c: scores, ldc: seen)
        ck_causal_softmax(scores, rows, seen, seen, past + first + 1, scale, logSums)
        MatrixProduct.run(
          m: rows, n: D, k: seen, a: scores, lda: seen, b: values, ldb: D,
          c: result.pointer + (new.lowerBound + first) * C + head * D, ldc: C)
      }
    }
    return result
  }
}

import CKernels

/// The rows of a packed batch: row r holds the tokens `starts[r] ..< starts[r + 1]`.
public struct Segments: Sendable, Equatable {
  /// First token of every row, and the number of tokens at the end.
  public let starts: [Int]

  public init(lengths: [Int]) {
    var starts = [0]
    for length in lengths { starts.append(starts.last! + length) }
    self.starts = starts
  }

  public var count: Int { starts.count - 1 }
  public var tokenCount: Int { starts.last! }
  public func range(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }
}

extension Tensor {
  /// Causal self-attention of several heads over packed rows: token i sees the tokens of its own row
  /// up to itself, a block-diagonal causal mask that is never stored.
  ///
  /// `self` is [N, 3H]: queries, keys and values side by side, each H = heads · headSize wide.
  /// Scores are divided by √headSize, or multiplied by `scale` where it is given. Dropout falls on
  /// the probabilities. With `prefix` [P, 2H], keys beside values, every token also sees these P
  /// pairs before its row. Returns [N, H].
  ///
  /// Work is one (row, head) pair at a time in blocks of queries, so that no T × T matrix of all
  /// heads ever stands in memory; the backward computes the probabilities again from the kept
  /// log-sums (Dao et al., 2022).
  public func causalAttention(
    heads: Int, segments: Segments, prefix: Tensor? = nil, scale: Float? = nil,
    dropout probability: Float = 0, _ stream: DropoutStream? = nil
  ) -> Tensor {
    if let prefix {
      // The prefix becomes tokens with queries of zero, whose outputs nobody reads.
      return leading(prefix, segments)
        .causalAttention(
          heads: heads, segments: segments.lengthened(by: prefix.dim(0)), scale: scale,
          dropout: probability, stream
        )
        .rows(segments.places(after: prefix.dim(0)))
    }
    let (tokens, width) = (dim(0), dim(1) / 3)
    precondition(
      dim(1) == 3 * width && width % heads == 0 && segments.tokenCount == tokens,
      "causalAttention: shape \(shape) with \(heads) heads and \(segments.tokenCount) tokens")
    let dropsOut = stream != nil && probability > 0
    let problem = AttentionProblem(
      tokens: tokens, width: width, heads: heads, segments: segments,
      scale: scale ?? 1 / Float(width / heads).squareRoot(),
      probability: dropsOut ? probability : 0,
      seed: dropsOut ? stream!.nextSeed() : 0)
    let result = Tensor(uninitialized: [tokens, width])
    let logSums = Storage(count: tokens * heads)
    problem.forward(qkv: pointer, output: result.pointer, logSums: logSums.pointer)
    guard Tensor.willRecord([self]) else { return result }
    let (qkv, output) = (detached, result.detached)
    return .record(result, inputs: [self]) { gradient, into in
      let dqkv = Tensor(uninitialized: qkv.shape)
      problem.backward(
        qkv: qkv.pointer, output: output.pointer, logSums: logSums.pointer, dy: gradient.pointer,
        dqkv: dqkv.pointer)
      into.add(dqkv, to: 0)
    }
  }
}

private struct AttentionProblem {
  let tokens: Int
  let width: Int
  let heads: Int
  let segments: Segments
  let scale: Float
  let probability: Float
  let seed: UInt64

  /// Queries taken at a time. Half of the products above the diagonal are spared from 2 blocks on.
  static let block = 64

  var headSize: Int { width / heads }
  var longest: Int { (0..<segments.count).map { segments.range($0).count }.max() ?? 0 }

  /// Runs `body` for every (row, head) with `count` scratch matrices [block, longest] of its thread.
  func forEachHead(
    scratch count: Int,
    _ body: (_ range: Range<Int>, _ head: Int, _ scratch: UnsafeMutablePointer<Float>) -> Void
  ) {
    let size = Self.block * longest
    let memory = Storage(count: ThreadPool.threadCount * count * size)
    ThreadPool.run(segments.count * heads) { part, worker in
      body(
        segments.range(part / heads), part % heads, memory.pointer + worker * count * size)
    }
  }

  /// The place of a probability among all that this attention drops out, unique per element.
  func place(_ head: Int, _ query: Int) -> UInt64 {
    UInt64(head * tokens + query) &* UInt64(max(1, longest))
  }

  func dropOut(
    _ matrix: UnsafeMutablePointer<Float>, stride: Int, rows: Int, columns: Int, head: Int,
    firstQuery: Int
  ) {
    guard probability > 0 else { return }
    for row in 0..<rows {
      let start = matrix + row * stride
      ck_dropout(
        start, start, columns, seed, place(head, firstQuery + row), probability, false)
    }
  }

  func forward(
    qkv: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>,
    logSums: UnsafeMutablePointer<Float>
  ) {
    let (C, D, block) = (width, headSize, Self.block)
    forEachHead(scratch: 1) { range, head, scores in
      let T = range.count
      let query = qkv + range.lowerBound * 3 * C + head * D
      let (key, value) = (query + C, query + 2 * C)
      for first in stride(from: 0, to: T, by: block) {
        let rows = min(block, T - first)
        let seen = first + rows
        MatrixProduct.single(
          false, true, rows, seen, D, 1, query + first * 3 * C, 3 * C, key, 3 * C, 0, scores, seen)
        ck_causal_softmax(
          scores, rows, seen, seen, first + 1, scale,
          logSums + head * tokens + range.lowerBound + first)
        dropOut(
          scores, stride: seen, rows: rows, columns: seen, head: head,
          firstQuery: range.lowerBound + first)
        MatrixProduct.single(
          false, false, rows, D, seen, 1, scores, seen, value, 3 * C, 0,
          output + (range.lowerBound + first) * C + head * D, C)
      }
    }
  }

  /// With P the probabilities, M the dropout mask, O = (P∘M)·V and dO given: dV = (P∘M)ᵀ·dO;
  /// dP = (dO·Vᵀ)∘M; δ = rowsum(dO∘O); dS = scale · P∘(dP − δ); dQ = dS·K; dK = dSᵀ·Q.
  func backward(
    qkv: UnsafePointer<Float>, output: UnsafePointer<Float>, logSums: UnsafePointer<Float>,
    dy: UnsafePointer<Float>, dqkv: UnsafeMutablePointer<Float>
  ) {
    let (C, D, block) = (width, headSize, Self.block)
    forEachHead(scratch: 3) { range, head, scratch in
      let T = range.count
      let size = block * longest
      let (probabilities, dropped, slopes) = (scratch, scratch + size, scratch + 2 * size)
      let query = qkv + range.lowerBound * 3 * C + head * D
      let (key, value) = (query + C, query + 2 * C)
      let dQuery = dqkv + range.lowerBound * 3 * C + head * D
      let (dKey, dValue) = (dQuery + C, dQuery + 2 * C)
      withUnsafeTemporaryAllocation(of: Float.self, capacity: block) { delta in
        // From the last block of queries to the first: the last sees every key, so its products
        // write all of dK and dV and the others add.
        for first in stride(from: (T - 1) / block * block, through: 0, by: -block) {
          let rows = min(block, T - first)
          let seen = first + rows
          let beta: Float = seen == T ? 0 : 1
          let dOutput = dy + (range.lowerBound + first) * C + head * D
          let out = output + (range.lowerBound + first) * C + head * D
          for row in 0..<rows {
            delta[row] = Float(ck_dot(dOutput + row * C, out + row * C, D))
          }
          MatrixProduct.single(
            false, true, rows, seen, D, 1, query + first * 3 * C, 3 * C, key, 3 * C, 0,
            probabilities, seen)
          ck_causal_softmax_again(
            probabilities, rows, seen, seen, first + 1, scale,
            logSums + head * tokens + range.lowerBound + first)
          MatrixProduct.single(
            false, true, rows, seen, D, 1, dOutput, C, value, 3 * C, 0, slopes, seen)
          var weights = probabilities
          if probability > 0 {
            weights = dropped
            dropped.update(from: probabilities, count: rows * seen)
            for matrix in [dropped, slopes] {
              dropOut(
                matrix, stride: seen, rows: rows, columns: seen, head: head,
                firstQuery: range.lowerBound + first)
            }
          }
          MatrixProduct.single(
            true, false, seen, D, rows, 1, weights, seen, dOutput, C, beta, dValue, 3 * C)
          ck_softmax_backward(
            probabilities, slopes, delta.baseAddress!, scale, rows, seen, seen)
          MatrixProduct.single(
            false, false, rows, D, seen, 1, slopes, seen, key, 3 * C, 0, dQuery + first * 3 * C,
            3 * C)
          MatrixProduct.single(
            true, false, seen, D, rows, 1, slopes, seen, query + first * 3 * C, 3 * C, beta, dKey,
            3 * C)
        }
      }
    }
  }
}

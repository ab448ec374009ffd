import Layers
import Models
import Tensors

extension GPT2Model {
  /// The tokens of each row that `pooling` reads. Throws `ModelInputError.emptyRow`.
  func read(_ rows: [[Int32]], for pooling: Pooling) throws -> TokenBatch {
    TokenBatch(
      try rows.enumerated().map { index, row in
        Array(row.prefix(try pooling.read(row, padToken: config.padToken, index: index)))
      })
  }

  /// One hidden state for each row, [rows, H]. Throws `ModelInputError`.
  public func pooled(_ rows: [[Int32]], _ pooling: Pooling) throws -> Tensor {
    let batch = try read(rows, for: pooling)
    let hidden = try self(batch)  // [N, H]
    guard pooling == .mean else {
      return hidden.rows((0..<batch.rowCount).map { batch.segments.range($0).upperBound - 1 })
    }
    let shares = Tensor([batch.rowCount, batch.tokenCount])
    for row in 0..<batch.rowCount {
      let range = batch.segments.range(row)
      for token in range {
        shares.pointer[row * batch.tokenCount + token] = 1 / Float(range.count)
      }
    }
    return shares.linear(hidden, layout: .inputsByOutputs)
  }

  /// The same without a graph and a few rows at a time: what a head sees of a frozen model. Computed
  /// once, it serves any number of heads.
  public func features(
    _ rows: [[Int32]], _ pooling: Pooling, rowsAtATime: Int = 32
  ) throws -> Tensor {
    let features = Tensor(uninitialized: [rows.count, config.hiddenSize])
    for first in stride(from: 0, to: rows.count, by: rowsAtATime) {
      let part = Array(rows[first..<min(first + rowsAtATime, rows.count)])
      let states = try withoutGradients { try pooled(part, pooling) }
      (features.pointer + first * config.hiddenSize).update(
        from: states.pointer, count: states.count)
    }
    return features
  }

  /// The hidden state of the last position of each row, [rows, H], without a graph.
  public func lastTokenStates(_ rows: [[Int32]], rowsAtATime: Int = 32) throws -> Tensor {
    try features(rows, .lastPosition, rowsAtATime: rowsAtATime)
  }
}

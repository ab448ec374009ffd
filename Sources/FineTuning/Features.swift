import Layers
import Models
import Tensors

extension GPT2Model {
  /// The hidden state of the last token of each row, [rows, H], without a graph: what a
  /// classification head sees. Computed once, it serves any number of heads.
  public func lastTokenStates(_ rows: [[Int32]], rowsAtATime: Int = 32) throws -> Tensor {
    let features = Tensor(uninitialized: [rows.count, config.hiddenSize])
    for first in stride(from: 0, to: rows.count, by: rowsAtATime) {
      let batch = TokenBatch(Array(rows[first..<min(first + rowsAtATime, rows.count)]))
      let hidden = try withoutGradients { try self(batch) }
      let last = hidden.rows(batch.segments.starts.dropFirst().map { $0 - 1 })
      (features.pointer + first * config.hiddenSize).update(from: last.pointer, count: last.count)
    }
    return features
  }
}

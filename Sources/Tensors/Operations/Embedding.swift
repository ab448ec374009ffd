import CKernels

extension Tensor {
  /// Rows of a table [V, H] by id, plus, where `places` [P, H] is given, its rows by position.
  /// Ids and positions must be in range: callers check what users can cause. Returns [N, H].
  public static func embedding(
    _ table: Tensor, ids: [Int32], places: Tensor? = nil, positions: [Int32] = []
  ) -> Tensor {
    let (rows, width) = (ids.count, table.dim(1))
    precondition(
      ids.allSatisfy { $0 >= 0 && $0 < table.dim(0) },
      "embedding: an id is not in 0 ..< \(table.dim(0))")
    if let places {
      precondition(
        positions.count == rows && positions.allSatisfy { $0 >= 0 && $0 < places.dim(0) },
        "embedding: a position is not in 0 ..< \(places.dim(0))")
    }
    if let compact = table.compact {
      return embedding(
        compact.rows(ids), ids: Array(0..<Int32(rows)), places: places, positions: positions)
    }
    let result = Tensor(uninitialized: [rows, width])
    let (tokens, place, y) = (table.pointer, places?.pointer, result.pointer)
    ids.withUnsafeBufferPointer { ids in
      positions.withUnsafeBufferPointer { positions in
        ThreadPool.ranges(of: rows, grain: ThreadPool.rowGrain(width: width)) { range in
          let first = range.lowerBound
          ck_embedding_forward(
            tokens, ids.baseAddress! + first, place,
            place == nil ? nil : positions.baseAddress! + first, y + first * width, range.count,
            width)
        }
      }
    }
    let inputs = [table] + (places.map { [$0] } ?? [])
    let shapes = inputs.map(\.shape)
    return .record(result, inputs: inputs) { gradient, into in
      for (input, indices) in [ids, positions].prefix(into.count).enumerated()
      where into.areWanted(input) {
        into.write(to: input, shape: shapes[input]) { sum, accumulate in
          let count = shapes[input][0] * width
          if !accumulate { Kernel.forEachRange(count) { ck_fill(sum + $0, 0, $1) } }
          indices.withUnsafeBufferPointer { indices in
            // Parts are columns: two threads never add to the same number.
            ThreadPool.ranges(of: width, grain: max(64, (width + 3) / 4)) { columns in
              ck_embedding_backward(
                gradient.pointer, indices.baseAddress!, sum, rows, width, columns.lowerBound,
                columns.upperBound)
            }
          }
        }
      }
    }
  }
}

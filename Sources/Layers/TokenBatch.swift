import Tensors

/// Rows of token ids, packed one after the other without padding. Positions restart with each row,
/// and a token never sees another row.
public struct TokenBatch: Sendable {
  public let ids: [Int32]
  public let positions: [Int32]
  public let segments: Segments

  public init(_ rows: [[Int32]]) {
    ids = rows.flatMap { $0 }
    positions = rows.flatMap { $0.indices.map(Int32.init) }
    segments = Segments(lengths: rows.map(\.count))
  }

  public var tokenCount: Int { ids.count }
  public var rowCount: Int { segments.count }

  /// For each position, the token that follows it in its row; `ignoreIndex` at the end of a row.
  public var nextTokens: [Int32] {
    var labels = Array((ids + [ignoreIndex]).dropFirst())
    for row in 0..<rowCount where !segments.range(row).isEmpty {
      labels[segments.range(row).upperBound - 1] = ignoreIndex
    }
    return labels
  }

  /// The same shift for labels given at their own positions, as transformers takes them: position i
  /// gets the label of i + 1.
  public func shifted(_ labels: [[Int32]]) -> [Int32] {
    labels.flatMap { row in row.isEmpty ? [] : Array(row.dropFirst()) + [ignoreIndex] }
  }
}

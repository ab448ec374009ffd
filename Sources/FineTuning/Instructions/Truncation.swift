/// Which tokens of a row that is too long are cut.
public enum Truncation: String, Sendable, Codable, CaseIterable {
  /// Those at the end, as TRL's `keep_start`. A long answer loses its end token with them.
  case end
  /// Those at the start of the prompt, all but its last token at most; then those at the end.
  case promptStart
}

extension EncodedExample {
  /// The row cut to `length` tokens, which may leave it without a label.
  public func truncated(to length: Int, _ truncation: Truncation = .end) -> EncodedExample {
    precondition(length > 1, "in rows of \(length) tokens no token is predicted")
    guard count > length else { return self }
    switch truncation {
    case .end: return self[0..<length]
    case .promptStart:
      let prompt = labelledAnswer ?? 0
      let first = min(count - length, max(0, prompt - 1))
      return self[first..<first + length]
    }
  }

  /// Where the first answer that counts begins.
  private var labelledAnswer: Int? {
    kinds.indices.first { kinds[$0] == .assistant && weights[$0] > 0 }
  }
}

/// What cutting rows to a length took from them.
public struct TruncationReport: Sendable, Codable, Equatable {
  /// Rows before.
  public let rowCount: Int
  /// Rows that were kept, and are shorter now.
  public let shortenedRows: Int
  /// What those lost.
  public let cutTokens: Int
  /// Rows that were kept and lost a last token that ended an answer.
  public let endlessRows: Int
  /// The numbers of the rows that had no label left, or had none before.
  public let droppedRows: [Int]
}

extension Array where Element == EncodedExample {
  /// The rows, cut to `length` tokens. A row without a label is refused, or left out and reported
  /// where `droppingUnlabelled` says so; that no row is left is an error in any case.
  public func truncated(
    to length: Int, _ truncation: Truncation = .end, droppingUnlabelled: Bool = false
  ) throws(ExampleError) -> (examples: [EncodedExample], report: TruncationReport) {
    var (kept, dropped): ([EncodedExample], [Int]) = ([], [])
    var (shortened, cut, endless) = (0, 0, 0)
    kept.reserveCapacity(count)
    for example in self {
      let short = example.truncated(to: length, truncation)
      guard short.labelCount > 0 else {
        if !droppingUnlabelled, contains(where: { $0.labelCount > 0 }) {
          throw ExampleError(row: example.row, .noLabel(tokens: short.count))
        }
        dropped.append(example.row)
        continue
      }
      if short.count < example.count {
        shortened += 1
        cut += example.count - short.count
        if example.kinds.last == .end, short.kinds.last != .end { endless += 1 }
      }
      kept.append(short)
    }
    if let row = dropped.first, kept.isEmpty {
      throw ExampleError(row: row, .noLabels(rows: count))
    }
    let report = TruncationReport(
      rowCount: count, shortenedRows: shortened, cutTokens: cut, endlessRows: endless,
      droppedRows: dropped)
    return (kept, report)
  }
}

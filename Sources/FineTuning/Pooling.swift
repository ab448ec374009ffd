import Models

/// Which hidden states of a row stand for the whole of it. A row may end in padding.
public enum Pooling: String, Codable, Sendable, CaseIterable {
  /// That of the first token, as BERT's `[CLS]` is read. Under causal attention it has seen nothing
  /// else.
  case first
  /// That of the last position, whether a token of the text or padding stands there.
  case lastPosition
  /// That of the rightmost token that is no padding, as GPT2ForSequenceClassification reads it.
  case lastToken
  /// The mean over the tokens up to that one.
  case mean

  /// How many tokens of a row have a part in what is pooled: attention is causal, so that nothing
  /// after the last one read does. Throws `ModelInputError.emptyRow` for the row's index.
  func read(
    _ row: [Int32], padToken: Int32?, index: Int
  ) throws(ModelInputError) -> Int {
    if row.isEmpty { throw .emptyRow(index) }
    switch self {
    case .first: return 1
    case .lastPosition: return row.count
    case .lastToken, .mean:
      guard let padToken else { return row.count }
      return (row.lastIndex { $0 != padToken } ?? 0) + 1
    }
  }
}

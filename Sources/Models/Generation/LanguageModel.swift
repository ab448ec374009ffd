import Foundation
import Layers
import Tensors

/// A model that predicts the next token of every token of a batch.
public protocol LanguageModel: Module {
  var vocabSize: Int { get }
  /// One more than the highest id that a row may hold: above the vocabulary where ids stand for
  /// trained vectors.
  var inputVocabSize: Int { get }
  /// The most tokens of a row that the model can look at.
  var contextLength: Int { get }
  /// The tokens that end a text.
  var eosTokens: [Int32] { get }
  /// The linear map from hidden states to logits, without bias, [V, H].
  var head: Linear { get }

  /// The normalised hidden states [N, H] of a batch. With a cache the rows go on where it ends.
  /// Throws `ModelInputError`.
  func hiddenStates(
    _ batch: TokenBatch, cache: KVCache?, dropout: DropoutStream?
  ) throws -> Tensor

  /// An empty cache for as many rows of at most `capacity` tokens.
  func makeCache(rows: Int, capacity: Int) -> KVCache
}

extension LanguageModel {
  public var inputVocabSize: Int { vocabSize }

  /// The logits [N, V] of every position. Training uses `loss`, which never makes them all.
  public func logits(_ batch: TokenBatch) throws -> Tensor {
    head(try hiddenStates(batch, cache: nil, dropout: nil))
  }

  /// The cross-entropy of the labels: `labels[i]` is what position i is to predict, or
  /// `ignoreIndex`; without labels, the batch's own next tokens. Each counts with its weight, and
  /// the sum is divided by `denominator`, by default the sum of the weights. Shape [1]. Throws
  /// `ModelInputError`.
  public func loss(
    _ batch: TokenBatch, labels: [Int32]? = nil, weights: [Float]? = nil,
    denominator: Float? = nil, dropout: DropoutStream? = nil
  ) throws -> Tensor {
    let labels = labels ?? batch.nextTokens
    if let wrong = labels.first(where: { $0 != ignoreIndex && !(0..<Int32(vocabSize) ~= $0) }) {
      throw ModelInputError.unknownLabel(wrong, count: vocabSize)
    }
    return try hiddenStates(batch, cache: nil, dropout: dropout).languageModelLoss(
      head: head.weight, labels: labels, weights: weights, denominator: denominator)
  }
}

/// Tokens or labels that a model cannot take.
public enum ModelInputError: LocalizedError, Equatable {
  case emptyRow(Int)
  case tooLong(row: Int, tokens: Int, contextLength: Int)
  case unknownToken(Int32, row: Int, vocabSize: Int)
  case unknownLabel(Int32, count: Int)
  case wrongLabels(String)
  case noPadToken

  public var errorDescription: String? {
    switch self {
    case .emptyRow(let row): "row \(row) has no tokens"
    case .tooLong(let row, let tokens, let contextLength):
      "row \(row) has \(tokens) tokens, but the model looks at \(contextLength) at most"
    case .unknownToken(let token, let row, let vocabSize):
      "row \(row) holds the token id \(token), but the model knows 0 ..< \(vocabSize)"
    case .unknownLabel(let label, let count): "the label \(label) is not in 0 ..< \(count)"
    case .wrongLabels(let reason): reason
    case .noPadToken: "Cannot handle batch sizes > 1 if no padding token is defined."
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .emptyRow: "give every row a token, such as the model's beginning of text"
    case .tooLong: "shorten the text"
    case .unknownToken: "encode the text with the tokenizer that belongs to the model"
    case .unknownLabel, .wrongLabels: "compare the data with the model's labels"
    case .noPadToken: "set the config's padToken, or give one row at a time"
    }
  }

  static func check(
    _ batch: TokenBatch, vocabSize: Int, contextLength: Int, cache: KVCache?
  ) throws(ModelInputError) {
    for row in 0..<batch.rowCount {
      let range = batch.segments.range(row)
      let tokens = range.count + (cache?.lengths[row] ?? 0)
      if range.isEmpty { throw .emptyRow(row) }
      guard tokens <= contextLength else {
        throw .tooLong(row: row, tokens: tokens, contextLength: contextLength)
      }
      if let wrong = batch.ids[range].first(where: { !(0..<Int32(vocabSize) ~= $0) }) {
        throw .unknownToken(wrong, row: row, vocabSize: vocabSize)
      }
    }
  }
}

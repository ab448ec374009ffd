import Layers
import Tensors

// Virtual tokens are places in a row that no token of the vocabulary fills: trained keys and values
// in every block (prefix tuning), or trained vectors at the input (prompt tuning). In front of a row
// they take the first positions, so that the model looks at fewer tokens.

/// Keys and values that stand before those of every row.
public protocol AttentionPrefix: Module {
  /// P, the number of virtual tokens.
  var count: Int { get }
  /// For each block [P, 2H]: the keys, then the values.
  func keysAndValues() -> [Tensor]
}

/// Vectors that stand among the embedded tokens.
public protocol InputPrompt: Module {
  /// P, the number of vectors.
  var count: Int { get }
  var placement: PromptPlacement { get }
  /// [P, H], to which the embeddings of their positions are added.
  func vectors() -> Tensor
}

public enum PromptPlacement: String, Codable, Sendable, CaseIterable {
  /// All of them before every row.
  case front
  /// Where a row holds the ids vocabSize ..< vocabSize + P, which stand for them.
  case free
}

extension GPT2Model {
  /// The virtual tokens in front of every row.
  public var leadingTokenCount: Int {
    (prefix?.count ?? 0) + (prompt?.placement == .front ? prompt!.count : 0)
  }

  /// One more than the highest id that a row may hold.
  public var inputVocabSize: Int {
    config.vocabSize + (prompt?.placement == .free ? prompt!.count : 0)
  }

  /// The most tokens of a row that the model can look at.
  public var contextLength: Int { config.contextLength - leadingTokenCount }

  func check(_ batch: TokenBatch, cache: KVCache?) throws(ModelInputError) {
    try ModelInputError.check(
      batch, vocabSize: inputVocabSize, contextLength: contextLength, cache: cache)
  }

  /// The rows with the ids of the prompt's vectors before each.
  func leading(_ batch: TokenBatch, _ prompt: any InputPrompt) -> TokenBatch {
    let lead = (0..<prompt.count).map { Int32(config.vocabSize + $0) }
    return TokenBatch(
      (0..<batch.rowCount).map { lead + batch.ids[batch.segments.range($0)] })
  }

  /// The embeddings [N, H] of ids, those from the size of the vocabulary on by the prompt's vectors.
  func embedding(_ ids: [Int32], positions: [Int32], dropout: DropoutStream?) -> Tensor {
    let size = Int32(config.vocabSize)
    let places = ids.indices.filter { ids[$0] >= size }
    let tokens = places.isEmpty ? ids : ids.map { $0 < size ? $0 : 0 }
    var x = Tensor.embedding(
      tokenEmbedding, ids: tokens, places: positionEmbedding, positions: positions)
    if let prompt, !places.isEmpty {
      let vectors = prompt.vectors().rows(places.map { Int(ids[$0] - size) })
      let position = Tensor.embedding(positionEmbedding, ids: places.map { positions[$0] })
      x = x.replacingRows(at: places, with: vectors + position)
    }
    return x.dropout(config.embeddingDropout, dropout)
  }

  /// A cache whose rows begin with the model's virtual tokens.
  func makeCache(rows: Int, capacity: Int) -> KVCache {
    let lead = leadingTokenCount
    let cache = KVCache(
      rows: rows, layers: config.layerCount, heads: config.headCount, headSize: config.headSize,
      capacity: capacity, virtualTokens: lead)
    guard lead > 0 else { return cache }
    withoutGradients {
      if let prefix {
        for (layer, pair) in prefix.keysAndValues().enumerated() {
          cache.lead(layer: layer, keysAndValues: pair)
        }
      } else if let prompt {
        let start = KVCache(
          rows: 1, layers: config.layerCount, heads: config.headCount, headSize: config.headSize,
          capacity: lead)
        let led = leading(TokenBatch([[]]), prompt)
        let embeddings = embedding(led.ids, positions: led.positions, dropout: nil)
        _ = self(embeddings: embeddings, segments: led.segments, cache: start)
        cache.lead(with: start)
      }
    }
    return cache
  }
}

import Layers
import Tensors

// GPT-2 (Radford et al., 2019) as transformers computes it. In the comments N counts the tokens of
// all rows of a batch, packed one after the other; H is the hidden size and V the vocabulary.

/// Attention of every token over the earlier tokens of its row.
public final class GPT2Attention: Module {
  public let qkv: Linear
  public let projection: Linear
  private let config: GPT2Config
  private let layer: Int

  init(_ config: GPT2Config, layer: Int, _ weights: inout InitialWeights) {
    let (H, deviation) = (config.hiddenSize, config.initializerRange)
    self.config = config
    self.layer = layer
    qkv = weights.conv1D(H, 3 * H, deviation: deviation)
    projection = weights.conv1D(H, H, deviation: deviation / config.residualDepth)
  }

  /// x [N, H] → [N, H]
  func callAsFunction(
    _ x: Tensor, segments: Segments, cache: KVCache?, dropout: DropoutStream?
  ) -> Tensor {
    let scale = config.attentionScale(layer: layer)
    let qkv = qkv(x, dropout: dropout)  // [N, 3H]
    let mixed =
      cache?.attend(layer: layer, qkv: qkv, segments: segments, scale: scale)
      ?? qkv.causalAttention(
        heads: config.headCount, segments: segments, scale: scale,
        dropout: config.attentionDropout, dropout)
    return projection(mixed, dropout: dropout).dropout(config.residualDropout, dropout)
  }
}

/// Two linear maps around a GELU.
public final class GPT2MLP: Module {
  public let up: Linear
  public let down: Linear
  private let config: GPT2Config

  init(_ config: GPT2Config, _ weights: inout InitialWeights) {
    let (H, deviation) = (config.hiddenSize, config.initializerRange)
    self.config = config
    up = weights.conv1D(H, config.mlpSize, deviation: deviation)
    down = weights.conv1D(config.mlpSize, H, deviation: deviation / config.residualDepth)
  }

  /// x [N, H] → [N, H]
  func callAsFunction(_ x: Tensor, dropout: DropoutStream?) -> Tensor {
    let activated = up(x, dropout: dropout).geluNew()  // [N, 4H]
    return down(activated, dropout: dropout).dropout(config.residualDropout, dropout)
  }
}

public final class GPT2Block: Module {
  public let norm1: LayerNorm
  public let attention: GPT2Attention
  public let norm2: LayerNorm
  public let mlp: GPT2MLP

  init(_ config: GPT2Config, layer: Int, _ weights: inout InitialWeights) {
    norm1 = LayerNorm(config.hiddenSize, epsilon: config.layerNormEpsilon)
    attention = GPT2Attention(config, layer: layer, &weights)
    norm2 = LayerNorm(config.hiddenSize, epsilon: config.layerNormEpsilon)
    mlp = GPT2MLP(config, &weights)
  }

  /// x [N, H] → [N, H]
  func callAsFunction(
    _ x: Tensor, segments: Segments, cache: KVCache?, dropout: DropoutStream?
  ) -> Tensor {
    var x = x
    x = x + attention(norm1(x), segments: segments, cache: cache, dropout: dropout)
    x = x + mlp(norm2(x), dropout: dropout)
    return x
  }
}

/// The model without a head.
public final class GPT2Model: Module {
  public let config: GPT2Config
  /// `wte` [V, H]
  public let tokenEmbedding: Tensor
  /// `wpe` [contextLength, H]
  public let positionEmbedding: Tensor
  public let blocks: [GPT2Block]
  public let finalNorm: LayerNorm
  /// What loading the model found; nil for a new model.
  public internal(set) var loadReport: LoadReport?

  /// A new model: weights from N(0, initializerRange²), those that end a residual branch divided by
  /// √(2 · layerCount), biases 0.
  public convenience init(_ config: GPT2Config, random: inout SeededRandom) {
    var weights = InitialWeights(random: random)
    self.init(config, &weights)
    random = weights.random!
    unfreeze()
  }

  package init(_ config: GPT2Config, _ weights: inout InitialWeights) {
    let (H, deviation) = (config.hiddenSize, config.initializerRange)
    self.config = config
    tokenEmbedding = weights.normal([config.vocabSize, H], deviation: deviation)
    positionEmbedding = weights.normal([config.contextLength, H], deviation: deviation)
    blocks = (0..<config.layerCount).map { GPT2Block(config, layer: $0, &weights) }
    finalNorm = LayerNorm(H, epsilon: config.layerNormEpsilon)
  }

  /// Token and position embeddings [N, H] of a batch. Positions restart with each row, or go on
  /// where the cache ends. Throws `ModelInputError`.
  public func embed(
    _ batch: TokenBatch, cache: KVCache? = nil, dropout: DropoutStream? = nil
  ) throws -> Tensor {
    try ModelInputError.check(
      batch, vocabSize: config.vocabSize, contextLength: config.contextLength, cache: cache)
    return Tensor.embedding(
      tokenEmbedding, ids: batch.ids, places: positionEmbedding,
      positions: cache?.positions(of: batch) ?? batch.positions
    ).dropout(config.embeddingDropout, dropout)
  }

  /// Embeddings [N, H] → hidden states [N, H], normalised.
  public func callAsFunction(
    embeddings: Tensor, segments: Segments, cache: KVCache? = nil, dropout: DropoutStream? = nil
  ) -> Tensor {
    var x = embeddings
    for block in blocks {
      x = block(x, segments: segments, cache: cache, dropout: dropout)
    }
    cache?.advance(segments)
    return finalNorm(x)
  }

  /// The hidden states [N, H] of a batch. Throws `ModelInputError`.
  public func callAsFunction(
    _ batch: TokenBatch, cache: KVCache? = nil, dropout: DropoutStream? = nil
  ) throws -> Tensor {
    self(
      embeddings: try embed(batch, cache: cache, dropout: dropout), segments: batch.segments,
      cache: cache, dropout: dropout)
  }
}

extension GPT2Config {
  /// √(2 · layerCount), the square root of the number of residual branches.
  var residualDepth: Float { Float(2 * layerCount).squareRoot() }
}

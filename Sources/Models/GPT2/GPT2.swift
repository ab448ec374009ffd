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

  /// x [N, H] → [N, H]. Every row sees the keys and values of `prefix` [P, 2H] before its own; with
  /// a cache they are in it.
  func callAsFunction(
    _ x: Tensor, segments: Segments, prefix: Tensor?, cache: KVCache?, dropout: DropoutStream?
  ) -> Tensor {
    let scale = config.attentionScale(layer: layer)
    let qkv = qkv(x, dropout: dropout)  // [N, 3H]
    let mixed =
      cache?.attend(layer: layer, qkv: qkv, segments: segments, scale: scale)
      ?? qkv.causalAttention(
        heads: config.headCount, segments: segments, prefix: prefix, scale: scale,
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

/// What takes the place of the addition that joins a branch of a block to the residual stream.
public protocol ResidualAdapter: Module {
  /// The branch's output and the stream before the branch, both [N, H] → the stream after it.
  func callAsFunction(_ branch: Tensor, residual: Tensor) -> Tensor
}

public final class GPT2Block: Module {
  public let norm1: LayerNorm
  public let attention: GPT2Attention
  public var attentionAdapter: (any ResidualAdapter)?
  public let norm2: LayerNorm
  public let mlp: GPT2MLP
  public var mlpAdapter: (any ResidualAdapter)?

  init(_ config: GPT2Config, layer: Int, _ weights: inout InitialWeights) {
    norm1 = LayerNorm(config.hiddenSize, epsilon: config.layerNormEpsilon)
    attention = GPT2Attention(config, layer: layer, &weights)
    norm2 = LayerNorm(config.hiddenSize, epsilon: config.layerNormEpsilon)
    mlp = GPT2MLP(config, &weights)
  }

  /// x [N, H] → [N, H]
  func callAsFunction(
    _ x: Tensor, segments: Segments, prefix: Tensor?, cache: KVCache?, dropout: DropoutStream?
  ) -> Tensor {
    var x = x
    let attended = attention(
      norm1(x), segments: segments, prefix: prefix, cache: cache, dropout: dropout)
    x = attentionAdapter?(attended, residual: x) ?? x + attended
    let widened = mlp(norm2(x), dropout: dropout)
    x = mlpAdapter?(widened, residual: x) ?? x + widened
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
  /// Keys and values that every row sees before its own, in every block.
  public var prefix: (any AttentionPrefix)?
  /// Vectors that stand among the embedded tokens of every row.
  public var prompt: (any InputPrompt)?
  /// Whether an adapter is in place; there can be one at a time.
  package var hasAdapter = false
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

  /// Token and position embeddings [N, H] of a batch. Positions restart with each row, behind the
  /// model's virtual tokens, or go on where the cache ends. Throws `ModelInputError`.
  public func embed(
    _ batch: TokenBatch, cache: KVCache? = nil, dropout: DropoutStream? = nil
  ) throws -> Tensor {
    try check(batch, cache: cache)
    let lead = Int32(leadingTokenCount)
    let positions = cache?.positions(of: batch) ?? batch.positions.map { $0 + lead }
    return embedding(batch.ids, positions: positions, dropout: dropout)
  }

  /// Embeddings [N, H] → hidden states [N, H], normalised.
  public func callAsFunction(
    embeddings: Tensor, segments: Segments, cache: KVCache? = nil, dropout: DropoutStream? = nil
  ) -> Tensor {
    var x = embeddings
    let prefixes = cache == nil ? prefix?.keysAndValues() : nil
    for (layer, block) in blocks.enumerated() {
      x = block(
        x, segments: segments, prefix: prefixes?[layer], cache: cache, dropout: dropout)
    }
    cache?.advance(segments)
    return finalNorm(x)
  }

  /// The hidden states [N, H] of a batch. Throws `ModelInputError`.
  public func callAsFunction(
    _ batch: TokenBatch, cache: KVCache? = nil, dropout: DropoutStream? = nil
  ) throws -> Tensor {
    guard cache == nil, let prompt, prompt.placement == .front else {
      return self(
        embeddings: try embed(batch, cache: cache, dropout: dropout), segments: batch.segments,
        cache: cache, dropout: dropout)
    }
    try check(batch, cache: nil)
    let led = leading(batch, prompt)
    let embeddings = embedding(led.ids, positions: led.positions, dropout: dropout)
    let hidden = self(embeddings: embeddings, segments: led.segments, dropout: dropout)
    return hidden.rows(batch.segments.places(after: prompt.count))
  }
}

extension GPT2Config {
  /// √(2 · layerCount), the square root of the number of residual branches.
  var residualDepth: Float { Float(2 * layerCount).squareRoot() }
}

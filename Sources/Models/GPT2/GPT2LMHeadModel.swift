import Foundation
import Layers
import Tensors

/// GPT-2 that predicts the next token.
public final class GPT2LMHeadModel: LanguageModel {
  public let transformer: GPT2Model
  /// `lm_head` without bias, [V, H]; its weight is the token embedding unless the config unties it.
  public let head: Linear
  /// What loading the model found; nil for a new model.
  public internal(set) var loadReport: LoadReport?

  public convenience init(_ config: GPT2Config, random: inout SeededRandom) {
    self.init(GPT2Model(config, random: &random), random: &random)
  }

  /// A head on an existing model, new where the config unties it.
  public convenience init(_ transformer: GPT2Model, random: inout SeededRandom) {
    var weights = InitialWeights(random: random)
    self.init(transformer, &weights)
    random = weights.random!
    head.weight.requiresGradient = true
  }

  package init(_ transformer: GPT2Model, _ weights: inout InitialWeights) {
    let config = transformer.config
    self.transformer = transformer
    head = Linear(
      weight: config.tieWordEmbeddings
        ? transformer.tokenEmbedding
        : weights.normal(
          [config.vocabSize, config.hiddenSize], deviation: config.initializerRange),
      bias: nil, layout: .outputsByInputs)
  }

  public var config: GPT2Config { transformer.config }
  public var vocabSize: Int { config.vocabSize }
  public var inputVocabSize: Int { transformer.inputVocabSize }
  public var contextLength: Int { transformer.contextLength }
  public var eosTokens: [Int32] { config.eosTokens }

  public func hiddenStates(
    _ batch: TokenBatch, cache: KVCache?, dropout: DropoutStream?
  ) throws -> Tensor {
    try transformer(batch, cache: cache, dropout: dropout)
  }

  public func makeCache(rows: Int, capacity: Int) -> KVCache {
    transformer.makeCache(rows: rows, capacity: capacity)
  }
}

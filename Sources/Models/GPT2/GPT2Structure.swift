import Layers
import Tensors

// What `print(model)` shows in Python, with the class names of transformers 4.48 and torch 2.

extension GPT2Model: CustomStringConvertible {
  public var structure: ModelStructure {
    ModelStructure(
      "GPT2Model",
      parts: [
        ("wte", .embedding(tokenEmbedding)),
        ("wpe", .embedding(positionEmbedding)),
        ("drop", .dropout(config.embeddingDropout)),
        ("h", ModelStructure(list: blocks.map { $0.structure(config) })),
        ("ln_f", .layerNorm(finalNorm)),
      ])
  }

  public var description: String { structure.description }
}

extension GPT2LMHeadModel: CustomStringConvertible {
  public var structure: ModelStructure {
    ModelStructure(
      "GPT2LMHeadModel",
      parts: [("transformer", transformer.structure), ("lm_head", .linear(head))])
  }

  public var description: String { structure.description }
}

extension GPT2ForSequenceClassification: CustomStringConvertible {
  public var structure: ModelStructure {
    ModelStructure(
      "GPT2ForSequenceClassification",
      parts: [("transformer", transformer.structure), ("score", .linear(score))])
  }

  public var description: String { structure.description }
}

extension GPT2Block {
  fileprivate func structure(_ config: GPT2Config) -> ModelStructure {
    let attention = ModelStructure(
      "GPT2SdpaAttention",
      parts: [
        ("c_attn", .conv1D(self.attention.qkv)),
        ("c_proj", .conv1D(self.attention.projection)),
        ("attn_dropout", .dropout(config.attentionDropout)),
        ("resid_dropout", .dropout(config.residualDropout)),
      ])
    let mlp = ModelStructure(
      "GPT2MLP",
      parts: [
        ("c_fc", .conv1D(self.mlp.up)),
        ("c_proj", .conv1D(self.mlp.down)),
        ("act", ModelStructure("NewGELUActivation")),
        ("dropout", .dropout(config.residualDropout)),
      ])
    return ModelStructure(
      "GPT2Block",
      parts: [
        ("ln_1", .layerNorm(norm1)), ("attn", attention), ("ln_2", .layerNorm(norm2)),
        ("mlp", mlp),
      ])
  }
}

extension ModelStructure {
  fileprivate static func embedding(_ table: Tensor) -> Self {
    Self("Embedding", "\(table.dim(0)), \(table.dim(1))")
  }

  fileprivate static func dropout(_ probability: Float) -> Self {
    Self("Dropout", "p=\(probability), inplace=False")
  }

  fileprivate static func layerNorm(_ norm: LayerNorm) -> Self {
    Self("LayerNorm", "(\(norm.weight.count),), eps=\(norm.epsilon), elementwise_affine=True")
  }

  fileprivate static func conv1D(_ linear: Linear) -> Self {
    Self("Conv1D", "nf=\(linear.outputs), nx=\(linear.inputs)")
  }

  fileprivate static func linear(_ linear: Linear) -> Self {
    let bias = linear.bias == nil ? "False" : "True"
    return Self(
      "Linear", "in_features=\(linear.inputs), out_features=\(linear.outputs), bias=\(bias)")
  }
}

import Layers

extension GPT2Model {
  /// The linear layers by the names that transformers gives their modules, such as
  /// `transformer.h.0.attn.c_attn`, in the order of the model.
  public var linearLayers: [(name: String, layer: Linear)] {
    blocks.enumerated().flatMap { index, block in
      let path = "transformer.h.\(index)"
      return [
        ("\(path).attn.c_attn", block.attention.qkv),
        ("\(path).attn.c_proj", block.attention.projection),
        ("\(path).mlp.c_fc", block.mlp.up), ("\(path).mlp.c_proj", block.mlp.down),
      ]
    }
  }

  /// The layer norms by the names that transformers gives them.
  public var normLayers: [(name: String, layer: LayerNorm)] {
    blocks.enumerated().flatMap { index, block in
      [("transformer.h.\(index).ln_1", block.norm1), ("transformer.h.\(index).ln_2", block.norm2)]
    } + [("transformer.ln_f", finalNorm)]
  }
}

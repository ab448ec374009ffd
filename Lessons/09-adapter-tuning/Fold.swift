import Course

/// A model whose linear adapters were computed into the weights before them.
struct Fold: Codable {
  /// The largest difference of two logits.
  let difference: Double
  /// The same if the adapters are simply left out.
  let without: Double

  /// h + h·W^d·W^u for h = x·W + b is x·W′ + b′, where W′ and b′ are W and b with the adapter applied
  /// to them, row by row, as if they were hidden states.
  init(_ model: GPT2LMHeadModel, into base: GPT2LMHeadModel, _ sample: TokenBatch) throws {
    (difference, without) = try withoutGradients {
      let adapted = try model.logits(sample)
      let without = try base.logits(sample)
      for (from, to) in zip(model.transformer.blocks, base.transformer.blocks) {
        for (adapter, layer) in [
          (from.attentionAdapter, to.attention.projection), (from.mlpAdapter, to.mlp.down),
        ] {
          let adapter = adapter as! FormulaAdapter
          precondition(adapter.activation == .linear, "only a linear adapter folds into a matrix")
          let (weight, bias) = (layer.weight, layer.bias!)
          weight.assign(adapter.adapted(weight))
          let row = Tensor(shape: [1, bias.count], storage: bias.storage)
          bias.assign(Tensor(shape: bias.shape, storage: adapter.adapted(row).storage))
        }
      }
      let folded = try base.logits(sample)
      return (folded.largestDifference(from: adapted), without.largestDifference(from: adapted))
    }
  }
}

import Course

/// What stands between the two matrices.
enum Activation: String, CaseIterable, Codable {
  case relu, gelu
  /// Nothing: two matrices one after the other.
  case linear

  func callAsFunction(_ x: Tensor) -> Tensor {
    switch self {
    case .relu: x.relu()
    case .gelu: x.geluNew()
    case .linear: x
    }
  }
}

/// The lecture's adapter in one place of a block, as it is written there: no biases.
final class FormulaAdapter: ResidualAdapter {
  let down: Tensor
  let up: Tensor
  let activation: Activation
  /// Whether the adapter adds to its input. The formula says so.
  let hasSkip: Bool

  init(_ formula: Formula, width: Int, using random: inout SeededRandom) {
    down = .normal([width, formula.size], deviation: formula.downDeviation, using: &random)
    up = .normal([formula.size, width], deviation: formula.upDeviation, using: &random)
    (activation, hasSkip) = (formula.activation, formula.hasSkip)
  }

  /// h [N, H] → h + σ(h·W^d)·W^u
  func adapted(_ h: Tensor) -> Tensor {
    let narrow = activation(h.linear(down, layout: .inputsByOutputs))
    let change = narrow.linear(up, layout: .inputsByOutputs)
    return hasSkip ? h + change : change
  }

  func callAsFunction(_ branch: Tensor, residual: Tensor) -> Tensor { residual + adapted(branch) }
}

/// Such adapters after attention and after the feed-forward network of every block.
struct Formula: Hashable {
  var size: Int
  var activation = Activation.relu
  var hasSkip = true
  var downDeviation: Float = 0.02
  /// Zero: the model begins as its base.
  var upDeviation: Float = 0

  /// Puts them into a model whose own parameters are frozen.
  func attach(to model: GPT2LMHeadModel, seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: "formula")
    let width = model.config.hiddenSize
    model.freeze()
    for block in model.transformer.blocks {
      let pair = (0..<2).map { _ in FormulaAdapter(self, width: width, using: &random) }
      for adapter in pair { adapter.unfreeze() }
      (block.attentionAdapter, block.mlpAdapter) = (pair[0], pair[1])
    }
  }
}

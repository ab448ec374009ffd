import Layers
import Models

// Floating-point operations as the literature counts them, from shapes: two for each weight and
// token, and for attention 4·H for each pair of a token and one that it sees. A backward pass costs
// the same again for the gradients of what is trained and once more for those of what lies below.
// Norms, activations, softmax, embeddings and the optimiser are left out.

extension GPT2Model {
  /// The operations of one block, forward, over packed rows.
  func blockOperations(_ batch: TokenBatch) -> Double {
    guard let block = blocks.first else { return 0 }
    let weights = [block.attention.qkv, block.attention.projection, block.mlp.up, block.mlp.down]
      .reduce(0) { $0 + $1.weight.count }
    let pairs = (0..<batch.rowCount).reduce(0) { sum, row in
      let length = batch.segments.range(row).count
      return sum + length * (length + 1) / 2
    }
    return Double(2 * weights * batch.tokenCount + 4 * config.hiddenSize * pairs)
  }
}

extension ClassificationHead {
  /// The operations of the head, forward, over this many pooled states.
  func operations(_ rows: Int) -> Double {
    Double(2 * rows * (score.weight.count + (dense?.weight.count ?? 0)))
  }

  /// The operations of a backward pass that ends at the pooled states.
  func backwardOperations(_ rows: Int) -> Double {
    let intoScore = norm == nil && dense == nil ? 0 : 2 * rows * score.weight.count
    return operations(rows) + Double(intoScore)
  }
}

extension TextClassifier {
  /// The operations of one pass over rows: forward, and where a part is trained backward as well.
  /// Features that were computed before are not counted again.
  public func operations(_ rows: LabelledRows, training part: Part? = nil) throws -> Double {
    let block =
      rows.features == nil
      ? transformer.blockOperations(try transformer.read(rows.tokens, for: pooling)) : 0
    let all = Double(transformer.blocks.count) * block
    let top = head.operations(rows.count)
    return switch part {
    case nil: all + top
    case .head: all + top + head.backwardOperations(rows.count)
    case .lastBlock: all + top + 2 * (block + top)
    case .all: 3 * (all + top)
    }
  }

  /// The operations of computing the features of rows.
  public func featureOperations(_ rows: LabelledRows) throws -> Double {
    Double(transformer.blocks.count)
      * transformer.blockOperations(try transformer.read(rows.tokens, for: pooling))
  }
}

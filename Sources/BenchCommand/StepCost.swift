/// What a full training step takes, counted from the engine's own operations.
///
/// FLOPs are those of the matrix products, 2·m·n·k each. With N tokens of width H, R of them
/// labelled, L blocks and a vocabulary of V:
///
/// - the four linear maps of a block hold 12·H² weights; each map has a product forward, one for the
///   gradient of its input and one for that of its weight: 3 · 2·N·12·H² a block;
/// - the head has the same three products, at labelled positions only: 3 · 2·R·V·H;
/// - attention takes 64 queries at a time with the keys up to the last of them, two products forward
///   and five backward, for the scores are computed again: 7 · 2·H·Σ queries·keys a row and block.
///
/// The rest of a step does next to no arithmetic and moves memory: each array once for every
/// operation that reads or writes it and is no product. What stays in the cache between an operation
/// and the product before it, such as a bias or a softmax of attention, is not counted.
package struct StepCost: Codable, Equatable, Sendable {
  package let linearFlops: Int
  package let attentionFlops: Int
  package let headFlops: Int
  package let elementwiseBytes: Int

  package init(_ shape: StepShape) {
    let (N, H, V, L) = (shape.tokens, shape.width, shape.vocab, shape.layers)
    let labelled = shape.batch * (shape.length - 1)
    linearFlops = L * 3 * 2 * N * 12 * H * H
    attentionFlops = L * 7 * 2 * H * shape.batch * Self.pairs(shape.length)
    headFlops = 3 * 2 * labelled * V * H

    // Floats a token. Forward: two norms 2H each, two additions 3H, GELU 8H. Backward: two norms 4H,
    // GELU 12H, the sums of bias gradients 9H.
    let block = (2 * 2 + 2 * 3 + 8 + 2 * 4 + 12 + 9) * H
    // Both embeddings 3H forward and 6H backward, the last norm 5H.
    let ends = (3 + 6 + 5) * H
    // Hidden states gathered and their gradients put back 5H, logits to their gradients 2V.
    let head = 5 * H + 2 * V
    let parameters = L * (12 * H * H + 13 * H) + (V + shape.positions + 2) * H
    // AdamW moves seven floats a parameter and the norm of the gradients reads one.
    elementwiseBytes = 4 * (N * (L * block + ends) + labelled * head + 8 * parameters)
  }

  package var flops: Int { linearFlops + attentionFlops + headFlops }
  package var attentionShare: Double { Double(attentionFlops) / Double(flops) }

  /// The seconds that products need at `flopsPerSecond` and the rest at `bytesPerSecond`, one after
  /// the other.
  package func seconds(flopsPerSecond: Double, bytesPerSecond: Double) -> Double {
    Double(flops) / flopsPerSecond + Double(elementwiseBytes) / bytesPerSecond
  }

  /// Queries that causal attention takes at a time (Tensors, CausalAttention.swift).
  private static let block = 64

  /// The pairs of query and key that are multiplied in a row.
  private static func pairs(_ length: Int) -> Int {
    stride(from: 0, to: length, by: block).reduce(0) { sum, first in
      let rows = min(block, length - first)
      return sum + rows * (first + rows)
    }
  }
}

import Layers
import Models
import Tensors

/// The rows of one forward pass, end to end without padding, and what each position is to predict.
///
/// Positions restart with every row and no token sees another row, so that a batch gives each row
/// the loss that it has alone; the last token of a row predicts nothing.
public struct ExampleBatch: Sendable {
  public let batch: TokenBatch
  /// Shifted: `labels[i]` is what position i is to predict, or `ignoreIndex`.
  public let labels: [Int32]
  /// What each of them weighs.
  public let weights: [Float]
  /// The sum of the weights, by which the loss is divided. Micro-batches that are to equal one
  /// large batch are divided by the sum over them all.
  public let weight: Float

  /// - Parameter bug: `paddingCounted` is planted here; the others, where rows are encoded.
  public init(_ examples: [EncodedExample], bug: MaskBug? = nil) {
    let examples = bug == .paddingCounted ? examples.paddedAndCounted() : examples
    batch = TokenBatch(examples.map(\.tokens))
    labels = batch.shifted(examples.map(\.labels))
    weights = examples.flatMap { $0.weights.isEmpty ? [] : Array($0.weights.dropFirst()) + [0] }
    weight = weights.reduce(0, +)
  }

  public var tokenCount: Int { batch.tokenCount }
}

extension Array where Element == EncodedExample {
  /// Rows padded to the longest with the token that ends answers, as is done where a vocabulary has
  /// no token for padding.
  fileprivate func paddedAndCounted() -> [EncodedExample] {
    let ends = lazy.compactMap { row in row.kinds.lastIndex(of: .end).map { row.tokens[$0] } }
    guard let pad = ends.first, let longest = map(\.count).max() else { return self }
    return map { $0.paddedAndCounted(to: longest, pad: pad) }
  }
}

extension LanguageModel {
  /// The weighted mean cross-entropy of a batch's labels, divided by `denominator` where it is given.
  /// Shape [1]. Throws `ModelInputError`.
  public func loss(
    _ batch: ExampleBatch, denominator: Float? = nil, dropout: DropoutStream? = nil
  ) throws -> Tensor {
    try loss(
      batch.batch, labels: batch.labels, weights: batch.weights, denominator: denominator,
      dropout: dropout)
  }
}

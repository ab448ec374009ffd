import Layers
import Tensors

/// GPT-2 that assigns labels to a text, from the hidden state of its last token.
public final class GPT2ForSequenceClassification: Module {
  public let transformer: GPT2Model
  /// `score` without bias, [labels, H].
  public let score: Linear
  /// What loading the model found; nil for a new model.
  public internal(set) var loadReport: LoadReport?

  public convenience init(_ config: GPT2Config, random: inout SeededRandom) {
    self.init(GPT2Model(config, random: &random), random: &random)
  }

  /// A new head, with as many labels as the config has, on an existing model.
  public convenience init(_ transformer: GPT2Model, random: inout SeededRandom) {
    var weights = InitialWeights(random: random)
    self.init(transformer, &weights)
    random = weights.random!
    score.weight.requiresGradient = true
  }

  package init(_ transformer: GPT2Model, _ weights: inout InitialWeights) {
    let config = transformer.config
    self.transformer = transformer
    score = Linear(
      weight: weights.normal(
        [config.labels.count, config.hiddenSize], deviation: config.initializerRange),
      bias: nil, layout: .outputsByInputs)
  }

  public var config: GPT2Config { transformer.config }

  /// The logits [rows, labels] of token rows, which may contain padding; no padding is needed.
  /// Throws `ModelInputError`, `noPadToken` among them: like transformers, more than one row is
  /// taken only where the config defines what padding is.
  public func callAsFunction(_ rows: [[Int32]], dropout: DropoutStream? = nil) throws -> Tensor {
    let pooled = try pooledPositions(rows)
    // Attention is causal: what follows the pooled token has no part in its hidden state.
    let batch = TokenBatch(zip(rows, pooled).map { row, last in Array(row[...last]) })
    let hidden = try transformer(batch, dropout: dropout)  // [N, H]
    let last = (0..<batch.rowCount).map { batch.segments.range($0).upperBound - 1 }
    return score(hidden.rows(last), dropout: dropout)
  }

  /// The token of each row whose hidden state is scored: the rightmost that is no padding; without
  /// a padding token the last; 0 in a row of nothing but padding (transformers'
  /// GenericForSequenceClassification).
  public func pooledPositions(_ rows: [[Int32]]) throws(ModelInputError) -> [Int] {
    if let empty = rows.firstIndex(where: \.isEmpty) { throw .emptyRow(empty) }
    guard let pad = config.padToken else {
      guard rows.count <= 1 else { throw .noPadToken }
      return rows.map { $0.count - 1 }
    }
    return rows.map { row in row.lastIndex { $0 != pad } ?? 0 }
  }

  /// The loss of logits [rows, labels] as transformers decides it: mean squared error for one
  /// label, cross-entropy for classes, binary cross-entropy for several labels at once, unless the
  /// config's `problemType` says which. `denominator` replaces the number of rows, for gradient
  /// accumulation. Shape [1]. Throws `ModelInputError` where labels and model do not fit.
  public func loss(
    _ logits: Tensor, _ labels: ClassificationLabels, denominator: Float? = nil
  ) throws -> Tensor {
    try labels.check(rows: logits.dim(0), labelCount: logits.dim(1), config.problemType)
    let share = Float(logits.dim(0)) / (denominator ?? Float(logits.dim(0)))
    switch labels {
    case .classes(let classes):
      return logits.crossEntropy(labels: classes, denominator: denominator)
    case .values(let rows):
      let targets = Tensor(logits.shape, rows.flatMap { $0 })
      let isRegression =
        config.problemType.map { $0 == .regression } ?? (config.labels.count == 1)
      let mean =
        isRegression
        ? logits.meanSquaredError(targets) : logits.binaryCrossEntropy(targets)
      return mean * share
    }
  }
}

/// The labels of the rows of a batch.
public enum ClassificationLabels: Equatable, Sendable {
  /// One class a row, or `ignoreIndex`.
  case classes([Int32])
  /// One number for each label and row: targets of a regression, or 0 and 1 for several labels.
  case values([[Float]])

  func check(
    rows: Int, labelCount: Int, _ problem: GPT2Config.ProblemType?
  ) throws(ModelInputError) {
    switch self {
    case .classes(let classes):
      guard problem ?? (labelCount == 1 ? .regression : .singleLabel) == .singleLabel else {
        throw .wrongLabels("the model takes numbers as labels, and classes were given")
      }
      guard classes.count == rows else {
        throw .wrongLabels("\(rows) rows meet \(classes.count) labels")
      }
      let known = 0..<Int32(labelCount)
      if let wrong = classes.first(where: { $0 != ignoreIndex && !known.contains($0) }) {
        throw .unknownLabel(wrong, count: labelCount)
      }
    case .values(let values):
      guard problem != .singleLabel else {
        throw .wrongLabels("the model takes classes as labels, and numbers were given")
      }
      guard values.count == rows, values.allSatisfy({ $0.count == labelCount }) else {
        throw .wrongLabels("\(rows) rows need \(labelCount) numbers each as labels")
      }
    }
  }
}

extension Tensor {
  /// The mean of (x − target)² over all elements, shape [1].
  func meanSquaredError(_ targets: Tensor) -> Tensor {
    let difference = self + targets * -1
    return (difference * difference).mean()
  }
}

import Layers
import Models
import Tensors

/// A classifier as a language model: the class of a text is what comes after its last token, and the
/// head predicts it among the classes. So whatever tunes language models tunes classifiers, and the
/// loss is that of GPT2ForSequenceClassification over rows of classes.
public final class ClassReader: LanguageModel {
  public let classifier: GPT2ForSequenceClassification

  public init(_ classifier: GPT2ForSequenceClassification) {
    self.classifier = classifier
  }

  private var config: GPT2Config { classifier.config }
  /// Of the texts, not of the classes.
  public var vocabSize: Int { config.vocabSize }
  public var contextLength: Int { classifier.transformer.contextLength }
  public var eosTokens: [Int32] { [] }
  public var head: Linear { classifier.score }

  public func hiddenStates(
    _ batch: TokenBatch, cache: KVCache?, dropout: DropoutStream?
  ) throws -> Tensor {
    try classifier.transformer(batch, cache: cache, dropout: dropout)
  }

  public func makeCache(rows: Int, capacity: Int) -> KVCache {
    preconditionFailure("nothing follows the class of a text")
  }
}

extension EncodedExample {
  /// A text for a `ClassReader`. Its class is the label of one more place, whose token nothing looks
  /// at: a row has one token more than its text.
  public init(text tokens: [Int32], class label: Int, row: Int) {
    precondition(!tokens.isEmpty, "a text without a token has no class")
    let count = tokens.count
    self.init(
      tokens: tokens + [tokens[count - 1]],
      kinds: [Segment.Kind](repeating: .user, count: count) + [.assistant],
      labels: [Int32](repeating: ignoreIndex, count: count) + [Int32(label)],
      weights: [Float](repeating: 0, count: count) + [1], row: row)
  }
}

extension GPT2ForSequenceClassification {
  /// The probabilities of the classes for each row, a few rows at a time and without a graph. Throws
  /// `ModelInputError`.
  public func probabilities(_ rows: [[Int32]], rowsAtATime: Int = 32) throws -> [[Double]] {
    var found: [[Double]] = []
    for first in stride(from: 0, to: rows.count, by: rowsAtATime) {
      let part = Array(rows[first..<min(first + rowsAtATime, rows.count)])
      let logits = try withoutGradients { try self(part) }
      let (elements, classes) = (logits.elements, logits.dim(1))
      for row in part.indices {
        found.append(softmax(Array(elements[row * classes..<(row + 1) * classes])))
      }
    }
    return found
  }
}

import Layers
import Models
import Tensors

/// GPT-2 that assigns one of several classes to a text. As it is made by default, with `lastToken`
/// and a linear head, it is GPT2ForSequenceClassification, bit for bit.
public final class TextClassifier: Module {
  /// What of a classifier is trained; the rest stays as it is and costs no backward pass.
  public enum Part: String, Codable, Sendable, CaseIterable {
    case head
    /// The last block, the final norm and the head.
    case lastBlock
    case all
  }

  public let transformer: GPT2Model
  public let head: ClassificationHead
  public let pooling: Pooling

  /// A new head on an existing model. Classifiers may share a model, as long as they train their
  /// heads only.
  public init(
    _ transformer: GPT2Model, classes: Int, head: ClassificationHead.Kind = .linear,
    pooling: Pooling = .lastToken, random: inout SeededRandom
  ) {
    let config = transformer.config
    self.transformer = transformer
    self.pooling = pooling
    self.head = ClassificationHead(
      head, width: config.hiddenSize, classes: classes, deviation: config.initializerRange,
      random: &random)
  }

  /// The logits [rows, classes] of token rows, packed without padding; rows that end in the
  /// config's padding are read as the pooling says. Throws `ModelInputError`.
  public func callAsFunction(_ rows: [[Int32]]) throws -> Tensor {
    head(try transformer.pooled(rows, pooling))
  }

  /// The same for labelled rows, from their features where they have been computed.
  func logits(_ rows: LabelledRows) throws -> Tensor {
    if let features = rows.features { head(features.states) } else { try self(rows.tokens) }
  }

  /// Makes this part trainable and freezes the rest.
  public func train(only part: Part) {
    freeze()
    switch part {
    case .head: head.unfreeze()
    case .lastBlock:
      transformer.blocks.last?.unfreeze()
      transformer.finalNorm.unfreeze()
      head.unfreeze()
    case .all: unfreeze()
    }
  }

  /// The rows with what their head reads, computed by this model as it is now: for training a head
  /// alone, and with any number of heads that pool alike.
  public func withFeatures(_ rows: LabelledRows) throws -> LabelledRows {
    let start = ContinuousClock.now
    let states = try transformer.features(rows.tokens, pooling)
    return rows.with(states, seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// The probabilities of the classes for each row, a few rows at a time and without a graph.
  /// Throws `ModelInputError`.
  public func probabilities(_ rows: LabelledRows, rowsAtATime: Int = 32) throws -> [[Double]] {
    var found: [[Double]] = []
    for first in stride(from: 0, to: rows.count, by: rowsAtATime) {
      let part = rows[Array(first..<min(first + rowsAtATime, rows.count))]
      let logits = try withoutGradients { try self.logits(part) }
      let (elements, classes) = (logits.elements, logits.dim(1))
      for row in 0..<part.count {
        found.append(softmax(Array(elements[row * classes..<(row + 1) * classes])))
      }
    }
    return found
  }
}

import Layers
import Tensors

/// What stands between a pooled hidden state and the logits of the classes.
public final class ClassificationHead: Module {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// One matrix without bias, as in GPT2ForSequenceClassification.
    case linear
    /// A dense layer, tanh, then the matrix, as in transformers' RobertaClassificationHead.
    case activation
    /// A layer normalisation, then the matrix.
    case norm
  }

  public let norm: LayerNorm?
  public let dense: Linear?
  /// `score` without bias, [classes, H].
  public let score: Linear

  /// A new head on hidden states of `width` numbers. The score is drawn first, so that heads of one
  /// seed share it whatever else they have.
  public init(
    _ kind: Kind, width: Int, classes: Int, deviation: Float, random: inout SeededRandom
  ) {
    score = Linear(
      width, classes, bias: false, layout: .outputsByInputs, deviation: deviation, using: &random)
    norm = kind == .norm ? LayerNorm(width) : nil
    dense =
      kind == .activation
      ? Linear(width, width, layout: .outputsByInputs, deviation: deviation, using: &random) : nil
    unfreeze()
  }

  /// x [rows, H] → logits [rows, classes]
  public func callAsFunction(_ x: Tensor) -> Tensor {
    var x = x
    if let norm { x = norm(x) }
    if let dense { x = dense(x).tanh() }
    return score(x)
  }
}

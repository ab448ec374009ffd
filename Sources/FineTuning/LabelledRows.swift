import Tensors

/// Token rows with one class each, and what a frozen model made of them where that was computed.
public struct LabelledRows: Sendable {
  /// The pooled hidden states of rows.
  struct Features: Sendable {
    /// [rows, H]
    let states: Tensor
    /// What computing them took.
    let seconds: Double
  }

  public let tokens: [[Int32]]
  /// Classes from 0 on.
  public let labels: [Int]
  let features: Features?

  public init(tokens: [[Int32]], labels: [Int]) {
    self.init(tokens: tokens, labels: labels, features: nil)
  }

  private init(tokens: [[Int32]], labels: [Int], features: Features?) {
    precondition(tokens.count == labels.count, "\(tokens.count) rows have \(labels.count) labels")
    self.tokens = tokens
    self.labels = labels
    self.features = features
  }

  public var count: Int { tokens.count }
  public var tokenCount: Int { tokens.reduce(0) { $0 + $1.count } }

  /// The rows with these indices, in this order, with their features.
  public subscript(indices: [Int]) -> LabelledRows {
    let part = indices.map { tokens[$0] }
    let share =
      Double(part.reduce(0) { $0 + $1.count }) / Double(max(1, features == nil ? 1 : tokenCount))
    return LabelledRows(
      tokens: part, labels: indices.map { labels[$0] },
      features: features.map {
        Features(states: $0.states.rows(indices), seconds: $0.seconds * share)
      })
  }

  public func prefix(_ count: Int) -> LabelledRows { self[Array(0..<min(count, self.count))] }

  func with(_ states: Tensor, seconds: Double) -> LabelledRows {
    LabelledRows(
      tokens: tokens, labels: labels, features: Features(states: states, seconds: seconds))
  }
}

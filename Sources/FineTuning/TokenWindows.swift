import Layers
import Tensors

/// A stream of tokens cut into windows of one length, which a run visits in an order fixed by a
/// seed. Window w holds the tokens from w·length on and one more, the label of its last position.
public struct TokenWindows: Sendable {
  public let tokens: [Int32]
  public let length: Int
  private let order: [Int]

  public init(_ tokens: [Int32], length: Int, seed: UInt64) {
    self.tokens = tokens
    self.length = length
    var random = SeededRandom(seed: seed, stream: "windows")
    order = random.shuffled(Array(0..<max(0, (tokens.count - 1) / length)))
  }

  public var count: Int { order.count }

  /// The windows of one step, `size` rows, and for each position the token that follows it. After
  /// the last window the order starts again.
  public func batch(step: Int, size: Int) -> (batch: TokenBatch, labels: [Int32]) {
    precondition(
      count > 0, "\(tokens.count) tokens have no window of \(length) with a label each")
    var rows: [[Int32]] = []
    var labels: [Int32] = []
    for row in 0..<size {
      let start = order[(step * size + row) % order.count] * length
      rows.append(Array(tokens[start..<start + length]))
      labels += tokens[start + 1...start + length]
    }
    return (TokenBatch(rows), labels)
  }
}

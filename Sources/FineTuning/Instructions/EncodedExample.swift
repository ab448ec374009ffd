import Tensors
import Tokenizers

/// A row of instruction data in tokens, each with the segment that it comes from and with what the
/// loss makes of it.
public struct EncodedExample: Sendable, Equatable {
  public let tokens: [Int32]
  public let kinds: [Segment.Kind]
  /// The token itself where it counts, else `ignoreIndex`. Labels stand at their own positions, as
  /// transformers takes them: what predicts label i is position i − 1, and the first predicts
  /// nothing.
  public let labels: [Int32]
  /// What each label weighs; 0 where it is ignored.
  public let weights: [Float]
  /// From 1, in the data that the row was read from.
  public let row: Int

  /// Encodes segments one by one and joins their tokens, so that no token reaches over a border.
  /// Nothing is added: what begins and what ends a row is the template's.
  ///
  /// - Parameter bug: a mistake to plant; `paddingCounted` shows in batches only.
  public init(
    _ segments: [Segment], tokenizer: Tokenizer, mask: LossMask = .answers, bug: MaskBug? = nil,
    row: Int = 1
  ) throws(ExampleError) {
    var (tokens, kinds, weights): ([Int32], [Segment.Kind], [Float]) = ([], [], [])
    for (segment, weight) in zip(segments, mask.weights(of: segments.map(\.kind), bug: bug)) {
      let part = try segment.encoded(tokenizer, row: row)
      tokens += part
      kinds += repeatElement(segment.kind, count: part.count)
      weights += repeatElement(weight, count: part.count)
    }
    if bug == .endIgnored {
      let pads = Set(zip(tokens, kinds).lazy.filter { $0.1 == .end }.map(\.0))
      for place in tokens.indices where pads.contains(tokens[place]) { weights[place] = 0 }
    }
    var labels = zip(tokens, weights).map { $1 > 0 ? $0 : ignoreIndex }
    if bug == .offByOne {
      labels = labels.dropFirst() + [ignoreIndex]
      weights = weights.dropFirst() + [0]
    }
    self.init(tokens: tokens, kinds: kinds, labels: labels, weights: weights, row: row)
  }

  init(
    tokens: [Int32], kinds: [Segment.Kind], labels: [Int32], weights: [Float], row: Int
  ) {
    self.tokens = tokens
    self.kinds = kinds
    self.labels = labels
    self.weights = weights
    self.row = row
  }

  public var count: Int { tokens.count }

  /// How many labels the loss counts; that of the first token is none of them.
  public var labelCount: Int { labels.dropFirst().count { $0 != ignoreIndex } }

  /// The tokens of a range of places, with all that belongs to them.
  subscript(range: Range<Int>) -> EncodedExample {
    EncodedExample(
      tokens: Array(tokens[range]), kinds: Array(kinds[range]), labels: Array(labels[range]),
      weights: Array(weights[range]), row: row)
  }

  /// The row with more tokens from a place on, which are of the frame and which no loss counts.
  public func inserting(_ ids: [Int32], at place: Int) -> EncodedExample {
    func inserted<Element>(_ old: [Element], _ new: Element) -> [Element] {
      Array(old[..<place]) + repeatElement(new, count: ids.count) + old[place...]
    }
    return EncodedExample(
      tokens: Array(tokens[..<place]) + ids + tokens[place...], kinds: inserted(kinds, .frame),
      labels: inserted(labels, ignoreIndex), weights: inserted(weights, 0), row: row)
  }

  /// The row with pads up to a length, each of them counted: the mistake `MaskBug.paddingCounted`.
  func paddedAndCounted(to length: Int, pad: Int32) -> EncodedExample {
    let missing = max(0, length - count)
    let pads = [Int32](repeating: pad, count: missing)
    return EncodedExample(
      tokens: tokens + pads, kinds: kinds + repeatElement(.end, count: missing),
      labels: labels + pads, weights: weights + repeatElement(1, count: missing), row: row)
  }
}

extension Array where Element == EncodedExample {
  /// Encodes rendered rows in their order and counts them from 1. Throws the `ExampleError` of the
  /// first row that cannot be encoded.
  public init(
    _ rows: [[Segment]], tokenizer: Tokenizer, mask: LossMask = .answers, bug: MaskBug? = nil
  ) throws {
    self = try rows.enumerated().map { index, segments in
      try EncodedExample(segments, tokenizer: tokenizer, mask: mask, bug: bug, row: index + 1)
    }
  }
}

extension Segment {
  fileprivate func encoded(_ tokenizer: Tokenizer, row: Int) throws(ExampleError) -> [Int32] {
    switch kind {
    case .end:
      guard let token = tokenizer.id(of: text), tokenizer.isSpecialToken(token) else {
        throw ExampleError(row: row, .unknownEndToken(text))
      }
      return [token]
    case .frame: return tokenizer.encode(text)
    case .system, .user, .assistant:
      let tokens = tokenizer.encode(text)
      if let special = tokens.first(where: tokenizer.isSpecialToken) {
        throw ExampleError(row: row, .specialTokenInTurn(tokenizer.piece(special), kind))
      }
      return tokens
    }
  }
}

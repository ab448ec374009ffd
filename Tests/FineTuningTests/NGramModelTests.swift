import FineTuning
import Foundation
import Tensors
import Testing

/// Interpolated Kneser–Ney by its definition: every count is a set in a dictionary, every
/// probability a recursion.
private struct Reference {
  let order: Int
  let vocabulary: Int
  /// For n-grams of each length: how often the longest occur; of the shorter, how many different
  /// tokens, or the start of the stream, stand before them.
  private var counts: [[[Int32]: Int]] = []
  private var discounts: [Double] = []

  init(order: Int, vocabulary: Int, tokens: [Int32]) {
    self.order = order
    self.vocabulary = vocabulary
    for length in 1...order {
      var places: [[Int32]: Set<Int>] = [:]
      for start in 0..<max(0, tokens.count - length + 1) {
        let before = start == 0 ? -1 : Int(tokens[start - 1])
        places[Array(tokens[start..<start + length]), default: []]
          .insert(length == order ? start : before)
      }
      counts.append(places.mapValues(\.count))
      let once = Double(counts[length - 1].values.count { $0 == 1 })
      let twice = Double(counts[length - 1].values.count { $0 == 2 })
      discounts.append(once > 0 && twice > 0 ? once / (once + 2 * twice) : 0.75)
    }
  }

  /// p(token | the last order − 1 tokens of context)
  func probability(_ token: Int32, after context: [Int32]) -> Double {
    interpolated(token, after: Array(context.suffix(order - 1)))
  }

  private func interpolated(_ token: Int32, after context: [Int32]) -> Double {
    let shorter =
      context.isEmpty
      ? 1 / Double(vocabulary) : interpolated(token, after: Array(context.dropFirst()))
    let level = counts[context.count]
    let following = (0..<Int32(vocabulary)).compactMap { level[context + [$0]] }
    guard !following.isEmpty else { return shorter }
    let (total, discount) = (Double(following.reduce(0, +)), discounts[context.count])
    let kept = max(0, Double(level[context + [token]] ?? 0) - discount)
    return (kept + discount * Double(following.count) * shorter) / total
  }
}

@Suite struct NGramModelTests {
  struct Stream: Sendable, CustomStringConvertible {
    let length, used, vocabulary: Int
    let seed: UInt64

    var description: String { "\(length) tokens below \(used) of \(vocabulary)" }
    /// Small ids come more often.
    var tokens: [Int32] {
      var random = SeededRandom(seed: seed)
      return (0..<length).map { _ in
        Int32(min(random.int(below: used), random.int(below: used)))
      }
    }
  }

  /// The last fills its tables several times over.
  static let streams = [
    Stream(length: 0, used: 1, vocabulary: 3, seed: 1),
    Stream(length: 1, used: 1, vocabulary: 2, seed: 2),
    Stream(length: 3, used: 2, vocabulary: 2, seed: 3),
    Stream(length: 12, used: 3, vocabulary: 4, seed: 4),
    Stream(length: 60, used: 2, vocabulary: 2, seed: 5),
    Stream(length: 200, used: 4, vocabulary: 6, seed: 6),
    Stream(length: 200, used: 12, vocabulary: 15, seed: 7),
    Stream(length: 3000, used: 40, vocabulary: 41, seed: 8),
  ]

  /// Contexts of all lengths: from the stream, with tokens that it never holds, and at random.
  private func contexts(_ stream: Stream, order: Int) -> [[Int32]] {
    var random = SeededRandom(seed: 77)
    let tokens = stream.tokens
    var contexts: [[Int32]] = [[]]
    for length in 1...order + 1 {
      contexts.append(Array(repeating: Int32(stream.vocabulary - 1), count: length))
      contexts.append(Array(tokens.suffix(length)))
      for _ in 0..<3 {
        contexts.append((0..<length).map { _ in Int32(random.int(below: stream.vocabulary)) })
        guard length < tokens.count else { continue }
        let start = random.int(below: tokens.count - length)
        contexts.append(Array(tokens[start..<start + length]))
      }
    }
    return contexts
  }

  @Test(arguments: streams, 1...5)
  func equalsItsReferenceAndSumsToOne(stream: Stream, order: Int) {
    let (tokens, vocabulary) = (stream.tokens, stream.vocabulary)
    let model = NGramModel(order: order, vocabularySize: vocabulary, tokens: tokens)
    let reference = Reference(order: order, vocabulary: vocabulary, tokens: tokens)
    for context in contexts(stream, order: order) {
      var sum = 0.0
      for token in 0..<Int32(vocabulary) {
        let p = model.probability(of: context + [token], at: context.count)
        let expected = reference.probability(token, after: context)
        #expect(abs(p - expected) <= 1e-12 * expected, "\(token) after \(context)")
        sum += p
      }
      #expect(abs(sum - 1) <= 1e-12, "after \(context)")
    }
  }

  /// Streams long enough to tell the discounts apart really use the derived one.
  @Test func aDiscountByHand() {
    // Bigrams 01 11 10 00 01 and unigrams after: 0 ← {start, 1, 0}, 1 ← {0, 1}.
    let model = NGramModel(order: 2, vocabularySize: 2, tokens: [0, 1, 1, 0, 0, 1])
    // Bigrams: 11, 10 and 00 once, 01 twice, so D = 3 / (3 + 2·1) = 0.6. Unigrams: 3 and 2, no
    // count of 1, so D = 0.75.
    let unigram = (3 - 0.75 + 0.75 * 2 * 0.5) / 5
    let expected = (1 - 0.6 + 0.6 * 2 * unigram) / 3
    #expect(abs(model.probability(of: [0, 0], at: 1) - expected) < 1e-15)
  }

  @Test(arguments: [1, 3, 5]) func windowLossesAreMeansOfEveryPosition(order: Int) {
    let (training, tokens) = (Sample.tokens(400, below: 9), Sample.tokens(47, below: 10, seed: 2))
    let model = NGramModel(order: order, vocabularySize: 10, tokens: training)
    let reference = Reference(order: order, vocabulary: 10, tokens: training)
    let losses = model.windowLosses(tokens, windowLength: 15, windows: 100)
    #expect(losses.count == 3)
    for (window, loss) in losses.enumerated() {
      let expected = (1...15).map { place in
        let end = window * 15 + place
        return -log(reference.probability(tokens[end], after: Array(tokens[..<end])))
      }
      #expect(abs(loss - expected.reduce(0, +) / 15) < 1e-12)
    }
    #expect(model.windowLosses(tokens, windowLength: 15, windows: 2) == Array(losses.prefix(2)))
    #expect(model.windowLosses([], windowLength: 1, windows: 5).isEmpty)
    #expect(model.windowLosses(Array(tokens.prefix(15)), windowLength: 15, windows: 5).isEmpty)
  }
}

import Foundation
import Statistics

/// A language model that only counts: interpolated Kneser–Ney smoothing (Kneser and Ney, 1995; Chen
/// and Goodman, 1999) over token ids. With order 1 it is the unigram model. The baseline that a
/// neural model must beat to have learned more than short phrases.
public struct NGramModel {
  public let order: Int
  public let vocabularySize: Int
  private var levels: [Level]

  /// Counts the n-grams of a stream of tokens in which documents stand one after the other.
  ///
  /// The longest n-grams count how often they occur. Every shorter one counts how many different
  /// tokens stand before it, which is the idea of Kneser and Ney.
  public init(order: Int, vocabularySize: Int, tokens: [Int32]) {
    precondition(order >= 1, "an n-gram model needs an order of at least 1")
    self.order = order
    self.vocabularySize = vocabularySize
    levels = (0..<order).map { _ in Level() }
    for end in tokens.indices {
      var level = min(order, end + 1) - 1
      while level >= 0, levels[level].add(tokens, from: end - level, to: end) {
        level -= 1
      }
    }
    for level in levels.indices { levels[level].setDiscount() }
  }

  /// The mean loss of each window, over the same tokens that `LanguageModel.windowLosses` predicts.
  public func windowLosses(
    _ tokens: [Int32], windowLength: Int, windows count: Int
  ) -> [Double] {
    (0..<max(0, min(count, (tokens.count - 1) / windowLength))).map { window in
      (window * windowLength + 1...(window + 1) * windowLength)
        .map { -log(probability(of: tokens, at: $0)) }.mean
    }
  }

  /// p(token at `end` | up to order − 1 tokens before it).
  public func probability(of tokens: [Int32], at end: Int) -> Double {
    var p = 1 / Double(vocabularySize)
    for level in 0..<min(order, end + 1) {
      p = levels[level].interpolated(p, tokens, from: end - level, to: end)
    }
    return p
  }
}

/// The n-grams of one length: their counts, and for each context its total and its number of
/// different continuations.
private struct Level {
  private var counts = CountTable()
  private var totals = CountTable()
  private var continuations = CountTable()
  private var discount = 0.75

  /// Counts one n-gram; true when it is the first of its kind.
  mutating func add(_ tokens: [Int32], from start: Int, to end: Int) -> Bool {
    let context = Level.hash(tokens, start, end)
    let isNew = counts.increment(Level.extended(context, by: tokens[end])) == 1
    totals.increment(context)
    if isNew { continuations.increment(context) }
    return isNew
  }

  /// The discount that Ney, Essen and Kneser derived: n₁ / (n₁ + 2·n₂).
  mutating func setDiscount() {
    let once = Double(counts.countOfCounts(1))
    let twice = Double(counts.countOfCounts(2))
    if once > 0, twice > 0 { discount = once / (once + 2 * twice) }
  }

  func interpolated(_ lower: Double, _ tokens: [Int32], from start: Int, to end: Int) -> Double {
    let context = Level.hash(tokens, start, end)
    let total = Double(totals[context])
    guard total > 0 else { return lower }
    let count = Double(counts[Level.extended(context, by: tokens[end])])
    let reserved = discount * Double(continuations[context])
    return (max(0, count - discount) + reserved * lower) / total
  }

  private static func hash(_ tokens: [Int32], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
    for i in start..<end { hash = extended(hash, by: tokens[i]) }
    return hash
  }

  private static func extended(_ hash: UInt64, by token: Int32) -> UInt64 {
    var z = (hash ^ UInt64(UInt32(bitPattern: token))) &* 0xff51_afd7_ed55_8ccd
    z ^= z >> 32
    z = z &* 0xc4ce_b9fe_1a85_ec53
    return z ^ (z >> 29)
  }
}

/// Counts by 64-bit key, in one flat table with linear probing: a dictionary takes several times
/// the memory and time for tens of millions of n-grams. Two n-grams with one key are too rare to
/// matter.
private struct CountTable {
  private var keys = [UInt64](repeating: 0, count: 1 << 10)
  private var values = [Int32](repeating: 0, count: 1 << 10)
  private var used = 0

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while values[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  subscript(key: UInt64) -> Int32 { values[place(of: key)] }

  @discardableResult mutating func increment(_ key: UInt64) -> Int32 {
    let found = place(of: key)
    values[found] += 1
    if values[found] > 1 { return values[found] }
    keys[found] = key
    used += 1
    if used * 2 > keys.count { grow() }
    return 1
  }

  func countOfCounts(_ count: Int32) -> Int { values.reduce(0) { $0 + ($1 == count ? 1 : 0) } }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where value != 0 {
      let found = place(of: key)
      keys[found] = key
      values[found] = value
    }
  }
}

import Foundation
import Tensors

/// How the next token is chosen from the logits. The settings act as transformers' logits
/// processors of the same names do, in the same order: repetition penalty, temperature, top-k,
/// top-p (transformers, generation/logits_process.py).
public struct Sampling: Equatable, Sendable {
  /// Logits are divided by it; 0 chooses the most likely token, and then top-k and top-p do
  /// nothing.
  public let temperature: Double
  /// Keeps the `topK` largest logits and what ties with the last of them; nil keeps all.
  public let topK: Int?
  /// Keeps the fewest most likely tokens whose probabilities add up to `topP`; nil keeps all.
  public let topP: Double?
  /// Logits of tokens that have occurred are divided by it if positive, else multiplied.
  public let repetitionPenalty: Double

  /// Always the most likely token, the first of several.
  public static let greedy = Sampling(temperature: 0, unchecked: ())

  /// Throws `SamplingError.badSetting` for a value out of range.
  public init(
    temperature: Double = 1, topK: Int? = nil, topP: Double? = nil, repetitionPenalty: Double = 1
  ) throws(SamplingError) {
    func require(_ condition: Bool, _ setting: String, _ range: String) throws(SamplingError) {
      if !condition { throw .badSetting(setting, range) }
    }
    try require(
      temperature >= 0 && temperature.isFinite, "temperature \(temperature)", "0 or more")
    try require((topK ?? 1) >= 1, "top-k \(topK ?? 0)", "1 or more")
    try require((topP ?? 1) > 0 && (topP ?? 1) <= 1, "top-p \(topP ?? 0)", "in 0 < p ≤ 1")
    try require(
      repetitionPenalty > 0 && repetitionPenalty.isFinite,
      "repetition penalty \(repetitionPenalty)", "more than 0")
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
    self.repetitionPenalty = repetitionPenalty
  }

  private init(temperature: Double, unchecked: Void) {
    self.temperature = temperature
    topK = nil
    topP = nil
    repetitionPenalty = 1
  }

  /// The next token after `history` (prompt and what has been generated), given its `logits`.
  /// Throws `SamplingError.noLogits` where a logit is NaN or all are −∞.
  public func nextToken(
    logits: UnsafeBufferPointer<Float>, history: [Int32], random: inout SeededRandom
  ) throws(SamplingError) -> Int32 {
    // Greedy decoding needs no copy, which would take longer than the choice.
    if temperature == 0, repetitionPenalty == 1 { return Int32(try mostLikely(logits)) }
    var scores = Array(logits)
    penalizeRepetition(&scores, history)
    guard temperature > 0 else { return Int32(try mostLikely(scores)) }
    let probabilities = try probabilities(penalized: scores)
    var remaining = random.unit() * probabilities.reduce(0) { $0 + Double($1) }
    for (token, probability) in probabilities.enumerated() where probability > 0 {
      remaining -= Double(probability)
      if remaining < 0 { return Int32(token) }
    }
    return Int32(probabilities.lastIndex { $0 > 0 }!)
  }

  /// The distribution [V] that `nextToken` draws from.
  public func probabilities(
    logits: UnsafeBufferPointer<Float>, history: [Int32]
  ) throws(SamplingError) -> [Float] {
    var scores = Array(logits)
    penalizeRepetition(&scores, history)
    guard temperature > 0 else {
      let token = try mostLikely(scores)
      return scores.indices.map { $0 == token ? 1 : 0 }
    }
    return try probabilities(penalized: scores)
  }

  private func probabilities(penalized: [Float]) throws(SamplingError) -> [Float] {
    var scores = penalized
    let highest = scores[try mostLikely(scores)]
    // The largest logit becomes 0 first, so that a tiny temperature does not overflow.
    let temperature = max(Float(temperature), .leastNormalMagnitude)
    for token in scores.indices { scores[token] = (scores[token] - highest) / temperature }
    if let topK, topK < scores.count {
      let threshold = largest(topK, of: scores)
      for token in scores.indices where scores[token] < threshold { scores[token] = -.infinity }
    }
    if let topP, topP < 1 { keepNucleus(&scores, topP) }
    return softmax(scores)
  }

  private func penalizeRepetition(_ scores: inout [Float], _ history: [Int32]) {
    guard repetitionPenalty != 1 else { return }
    let penalty = Float(repetitionPenalty)
    for token in Set(history.map(Int.init)) where scores.indices.contains(token) {
      scores[token] = scores[token] < 0 ? scores[token] * penalty : scores[token] / penalty
    }
  }

  /// The k-th largest number (Hoare's quickselect): sorting a vocabulary takes milliseconds.
  private func largest(_ k: Int, of scores: [Float]) -> Float {
    var scores = scores
    var (low, high) = (0, scores.count - 1)
    while low < high {
      let pivot = scores[low + (high - low) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while scores[left] > pivot { left += 1 }
        while scores[right] < pivot { right -= 1 }
        if left <= right {
          scores.swapAt(left, right)
          (left, right) = (left + 1, right - 1)
        }
      }
      if k - 1 <= right { high = right } else if k - 1 >= left { low = left } else { break }
    }
    return scores[k - 1]
  }

  /// Removes tokens from the least likely upwards while their sum is at most 1 − p; the last one
  /// always stays. Equally likely tokens go in the order of their numbers.
  private func keepNucleus(_ scores: inout [Float], _ p: Double) {
    let probabilities = softmax(scores)
    let limit = Float(1 - p)
    // All below limit/V add up to less than the limit: they go without being sorted.
    let small = min(limit / Float(scores.count), probabilities.max()!)
    var sum = 0.0
    var candidates: [Int] = []
    for (token, probability) in probabilities.enumerated() {
      if probability < small {
        sum += Double(probability)
        scores[token] = -.infinity
      } else {
        candidates.append(token)
      }
    }
    candidates.sort { (scores[$0], $0) < (scores[$1], $1) }
    for token in candidates.dropLast() {
      sum += Double(probabilities[token])
      guard Float(sum) <= limit else { break }
      scores[token] = -.infinity
    }
  }

  private func softmax(_ scores: [Float]) -> [Float] {
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let sum = Float(powers.reduce(0) { $0 + Double($1) })
    return powers.map { $0 / sum }
  }

  private func mostLikely(
    _ scores: some RandomAccessCollection<Float>
  ) throws(SamplingError) -> Int {
    var best = -1
    var highest = -Float.infinity
    for (token, score) in scores.enumerated() {
      if score.isNaN { throw .noLogits }
      if score > highest { (best, highest) = (token, score) }
    }
    guard best >= 0, highest < .infinity else { throw .noLogits }
    return best
  }
}

/// A setting out of range, or logits from which nothing can be chosen.
public enum SamplingError: LocalizedError, Equatable {
  case badSetting(String, String)
  case noLogits

  public var errorDescription: String? {
    switch self {
    case .badSetting(let setting, let range): "\(setting) must be \(range)"
    case .noLogits: "the model's logits are not finite numbers, so no token can be chosen"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .badSetting: "temperature 0 is greedy; leave top-k and top-p out to keep all tokens"
    case .noLogits: "training has diverged: lower the learning rate and load an earlier checkpoint"
    }
  }
}

import Foundation
import Layers
import Tensors

/// How a text is continued.
public struct GenerationOptions: Equatable, Sendable {
  public var maxNewTokens: Int
  public var sampling: Sampling
  /// Tokens that end the text; nil means the model's own.
  public var stopTokens: Set<Int32>?

  public init(
    maxNewTokens: Int, sampling: Sampling = .greedy, stopTokens: Set<Int32>? = nil
  ) {
    self.maxNewTokens = maxNewTokens
    self.sampling = sampling
    self.stopTokens = stopTokens
  }
}

/// The continuation of one prompt.
public struct Generation: Equatable, Sendable {
  public enum End: Equatable, Sendable {
    /// A stop token came; it is not among the tokens.
    case stopToken(Int32)
    /// `maxNewTokens` were made.
    case length
    /// The model can look at no more tokens.
    case contextFull
  }

  /// The new tokens, without the prompt.
  public let tokens: [Int32]
  public let end: End

  public init(tokens: [Int32], end: End) {
    self.tokens = tokens
    self.end = end
  }
}

extension LanguageModel {
  /// Continues one prompt. `onToken` gets each new token as it is made; what it throws ends the
  /// generation. Throws `ModelInputError` for a prompt that is empty, too long or holds unknown
  /// tokens, and `SamplingError`.
  public func generate(
    _ prompt: [Int32], _ options: GenerationOptions, random: inout SeededRandom,
    onToken: (Int32) throws -> Void = { _ in }
  ) throws -> Generation {
    try generate([prompt], options, random: &random) { _, token in try onToken(token) }[0]
  }

  /// Continues several prompts side by side. Each draws from a random stream of its own, so that
  /// it does not matter when the others end.
  public func generate(
    _ prompts: [[Int32]], _ options: GenerationOptions, random: inout SeededRandom,
    onToken: (_ row: Int, _ token: Int32) throws -> Void = { _, _ in }
  ) throws -> [Generation] {
    let longest = prompts.map(\.count).max() ?? 0
    let stops = options.stopTokens ?? Set(eosTokens)
    var texts = prompts
    var randoms = prompts.map { _ in SeededRandom(seed: random.next()) }
    var results = prompts.map { _ in Generation(tokens: [], end: .length) }
    guard !prompts.isEmpty, options.maxNewTokens > 0 else { return results }

    try withoutGradients {
      let cache = makeCache(
        rows: prompts.count, capacity: min(contextLength, longest + options.maxNewTokens))
      var active = Array(prompts.indices)
      var batch = TokenBatch(prompts)
      while !active.isEmpty {
        let hidden = try hiddenStates(batch, cache: cache, dropout: nil)
        let last = active.indices.map { batch.segments.range($0).upperBound - 1 }
        let logits = head(hidden.rows(last))  // [rows, V]
        var kept: [Int] = []
        for (place, row) in active.enumerated() {
          let token = try options.sampling.nextToken(
            logits: UnsafeBufferPointer(
              start: logits.pointer + place * vocabSize, count: vocabSize),
            history: texts[row], random: &randoms[row])
          if stops.contains(token) {
            results[row] = continuation(of: prompts[row], in: texts[row], .stopToken(token))
            continue
          }
          texts[row].append(token)
          try onToken(row, token)
          if texts[row].count - prompts[row].count == options.maxNewTokens {
            results[row] = continuation(of: prompts[row], in: texts[row], .length)
          } else if texts[row].count > contextLength {
            results[row] = continuation(of: prompts[row], in: texts[row], .contextFull)
          } else {
            kept.append(place)
          }
        }
        if kept.count < active.count {
          cache.keep(rows: kept)
          active = kept.map { active[$0] }
        }
        batch = TokenBatch(active.map { [texts[$0].last!] })
      }
    }
    return results
  }

  private func continuation(
    of prompt: [Int32], in text: [Int32], _ end: Generation.End
  ) -> Generation {
    Generation(tokens: Array(text.dropFirst(prompt.count)), end: end)
  }
}

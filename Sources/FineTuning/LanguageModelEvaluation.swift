import Foundation
import Layers
import Models
import Statistics
import Tensors

/// How well a model predicts a stream of tokens.
public struct LanguageModelEvaluation: Sendable, Codable, Equatable {
  /// Mean −ln p of a token, in nats.
  public let nats: Double
  /// Tokens that were predicted.
  public let tokenCount: Int

  public init(nats: Double, tokenCount: Int) {
    self.nats = nats
    self.tokenCount = tokenCount
  }

  /// e to the mean loss: as uncertain as a choice among so many equally likely tokens.
  public var perplexity: Double { Foundation.exp(nats) }

  /// Bits a character, which compares models whatever their vocabularies are.
  public func bitsPerCharacter(charactersPerToken: Double) -> Double {
    nats / Foundation.log(2) / charactersPerToken
  }
}

extension LanguageModel {
  /// The mean loss of each of the first `count` windows of a stream, in nats, a few windows at a
  /// time and without a graph. Every position is predicted from those before it in its window.
  /// Throws `ModelInputError`.
  public func windowLosses(
    _ tokens: [Int32], windowLength: Int, windows count: Int, rows: Int = 8
  ) throws -> [Double] {
    let windows = min(count, (tokens.count - 1) / windowLength)
    var means: [Double] = []
    for first in stride(from: 0, to: windows, by: rows) {
      let starts = (first..<min(first + rows, windows)).map { $0 * windowLength }
      let batch = TokenBatch(starts.map { Array(tokens[$0..<$0 + windowLength]) })
      let labels = starts.flatMap { tokens[$0 + 1...$0 + windowLength] }
      if let wrong = labels.first(where: { !(0..<Int32(vocabSize) ~= $0) }) {
        throw ModelInputError.unknownLabel(wrong, count: vocabSize)
      }
      let losses = try withoutGradients {
        try hiddenStates(batch, cache: nil, dropout: nil)
          .languageModelLosses(head: head.weight, labels: labels)
      }
      means += (0..<starts.count).map { row in
        losses[row * windowLength..<(row + 1) * windowLength].reduce(0.0) { $0 + Double($1) }
          / Double(windowLength)
      }
    }
    return means
  }

  /// The mean loss over those windows. Throws `ModelInputError`, or `TooFewTokens` where there is
  /// no window.
  public func evaluate(
    _ tokens: [Int32], windowLength: Int, windows count: Int
  ) throws -> LanguageModelEvaluation {
    let means = try windowLosses(tokens, windowLength: windowLength, windows: count)
    guard !means.isEmpty else {
      throw TooFewTokens(count: tokens.count, windowLength: windowLength)
    }
    return LanguageModelEvaluation(nats: means.mean, tokenCount: means.count * windowLength)
  }

  /// −ln p of each token of `continuation` after `prompt`, without a graph. After an empty prompt
  /// nothing predicts the first token, and the losses begin with the second. Throws
  /// `ModelInputError`.
  public func continuationLosses(_ prompt: [Int32], _ continuation: [Int32]) throws -> [Float] {
    let batch = TokenBatch([prompt + continuation])
    var labels = batch.nextTokens
    for place in 0..<max(0, prompt.count - 1) { labels[place] = ignoreIndex }
    let losses = try withoutGradients {
      try hiddenStates(batch, cache: nil, dropout: nil)
        .languageModelLosses(head: head.weight, labels: labels)
    }
    return Array(losses[max(0, prompt.count - 1)..<losses.count - 1])
  }
}

/// A stream that is shorter than one window and the label of its last position.
public struct TooFewTokens: LocalizedError, Equatable {
  public let count: Int
  public let windowLength: Int

  public var errorDescription: String? {
    "\(count) tokens are too few to evaluate a window of \(windowLength)"
  }
  public var recoverySuggestion: String? { "give more text, or shorten the window" }
}

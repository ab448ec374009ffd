import Foundation
import Layers
import Models
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
  /// Losses of the first `count` windows of a stream in its own order, a few at a time, without a
  /// graph. Every position is predicted from those before it in its window.
  public func evaluate(
    _ tokens: [Int32], windowLength: Int, windows count: Int, rows: Int = 8
  ) throws -> LanguageModelEvaluation {
    let windows = min(count, (tokens.count - 1) / windowLength)
    var sum = 0.0
    for first in stride(from: 0, to: windows, by: rows) {
      let starts = (first..<min(first + rows, windows)).map { $0 * windowLength }
      let batch = TokenBatch(starts.map { Array(tokens[$0..<$0 + windowLength]) })
      let labels = starts.flatMap { tokens[$0 + 1...$0 + windowLength] }
      try withoutGradients {
        let hidden = try hiddenStates(batch, cache: nil, dropout: nil)
        sum += hidden.languageModelLosses(head: head.weight, labels: labels)
          .reduce(0.0) { $0 + Double($1) }
      }
    }
    let predicted = windows * windowLength
    return LanguageModelEvaluation(nats: sum / Double(max(1, predicted)), tokenCount: predicted)
  }
}

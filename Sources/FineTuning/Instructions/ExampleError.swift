import Foundation

/// A row of instruction data from which nothing can be learned.
public struct ExampleError: LocalizedError, Equatable {
  public enum Reason: Equatable, Sendable {
    /// The text of an end segment that is no special token of the tokenizer.
    case unknownEndToken(String)
    /// A special token written out in the text of a turn.
    case specialTokenInTurn(String, Segment.Kind)
    /// Nothing is left to predict, of so many tokens.
    case noLabel(tokens: Int)
    /// Not one of so many rows has a label.
    case noLabels(rows: Int)
    case tooLong(tokens: Int, limit: Int)
  }

  /// From 1, in the data that the row was read from.
  public let row: Int
  public let reason: Reason

  public init(row: Int, _ reason: Reason) {
    self.row = row
    self.reason = reason
  }

  public var errorDescription: String? { "row \(row): \(problem)" }

  private var problem: String {
    switch reason {
    case .unknownEndToken(let token):
      "a vocabulary without the end token: \"\(token)\" is no special token of the tokenizer"
    case .specialTokenInTurn(let token, let kind):
      "the text of the \(kind.rawValue) holds the special token \(token)"
    case .noLabel(let tokens):
      "none of its \(tokens) \(tokens == 1 ? "token" : "tokens") is left to learn from"
    case .noLabels(let rows):
      "it has no token to learn from, nor has any of the \(rows) rows"
    case .tooLong(let tokens, let limit):
      "it has \(tokens) tokens, and a batch is to hold \(limit) at most"
    }
  }

  public var recoverySuggestion: String? {
    switch reason {
    case .unknownEndToken:
      "let the template end answers with a special token that tokenizer.json lists"
    case .specialTokenInTurn: "take it out of the data; the template writes such tokens itself"
    case .noLabel:
      "allow longer rows, shorten the prompt, cut from its start, or let such rows be dropped"
    case .noLabels: "look at the loss mask: no answer, or no token of one, counts"
    case .tooLong: "truncate the rows to the batch's size first, or make it larger"
    }
  }
}

import Foundation
import Tokenizers

/// What rows of instruction data are in a template's words and a tokenizer's tokens.
public struct TokenSummary: Sendable, Codable, Equatable {
  /// Tokens of whole rows, frame and end tokens included.
  public let tokens: Lengths
  /// Tokens that the loss counts.
  public let labels: Lengths
  /// Rows with more tokens than the limit: cut at the end to fit.
  public let truncated: Int
  /// Of those, rows that would keep labels, but not the token that ends the answer.
  public let endless: Int
  /// Rows that would have no label left: none can be learned from.
  public let unlabelled: [Int]
  /// Rows that the template cannot render or that cannot be encoded: `firstRefusals` says why.
  public let refused: Int
  public let firstRefusals: [Refusal]

  public struct Refusal: Sendable, Codable, Equatable {
    public let row: Int
    public let reason: String
  }

  /// - Parameter maxLength: the most tokens of a row, at least 2; nil cuts none.
  public init(
    _ rows: [InstructionFile.Row], template: any ExampleTemplate, tokenizer: Tokenizer,
    mask: LossMask = .answers, maxLength: Int? = nil
  ) {
    var (tokens, labels): ([Int], [Int]) = ([], [])
    var (truncated, endless, refused) = (0, 0, 0)
    var unlabelled: [Int] = []
    var refusals: [Refusal] = []
    for row in rows {
      let example: EncodedExample
      do {
        example = try EncodedExample(
          template.segments(of: row.example), tokenizer: tokenizer, mask: mask, row: row.number)
      } catch {
        refused += 1
        if refusals.count < Self.refusalLimit {
          let reason =
            switch error {
            case let error as any LocalizedError: error.errorDescription ?? "\(error)"
            default: "\(error)"
            }
          refusals.append(Refusal(row: row.number, reason: reason))
        }
        continue
      }
      tokens.append(example.count)
      labels.append(example.labelCount)
      let short = maxLength.map { example.truncated(to: $0) } ?? example
      if short.count < example.count { truncated += 1 }
      if short.labelCount == 0 {
        unlabelled.append(row.number)
      } else if short.count < example.count, example.kinds.last == .end, short.kinds.last != .end {
        endless += 1
      }
    }
    self.tokens = Lengths(tokens)
    self.labels = Lengths(labels)
    self.truncated = truncated
    self.endless = endless
    self.unlabelled = unlabelled
    self.refused = refused
    firstRefusals = refusals
  }

  private static let refusalLimit = 10
}

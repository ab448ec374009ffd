import Models
import Tokenizers

/// How hard the answers are for a model: their loss after the question beside their loss without it
/// (the ratio is the instruction-following difficulty of Li et al., 2023, "From Quantity to
/// Quality").
public struct Difficulty: Sendable, Codable, Equatable {
  /// Rows that were measured.
  public let rows: Int
  /// Rows that were not: longer than the model's context, refused by the template or the tokenizer,
  /// or with an answer of one token.
  public let skipped: Int
  /// The mean over the rows of the mean loss of the last answer's tokens after its prompt, in nats.
  /// The first token is left out of it, because it has no loss without a prompt.
  public let loss: Double
  /// The same without the prompt.
  public let lossAlone: Double
  /// The mean over the rows of the one by the other. Near 1, the question hardly helps.
  public let ratio: Double
  /// The share of rows whose answers the question makes no easier: a ratio of at least 1.
  public let unhelped: Double

  /// Throws `ModelInputError` for tokens that the model does not have.
  public init(
    _ rows: [InstructionFile.Row], template: any ExampleTemplate, tokenizer: Tokenizer,
    model: some LanguageModel
  ) throws {
    var (losses, alone, ratios): ([Double], [Double], [Double]) = ([], [], [])
    for row in rows {
      guard
        let (prompt, answer) = try? row.promptAndAnswer(template, tokenizer),
        answer.count > 1, prompt.count + answer.count <= model.contextLength
      else { continue }
      let after = Array(try model.continuationLosses(prompt, answer).suffix(answer.count - 1)).mean
      let without = try model.continuationLosses([], answer).mean
      losses.append(after)
      alone.append(without)
      if without > 0 { ratios.append(after / without) }
    }
    self.rows = losses.count
    skipped = rows.count - losses.count
    loss = losses.mean
    lossAlone = alone.mean
    ratio = ratios.mean
    unhelped = ratios.isEmpty ? 0 : Double(ratios.count { $0 >= 1 }) / Double(ratios.count)
  }
}

extension InstructionFile.Row {
  /// The tokens of what the model is asked and of the last answer without its end.
  fileprivate func promptAndAnswer(
    _ template: any ExampleTemplate, _ tokenizer: Tokenizer
  ) throws -> (prompt: [Int32], answer: [Int32]) {
    let prompt = try EncodedExample(
      template.prompt(of: example), tokenizer: tokenizer, row: number)
    let answer = try EncodedExample(
      [Segment(.assistant, example.turns.last?.text ?? "")], tokenizer: tokenizer, row: number)
    return (prompt.tokens, answer.tokens)
  }
}

extension [Double] {
  fileprivate var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}

extension [Float] {
  fileprivate var mean: Double { isEmpty ? 0 : reduce(0.0) { $0 + Double($1) } / Double(count) }
}

import Models
import Tensors
import Tokenizers

/// What a model answered.
public struct GeneratedAnswer: Sendable, Codable, Equatable {
  public enum Ending: String, Sendable, Codable {
    /// The model said so itself, with an end token.
    case endToken
    /// A text came that only stands after an answer, such as the next question's frame.
    case stopText
    /// There was no room for more tokens.
    case length
  }

  /// Without the end and what comes after it.
  public let text: String
  public let ending: Ending
  /// Tokens that were made, those after a stop text included.
  public let tokenCount: Int

  public init(text: String, ending: Ending, tokenCount: Int) {
    self.text = text
    self.ending = ending
    self.tokenCount = tokenCount
  }
}

extension LanguageModel {
  /// Answers what examples ask; an answer that an example brings along is not shown to the model.
  ///
  /// Throws `ExampleError` for a row that cannot be encoded and `ModelInputError` for one that leaves
  /// no room for an answer, both with the example's place counted from 1, and what the template and
  /// the sampling throw.
  public func answers(
    to examples: [Example], _ template: some ExampleTemplate, _ tokenizer: Tokenizer,
    maxTokens: Int = 64, sampling: Sampling = .greedy, seed: UInt64 = 0, rowsAtATime: Int = 32
  ) throws -> [GeneratedAnswer] {
    let prompts = try examples.enumerated().map { place, example in
      try EncodedExample(template.prompt(of: example), tokenizer: tokenizer, row: place + 1).tokens
    }
    if let place = prompts.firstIndex(where: { $0.count > contextLength }) {
      throw ModelInputError.tooLong(
        row: place + 1, tokens: prompts[place].count, contextLength: contextLength)
    }
    let stops = template.stops
    let ends = Set(eosTokens + stops.compactMap(tokenizer.id(of:)))
    let options = GenerationOptions(
      maxNewTokens: maxTokens, sampling: sampling, stopTokens: ends)
    var random = SeededRandom(seed: seed, stream: "answers")
    var answers: [GeneratedAnswer] = []
    for first in stride(from: 0, to: prompts.count, by: rowsAtATime) {
      let chunk = Array(prompts[first..<min(first + rowsAtATime, prompts.count)])
      answers += try generate(chunk, options, random: &random).map {
        GeneratedAnswer($0, stops: stops, tokenizer)
      }
    }
    return answers
  }
}

extension GeneratedAnswer {
  /// The text up to an end token or to the first of the stop texts.
  package init(_ generation: Generation, stops: [String], _ tokenizer: Tokenizer) {
    let text = tokenizer.decode(generation.tokens)
    let stop = stops.compactMap { text.range(of: $0)?.lowerBound }.min()
    let ending: Ending =
      if stop != nil { .stopText } else if case .stopToken = generation.end { .endToken } else {
        .length
      }
    self.init(
      text: String(text[..<(stop ?? text.endIndex)]), ending: ending,
      tokenCount: generation.tokens.count)
  }
}

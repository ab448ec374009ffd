import FineTuning
import Models
import Tensors
import Tokenizers
import World

/// The texts of one run: tokenizer, training stream and validation stream, all from one seed.
struct Corpus {
  let tokenizer: Tokenizer
  let training: TokenStream
  let validation: TokenStream

  static let validationTokens = 131_073
  /// Documents that the vocabulary is learnt from.
  static let vocabularyDocuments = 40_000

  init(seed: UInt64, trainingTokens: Int) throws {
    let world = try ClosedWorld.load(seed: seed)
    tokenizer = try TokenizerTrainer(
      vocabularySize: BaseModel.vocabularySize, specialTokens: ["<|endoftext|>"],
      characterFrequency: 10
    ).train(
      world.documents(.train, seed: seed).lazy.map(\.text).prefix(Self.vocabularyDocuments))
    training = TokenStream(
      world.documents(.train, seed: seed).lazy.map(\.text), tokenizer: tokenizer,
      limit: trainingTokens)
    validation = TokenStream(
      world.documents(.validation, seed: seed).lazy.map(\.text), tokenizer: tokenizer,
      limit: Self.validationTokens)
  }

  /// The loss on validation texts, read in windows of one length, over `tokens` tokens at most.
  func validate(
    _ model: some LanguageModel, windowLength: Int = BaseModel.contextLength,
    tokens: Int = validationTokens
  ) throws -> LanguageModelEvaluation {
    try model.evaluate(
      validation.tokens, windowLength: windowLength, windows: tokens / windowLength)
  }

  /// The prompt and up to 80 tokens that the model adds.
  func sample(_ model: some LanguageModel, prompt: String, seed: UInt64) throws -> String {
    var random = SeededRandom(seed: seed, stream: "sample")
    let options = GenerationOptions(
      maxNewTokens: 80, sampling: try Sampling(temperature: 0.8, topP: 0.95))
    let generation = try model.generate(
      tokenizer.encode(prompt), options, random: &random)
    return prompt + tokenizer.decode(generation.tokens)
  }
}

import Foundation
import Models
import ProgramRunning
import Tensors
import Tokenizers

/// A folder with a language model of random weights and a tokenizer, for programs to read.
final class TinyModel {
  let folder: TemporaryFolder
  let tokenizer: Tokenizer
  let model: GPT2LMHeadModel

  static let contextLength = 16

  init() throws {
    folder = try TemporaryFolder()
    tokenizer = try TokenizerTrainer(vocabularySize: 270, specialTokens: ["<|endoftext|>"])
      .train(["the cat sat on the mat, the cat sat on the hat"])
    var config = GPT2Config(
      vocabSize: tokenizer.vocabularySize, contextLength: Self.contextLength, hiddenSize: 8,
      layerCount: 2, headCount: 2)
    config.bosToken = tokenizer.endOfText
    config.eosTokens = [tokenizer.endOfText!]
    var random = SeededRandom(seed: 1)
    model = GPT2LMHeadModel(config, random: &random)
    try model.save(to: url, tokenizer: tokenizer, as: .f32)
  }

  var url: URL { folder.path("model") }

  func tune(_ arguments: String...) throws -> Program.Outcome {
    try tune(arguments)
  }

  func tune(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program("tune").run(arguments, in: folder.url, environment: environment)
  }
}

/// The object that a program printed.
func object(_ output: String) throws -> [String: Any] {
  try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
}

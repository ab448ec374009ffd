import ArgumentParser
import Commands
import Foundation
import Models
import Tensors
import Tokenizers

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Continue a text.")

  @OptionGroup var model: ModelArgument
  @OptionGroup var adapter: AdapterOption
  @OptionGroup var weights: WeightsOption
  @Option(help: "The beginning of the text.") var prompt: String?
  @Option(help: "The beginning of the text in token ids, such as 1,2,3.") var ids: String?
  @Option(help: "Tokens to make at most.") var maxTokens = 100
  @Option(help: "0 always takes the most likely token.") var temperature = 0.8
  @OptionGroup var sampling: SamplingOptions
  @Flag(help: "Print one line of JSON when done.") var json = false

  func validate() throws {
    guard maxTokens > 0 else { throw ValidationError("--max-tokens must be positive") }
    guard (prompt == nil) != (ids == nil) else {
      throw ValidationError("give either --prompt or --ids")
    }
  }

  private struct Result: Encodable {
    let prompt: String
    let text: String
    let ids: [Int32]
    let end: String
  }

  func run() throws {
    let folder = try model.folder()
    let tokenizer = try Tokenizer(folder: folder)
    let start = try ids.map(tokenIDs) ?? tokenizer.encode(prompt ?? "")
    let prompt = prompt ?? tokenizer.decode(start)
    let model = try adapter.languageModel(folder, weights: weights)
    let options = GenerationOptions(
      maxNewTokens: maxTokens, sampling: try sampling.sampling(temperature: temperature))
    var random = SeededRandom(seed: sampling.seed)
    var decoder = StreamingDecoder(tokenizer)
    // The prompt waits for the first token: one that the model cannot take is not shown.
    var waiting = prompt
    let generation = try model.generate(start, options, random: &random) { token in
      if !json { write(waiting + decoder.append(token)) }
      waiting = ""
    }
    if json {
      try printJSON(
        Result(
          prompt: prompt, text: tokenizer.decode(generation.tokens), ids: generation.tokens,
          end: name(of: generation.end)))
    } else {
      write(waiting + decoder.finish() + "\n")
    }
  }

  private func name(of end: Generation.End) -> String {
    switch end {
    case .stopToken: "stop token"
    case .length: "length"
    case .contextFull: "context full"
    }
  }

  private func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}

/// How the next token is drawn, but for the temperature, whose default is each command's own.
struct SamplingOptions: ParsableArguments {
  @Option(help: "Draw from so many most likely tokens only.") var topK: Int?
  @Option(help: "Draw from the most likely tokens with this probability together.")
  var topP: Double?
  @Option(help: "Above 1, tokens that have occurred become less likely.")
  var repetitionPenalty = 1.0
  @Option(help: "Decides the draws.") var seed: UInt64 = 0

  func sampling(temperature: Double) throws(SamplingError) -> Sampling {
    try Sampling(
      temperature: temperature, topK: topK, topP: topP, repetitionPenalty: repetitionPenalty)
  }
}

import ArgumentParser
import Commands
import Models
import Tensors

/// Greedy decoding of one row with a cache of keys and values.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time greedy decoding.")

  @OptionGroup var shape: ModelShape
  @OptionGroup var threads: Threads
  @Option(help: "Tokens of the prompt.") var prompt = 16
  @Option(help: "Tokens to make.") var tokens = 64
  @OptionGroup var weights: WeightsOption
  @OptionGroup var timing: Timing

  func validate() throws {
    guard prompt > 0, tokens > 0 else {
      throw ValidationError("--prompt and --tokens must be positive")
    }
  }

  func run() throws {
    threads.use()
    var random = SeededRandom(seed: 1)
    let model = GPT2LMHeadModel(
      shape.config(contextLength: prompt + tokens), random: &random)
    try weights.apply(to: model)
    let start = shape.row(prompt, &random)
    let options = GenerationOptions(maxNewTokens: tokens, stopTokens: [])
    var made = 0
    try timing.time(rates: ["tokens_per_s": Double(tokens)]) {
      made = try model.generate(start, options, random: &random).tokens.count
    } figures: {
      ["tokens": Double(made), "parameters": Double(model.parameterCount)]
    }
  }
}

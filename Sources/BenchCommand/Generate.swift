import ArgumentParser
import Commands
import Models
import Tensors

/// Greedy decoding of one row with a cache of keys and values.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time greedy decoding.")

  @OptionGroup var shape: ModelShape
  @Option(help: "Tokens of the prompt.") var prompt = 16
  @Option(help: "Tokens to make.") var tokens = 64
  @OptionGroup var weights: WeightsOption
  @Flag(help: "Print one line of JSON.") var json = false

  func validate() throws {
    guard prompt > 0, tokens > 0 else {
      throw ValidationError("--prompt and --tokens must be positive")
    }
  }

  func run() throws {
    var random = SeededRandom(seed: 1)
    let model = GPT2LMHeadModel(
      shape.config(contextLength: prompt + tokens), random: &random)
    try weights.apply(to: model)
    let start = (0..<prompt).map { _ in Int32(random.int(below: shape.vocab)) }
    let options = GenerationOptions(maxNewTokens: tokens, stopTokens: [])
    _ = try model.generate(
      start, GenerationOptions(maxNewTokens: 4, stopTokens: []), random: &random)
    let time = try ContinuousClock().measure {
      _ = try model.generate(start, options, random: &random)
    }
    report(
      ["tokens_per_s": Double(tokens) / (time / .seconds(1)), "rss_mb": residentMegabytes()],
      asJSON: json)
  }
}

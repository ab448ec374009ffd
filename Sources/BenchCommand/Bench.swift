import ArgumentParser
import Commands
import Models
import Tensors

/// Measures the engine on models of any size, with random weights.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Time training steps, generation and tokenising.",
    subcommands: [
      Step.self, Generate.self, Tokenize.self, Load.self, Corpus.self, Sweep.self, Report.self,
    ])
}

@main enum Main {
  static func main() { Bench.runAndExit() }
}

/// The shape of the model that is measured.
struct ModelShape: ParsableArguments {
  @Option(help: "Number of blocks.") var layers = 4
  @Option(help: "Hidden size.") var width = 256
  @Option(help: "Attention heads.") var heads = 4
  @Option(help: "Vocabulary size.") var vocab = 4096
  @Option(help: "Positions; by default what the rows need, and at least 64.") var context: Int?

  func validate() throws {
    guard min(layers, width, heads, context ?? 1) > 0, vocab > 1, width % heads == 0 else {
      throw ValidationError(
        "sizes must be positive, --vocab above 1, and --heads must divide --width")
    }
  }

  /// The last id is padding, as in the peer; no row holds it.
  func config(contextLength: Int) -> GPT2Config {
    var config = GPT2Config(
      vocabSize: vocab, contextLength: context ?? max(contextLength, 64), hiddenSize: width,
      layerCount: layers, headCount: heads)
    config.residualDropout = 0
    config.embeddingDropout = 0
    config.attentionDropout = 0
    config.padToken = Int32(vocab - 1)
    return config
  }

  /// A row of random ids.
  func row(_ length: Int, _ random: inout SeededRandom) -> [Int32] {
    (0..<length).map { _ in Int32(random.int(below: vocab - 1)) }
  }
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

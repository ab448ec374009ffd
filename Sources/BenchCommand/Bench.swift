import ArgumentParser
import Commands
import Foundation
import Models
import Tensors

/// Measures the engine on models of any size, with random weights.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Time training steps and generation.",
    subcommands: [Step.self, Generate.self, Load.self, Sweep.self, Report.self])
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

  func validate() throws {
    guard min(layers, width, heads, vocab) > 0, width % heads == 0 else {
      throw ValidationError("sizes must be positive and --heads must divide --width")
    }
  }

  func config(contextLength: Int) -> GPT2Config {
    var config = GPT2Config(
      vocabSize: vocab, contextLength: max(contextLength, 64), hiddenSize: width,
      layerCount: layers, headCount: heads)
    config.residualDropout = 0
    config.embeddingDropout = 0
    config.attentionDropout = 0
    return config
  }
}

/// Prints figures, one a line, or as one line of JSON with sorted keys.
func report(_ figures: [String: Double], asJSON: Bool) {
  let shown = figures.sorted { $0.key < $1.key }.map { key, value in
    (key, value == value.rounded() ? "\(Int(value))" : String(format: "%.3f", value))
  }
  if asJSON {
    print("{" + shown.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  } else {
    for (key, value) in shown { print("\(key) \(value)") }
  }
}

/// Resident memory of this process in megabytes.
func residentMegabytes() -> Double {
  guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
    let pages = status.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
  else { return 0 }
  return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

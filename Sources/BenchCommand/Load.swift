import ArgumentParser
import Foundation
import Models

/// Loading a checkpoint, cold the first time and warm after that.
struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time loading a model folder.")

  @Argument(help: "A folder with config.json and model.safetensors.") var folder: String
  @Option(help: "How often to load it.") var runs = 5
  @Flag(help: "Print one line of JSON.") var json = false

  func run() throws {
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    let times = try (0..<max(1, runs)).map { _ in
      try ContinuousClock().measure { _ = try GPT2LMHeadModel.load(url) } / .milliseconds(1)
    }
    report(["median_ms": median(times), "min_ms": times.min()!], asJSON: json)
  }
}

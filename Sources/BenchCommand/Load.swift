import ArgumentParser
import Foundation
import Models

/// Loading a checkpoint, cold the first time and warm after that.
struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time loading a model folder.")

  @Argument(help: "A folder with config.json and model.safetensors.") var folder: String
  @OptionGroup var timing: Timing

  func run() throws {
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    try timing.time(warmUp: 0) {
      _ = try GPT2LMHeadModel.load(url)
    } figures: {
      [:]
    }
  }
}

import Foundation
import ProgramRunning
import Testing

/// Every command says what is wrong with a model's folder.
@Suite struct BrokenModelTests {
  let tiny: TinyModel

  init() throws { tiny = try TinyModel() }

  static let commands = [
    ["inspect", "model"], ["inspect", "model", "--json"],
    ["logits", "model", "--ids", "1", "--output", "a.npy"],
    ["generate", "model", "--prompt", "the cat"],
    ["generate", "model", "--prompt", "the cat", "--json"],
  ]

  @Test(arguments: commands + [["tokenize", "model", "--text", "a"]])
  func aMissingFolderListsWhatWasLookedFor(command: [String]) throws {
    try FileManager.default.removeItem(at: tiny.url)
    let outcome = try tiny.tune(command)
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.hasPrefix("error: there is no model \"model\"; looked for: the folder "))
    #expect(outcome.errors.contains("; the course's model "))
    #expect(outcome.errors.contains("; Hugging Face's cache, where "))
    #expect(try tiny.folder.names().isEmpty)
  }

  @Test(arguments: commands)
  func truncatedWeightsAreAnError(command: [String]) throws {
    let weights = tiny.url.appendingPathComponent("model.safetensors")
    let bytes = try Data(contentsOf: weights)
    for count in [0, 7, 100, bytes.count - 1] {
      try bytes.prefix(count).write(to: weights)
      let outcome = try tiny.tune(command)
      #expect(outcome.isReportedFailure, "\(count) bytes")
      #expect(outcome.errors.contains("model.safetensors"))
    }
    #expect(try tiny.folder.names() == ["model"])
  }

  @Test(arguments: commands)
  func picklesAreNotOpened(command: [String]) throws {
    let weights = tiny.url.appendingPathComponent("model.safetensors")
    try FileManager.default.moveItem(
      at: weights, to: tiny.url.appendingPathComponent("pytorch_model.bin"))
    let outcome = try tiny.tune(command)
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("pytorch_model.bin is a pickle"))
    #expect(try tiny.folder.names() == ["model"])
  }
}

import Adapters
import Foundation
import Models
import Testing

/// A folder under Fixtures/peft or Fixtures/adapterhub, which the scripts in dev/fixtures made.
struct AdapterFixture {
  let name: String
  let folder: URL
  let expected: SafetensorsFile
  let record: JSONValue

  static let peft = [
    "lora", "lora-all", "lora-bias-all", "lora-bias-only", "rslora", "dora", "dora-all", "ia3",
    "prefix", "prefix-projection", "prompt-random", "prompt-vocab", "prompt-text", "p-tuning",
    "ln-tuning", "lora-classifier", "ia3-classifier", "prompt-classifier", "prefix-classifier",
  ]

  static func file(_ path: String) throws -> URL {
    try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(path)")
  }

  static func json(_ url: URL) throws -> JSONValue {
    try JSONValue(parsing: Data(contentsOf: url))
  }

  /// The base of a fixture, freshly loaded.
  static func base(classifier: Bool) throws -> any AdaptableModel {
    classifier
      ? try GPT2ForSequenceClassification.load(file("peft/classifier"))
      : try GPT2LMHeadModel.load(file("peft/base"))
  }

  init(_ path: String) throws {
    name = path.split(separator: "/").map(String.init).last!
    folder = try Self.file(path)
    expected = try SafetensorsFile(folder.appendingPathComponent("expected.safetensors"))
    record = try Self.json(folder.appendingPathComponent("expected.json"))
  }

  var isClassifier: Bool { name.hasSuffix("-classifier") }
  var hasPrompt: Bool { name.hasPrefix("prompt") || name == "p-tuning" }
  var hasPrefix: Bool { name.hasPrefix("prefix") }
  /// What an encoder's own weights are in; only what it computes stands in the adapter's file.
  var encoder: SafetensorsFile? {
    try? SafetensorsFile(folder.appendingPathComponent("prompt_encoder.safetensors"))
  }

  func base() throws -> any AdaptableModel { try Self.base(classifier: isClassifier) }

  func rows() throws -> [[Int32]] {
    try #require(record["rows"]?.elements).map { try #require($0.elements).compactMap(\.int32) }
  }

  func number(_ key: String) throws -> Double { try #require(record[key]?.double) }

  func numbers(_ key: String) throws -> [Double] {
    try #require(record[key]?.elements).compactMap(\.double)
  }

  func greedy(_ key: String) throws -> [Int32] {
    try #require(record["greedy"]?[key]?.elements).compactMap(\.int32)
  }

  /// The name under which the fixture keeps a parameter of ours.
  func storedName(_ name: String) -> String {
    guard hasPrompt || hasPrefix else {
      return expected["grad.\(name)"] == nil
        ? name.replacing("base_model.model.", with: "").replacing(".default.", with: ".tiny.")
        : name
    }
    if name == "base_model.model.score.weight" { return "base_model.score.weight" }
    let short = name.replacing("base_model.model.", with: "").replacing(".default", with: "")
    return encoder == nil && short == "prompt_encoder.embedding.weight"
      ? "prompt_embeddings" : short
  }
}

import Adapters
import ArgumentParser
import Commands
import FineTuning
import Foundation
import Models
import Tokenizers

/// `--adapter` on a command line, and the model that it makes together with its base.
struct AdapterOption: ParsableArguments {
  @Option(help: "A folder with an adapter for the model, as tune train or peft leaves it.")
  var adapter: String?

  /// Throws `AdapterFolderError`.
  func folder() throws -> AdapterFolder? {
    try adapter.map { try AdapterFolder(URL(fileURLWithPath: $0, isDirectory: true)) }
  }

  func languageModel(_ base: URL) throws -> GPT2LMHeadModel {
    let adapter = try folder()
    let model = try GPT2LMHeadModel.load(base)
    _ = try adapter?.load(onto: model)
    return model
  }

  /// The same for generation, with the weights stored as they are asked for. Weights that are to be
  /// compressed take the adapter in first if they can.
  func languageModel(_ base: URL, weights: WeightsOption) throws -> GPT2LMHeadModel {
    guard weights.areCompressed else { return try languageModel(base) }
    let adapter = try folder()
    let model = try GPT2LMHeadModel.load(base)
    try adapter.map { try $0.merge(into: model) }
    try weights.apply(to: model)
    return model
  }
}

/// A folder with an adapter.
struct AdapterFolder {
  let url: URL

  init(_ url: URL) throws(AdapterFolderError) {
    self.url = url
    guard FileManager.default.fileExists(atPath: settings.path) else {
      throw AdapterFolderError(folder: url)
    }
  }

  private var settings: URL { url.appendingPathComponent("adapter_config.json") }

  /// Whether it makes a classifier of its base; nil where its settings do not say.
  func isClassifier() throws -> Bool? {
    try ConfigFile(settings).value("task_type", as: "a string", \.string).map { $0 == "SEQ_CLS" }
  }

  /// Puts the adapter into a model. Throws what `Adapter.load` throws.
  func load(onto model: some AdaptableModel) throws -> Adapter {
    try Adapter.load(url, onto: model)
  }

  /// The same, and writes its effect into the weights where they can hold it.
  func merge(into model: some AdaptableModel) throws {
    let adapter = try load(onto: model)
    if adapter.canMerge { try adapter.merge() }
  }

  /// The classifier's own config, which `tune train` puts beside an adapter.
  func classifierConfig() throws -> GPT2Config? {
    let file = url.appendingPathComponent("config.json")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try GPT2Config(contentsOf: file)
  }

  /// How many labels the head has that the adapter brings along.
  func labelCount() throws -> Int? {
    let file = try SafetensorsFile(url.appendingPathComponent("adapter_model.safetensors"))
    return file.entries.first { $0.name.hasSuffix("score.weight") }?.shape.first
  }
}

/// A classifier with the names of its labels, from a folder of its own or from a base and an adapter.
struct NamedClassifier {
  let model: GPT2ForSequenceClassification
  let adapter: Adapter?
  let labels: [String]

  /// With an adapter, labels and padding are those of the config beside it; an adapter without one has
  /// those of its base, as peft leaves it, and as many labels as its head.
  init(_ base: URL, _ adapterFolder: AdapterFolder?) throws {
    var config = try GPT2Config(contentsOf: base.appendingPathComponent("config.json"))
    if let adapterFolder {
      if let own = try adapterFolder.classifierConfig() {
        (config.labels, config.padToken) = (own.labels, own.padToken)
      } else {
        let count = try adapterFolder.labelCount() ?? config.labels.count
        if count != config.labels.count { config = config.withLabels(count) }
        let tokenizer = try Tokenizer(folder: base)
        config.padToken = config.padToken ?? tokenizer.endOfText ?? config.eosTokens.first
      }
    }
    guard let pad = config.padToken else { throw TrainClassesError.noPadding(base) }
    labels = config.labels
    model = try GPT2ForSequenceClassification.load(base, labels: labels.count, padToken: pad)
    adapter = try adapterFolder?.load(onto: model)
  }
}

struct AdapterFolderError: LocalizedError {
  let folder: URL

  var errorDescription: String? {
    "there is no adapter in \(folder.path): it has no adapter_config.json"
  }

  var recoverySuggestion: String? {
    "give the folder that tune train with a --method, or peft, has written"
  }
}

import Adapters
import ArgumentParser
import Commands
import Files
import Foundation
import Layers
import Models
import Tensors

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the effect of an adapter into its base's weights, as a model of its own.",
    discussion: """
      The output is a Hugging Face folder that needs no adapter. What is printed is the largest \
      difference between its logits and those of base and adapter, on one row of tokens.

      lora, dora and ia3 can be merged, and so can the methods that train weights of the model itself; \
      virtual tokens and bottlenecks cannot.
      """)

  /// The types that a model is written in.
  enum Precision: String, CaseIterable, ExpressibleByArgument {
    case f32, f16, bf16

    var type: ScalarType {
      switch self {
      case .f32: .f32
      case .f16: .f16
      case .bf16: .bf16
      }
    }
  }

  @OptionGroup var model: ModelArgument
  @Option(help: "The adapter's folder.") var adapter: String
  @Option(help: "The folder to write, which must not be there yet.") var output: String
  @Option(name: .customLong("dtype"), help: "The numbers of the weights.")
  var precision = Precision.f32

  func run() throws {
    let base = try model.folder()
    let adapterFolder = try AdapterFolder(URL(fileURLWithPath: adapter, isDirectory: true))
    let output = URL(fileURLWithPath: output, isDirectory: true)
    guard !FileManager.default.fileExists(atPath: output.path) else {
      throw MergeError.exists(output)
    }
    let isClassifier = try adapterFolder.isClassifier() ?? isClassifier(base)
    let difference =
      isClassifier
      ? try mergeClassifier(base, adapterFolder, to: output)
      : try mergeLanguageModel(base, adapterFolder, to: output)
    say("wrote \(output.path)")
    print(String(format: "largest difference of a logit\t%.3g", difference))
  }

  private func mergeLanguageModel(
    _ base: URL, _ adapterFolder: AdapterFolder, to output: URL
  ) throws -> Float {
    let model = try GPT2LMHeadModel.load(base)
    let adapter = try adapterFolder.load(onto: model)
    let row = fixedRow(model.transformer)
    func logits(_ model: GPT2LMHeadModel) throws -> [Float] {
      try withoutGradients { try model.logits(TokenBatch([row])).elements }
    }
    let expected = try logits(model)
    try merge(adapter, of: adapterFolder)
    return try write(base, to: output) { staged in
      try model.save(to: staged, as: precision.type)
      return largestDifference(expected, try logits(GPT2LMHeadModel.load(staged)))
    }
  }

  private func mergeClassifier(
    _ base: URL, _ adapterFolder: AdapterFolder, to output: URL
  ) throws -> Float {
    let classifier = try NamedClassifier(base, adapterFolder)
    let model = classifier.model
    let row = fixedRow(model.transformer)
    func logits(_ model: GPT2ForSequenceClassification) throws -> [Float] {
      try withoutGradients { try model([row]).elements }
    }
    let expected = try logits(model)
    try classifier.adapter.map { try merge($0, of: adapterFolder) }
    return try write(base, to: output) { staged in
      try model.save(to: staged, as: precision.type)
      var config = model.config
      config.labels = classifier.labels
      try config.write(
        to: staged.appendingPathComponent("config.json"),
        architecture: "GPT2ForSequenceClassification", type: precision.type)
      return largestDifference(expected, try logits(GPT2ForSequenceClassification.load(staged)))
    }
  }

  private func merge(_ adapter: Adapter, of folder: AdapterFolder) throws {
    do { try adapter.merge() } catch let error as AdapterError {
      throw MergeError.refused(folder.url, error)
    }
  }

  /// The folder is there with everything in it, or not at all.
  private func write(
    _ base: URL, to output: URL, _ save: (URL) throws -> Float
  ) throws -> Float {
    var difference: Float = 0
    try writeAtomically(to: output) { staged in
      difference = try save(staged)
      try copyTokenizer(from: base, to: staged)
    }
    return difference
  }

  /// Different tokens, as many as the model looks at and 64 at most.
  private func fixedRow(_ model: GPT2Model) -> [Int32] {
    (0..<min(64, model.contextLength)).map { Int32((31 * $0 + 7) % model.config.vocabSize) }
  }

  private func largestDifference(_ first: [Float], _ second: [Float]) -> Float {
    zip(first, second).map { abs($0 - $1) }.max() ?? 0
  }
}

enum MergeError: LocalizedError {
  case exists(URL)
  case refused(URL, AdapterError)

  var errorDescription: String? {
    switch self {
    case .exists(let folder): "\(folder.path) is there already"
    case .refused(let folder, let reason): "\(folder.path): \(reason.errorDescription ?? "")"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .exists: "give another --output, or delete it first"
    case .refused(_, let reason): reason.recoverySuggestion
    }
  }
}

import Adapters
import ArgumentParser
import Commands
import Foundation
import Layers
import Models

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a model's structure, its parameters by part, and its files.",
    discussion: "With an adapter: its parameters besides, and their share.")

  @OptionGroup var model: ModelArgument
  @OptionGroup var adapter: AdapterOption
  @Flag(help: "Print one line of JSON.") var json = false

  private struct Part: Encodable {
    let name: String
    let parameters: Int
  }

  private struct Report: Encodable {
    let architecture: String
    let parameters: Int
    let parts: [Part]
    let types: [String: Int]
    let files: [String: Int]
    let structure: String
    let adapter: AdapterPart?
  }

  private struct AdapterPart: Encodable {
    let method: String
    let parameters: Int
    let summary: String
    let tensors: [String: [Int]]
  }

  func run() throws {
    let folder = try model.folder()
    let model = try AutoModel.load(folder)
    let weights = try WeightFiles(folder)
    let report = Report(
      architecture: "\(type(of: model))", parameters: model.parameterCount,
      parts: model.parameterParts.map { Part(name: $0.name, parameters: $0.count) },
      types: try types(of: weights), files: try fileSizes(weights),
      structure: model.structure.description,
      adapter: try adapter.folder().map { try part($0, folder) })
    if json {
      try printJSON(report)
      return
    }
    print(report.structure)
    print()
    for part in report.parts { print(line(part.name, part.parameters, "parameters")) }
    print(line("total", report.parameters, "parameters"))
    print()
    for (type, count) in report.types.sorted(by: { $0.key < $1.key }) {
      print(line(type, count, "tensors"))
    }
    for (file, size) in report.files.sorted(by: { $0.key < $1.key }) {
      print(line(file, size, "bytes"))
    }
    guard let adapter = report.adapter else { return }
    print("\n\(adapter.method)\n\(adapter.summary)")
    for (name, shape) in adapter.tensors.sorted(by: { $0.key < $1.key }) {
      print("\(name) \(shape)")
    }
  }

  private func part(_ folder: AdapterFolder, _ base: URL) throws -> AdapterPart {
    if try folder.isClassifier() ?? isClassifier(base) {
      let classifier = try NamedClassifier(base, folder)
      return part(classifier.adapter!, of: classifier.model)
    }
    let model = try GPT2LMHeadModel.load(base)
    return part(try folder.load(onto: model), of: model)
  }

  private func part(_ adapter: Adapter, of model: some Module) -> AdapterPart {
    adapter.isTrainable = true
    return AdapterPart(
      method: type(of: adapter.method).name, parameters: adapter.parameterCount,
      summary: "\(model.parameterSummary)",
      tensors: Dictionary(
        uniqueKeysWithValues: adapter.parameters.map { ($0.name, $0.tensor.shape) }))
  }

  private func types(of weights: WeightFiles) throws -> [String: Int] {
    var types: [String: Int] = [:]
    for name in weights.names {
      types[try weights.file(of: name).entry(name).type.rawValue, default: 0] += 1
    }
    return types
  }

  private func fileSizes(_ weights: WeightFiles) throws -> [String: Int] {
    var sizes: [String: Int] = [:]
    for name in weights.names {
      let file = try weights.file(of: name).url
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      sizes[file.lastPathComponent] = (attributes[.size] as? Int) ?? 0
    }
    return sizes
  }

  private func line(_ name: String, _ count: Int, _ unit: String) -> String {
    let number = grouped(count)
    return name.padding(toLength: 28, withPad: " ", startingAt: 0)
      + String(repeating: " ", count: max(1, 14 - number.count)) + "\(number) \(unit)"
  }
}

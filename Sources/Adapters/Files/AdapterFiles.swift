import Files
import Foundation
import Models
import Tensors

// An adapter on disk is a folder as peft writes it: adapter_config.json with the settings and
// adapter_model.safetensors with the parameters, the model's head among them.

/// A method whose settings stand in peft's adapter_config.json.
protocol StoredMethod: AdapterMethod {
  /// peft's name for it.
  static var storedType: String { get }
  /// The settings besides those that every method has.
  func storedSettings(for model: GPT2Model) -> [JSONValue.Member]
  /// The method as it is built again from its file. Throws `ConfigError`.
  static func stored(_ file: ConfigFile) throws -> any StoredMethod
}

extension Adapter {
  private static let configName = "adapter_config.json"
  private static let weightsName = "adapter_model.safetensors"

  private static let methods: [any StoredMethod.Type] = [
    LoRA.self, IA3.self, LayerNormTuning.self, PrefixTuning.self, PromptTuning.self, PTuning.self,
    BitFit.self, FreezeTuning.self, Bottleneck.self,
  ]

  /// Writes the adapter as peft does. `base` is what the file calls the model that it belongs to.
  /// Throws `FileWriteError`.
  public func save(to folder: URL, base: String) throws {
    guard let method = method as? any StoredMethod else {
      preconditionFailure("\(type(of: method).name) has no file format")
    }
    let heads = heads.isEmpty ? JSONValue.null : .array([.string("classifier"), .string("score")])
    let settings =
      [
        .init("peft_type", .string(type(of: method).storedType)),
        .init("task_type", .string(type(of: model).taskType)),
        .init("base_model_name_or_path", .string(base)), .init("inference_mode", .bool(true)),
        .init("modules_to_save", heads), .init("revision", .null),
      ] + method.storedSettings(for: model.transformer)
    try writeSafetensors(
      storedTensors.map { NamedTensor($0.name, $0.tensor) },
      to: folder.appendingPathComponent(Self.weightsName))
    try writeAtomically(
      Data((JSONValue.object(settings).sorted.text(indent: 2)).utf8),
      to: folder.appendingPathComponent(Self.configName))
  }

  /// Reads an adapter that this or peft wrote and puts it into a model, for use or, with
  /// `isTrainable`, for going on. The model's own parameters are frozen.
  ///
  /// Throws `ConfigError`, `SafetensorsError` or `FileReadError` for a damaged file, and
  /// `AdapterFileError` or `AdapterError` for an adapter of another base; nothing has changed then.
  public static func load(
    _ folder: URL, onto model: some AdaptableModel, isTrainable: Bool = false
  ) throws -> Adapter {
    try model.checkWeights()
    let config = try ConfigFile(folder.appendingPathComponent(configName))
    let base = try config.value("base_model_name_or_path", as: "a string", \.string)
    let method = try method(of: config, taskType: type(of: model).taskType)
    let file = try SafetensorsFile(folder.appendingPathComponent(weightsName))
    var random = SeededRandom(seed: 0)
    let parts: [any AdapterPart]
    do {
      parts = try method.makeParts(for: model.transformer, random: &random)
    } catch let error as AdapterError {
      throw AdapterError.file(config.url, error)
    }
    let heads = model.heads.map { SwappedParameter($0.name, $0.parameter) }
    let wanted = stored(parts, heads)
    try AdapterFileError.check(file, wanted, base: base)
    for (name, tensor) in wanted { try file.copy(name, into: tensor.storage.buffer) }
    return try Adapter(method, model, parts, heads, isTrainable: isTrainable)
  }

  /// The settings of an adapter folder. Virtual tokens that a network made are read as what it made:
  /// files hold nothing else.
  private static func method(
    of config: ConfigFile, taskType: String
  ) throws -> any StoredMethod {
    func unsupported(_ key: String, _ value: String, known: [String]) -> ConfigError {
      ConfigError(file: config.url, key: key, reason: .unsupported(value, known: known))
    }
    guard let name = try config.value("peft_type", as: "a string", \.string) else {
      throw ConfigError(file: config.url, key: "peft_type", reason: .missing)
    }
    guard let method = methods.first(where: { $0.storedType == name }) else {
      throw unsupported("peft_type", name, known: methods.map { $0.storedType })
    }
    if let task = try config.value("task_type", as: "a string", \.string), task != taskType {
      throw unsupported("task_type", task, known: [taskType])
    }
    let heads = try config.value("modules_to_save", as: "a list of names", \.elements) ?? []
    let known = ["classifier", "score"]
    for head in heads where !known.contains(head.string ?? "") {
      throw unsupported("modules_to_save", head.text(), known: known)
    }
    return try method.stored(config)
  }

  private var storedTensors: [(name: String, tensor: Tensor)] { Self.stored(parts, heads) }

  private static func stored(
    _ parts: [any AdapterPart], _ heads: [SwappedParameter]
  ) -> [(name: String, tensor: Tensor)] {
    let own = heads.flatMap(\.parameters)
    if let part = parts.first as? any VirtualTokenPart {
      return [("prompt_embeddings", part.vectors)]
        + own.map { ("base_model.\($0.name)", $0.tensor) }
    }
    return (parts.flatMap(\.parameters) + own).map { ("base_model.model.\($0.name)", $0.tensor) }
  }
}

/// A file of adapter parameters that does not fit the model.
public struct AdapterFileError: LocalizedError, Equatable {
  public enum Problem: Equatable, Sendable {
    case missing(String)
    case unexpected(String)
    case shape(String, expected: [Int], found: [Int])
    case notFinite(String)

    var text: String {
      switch self {
      case .missing(let name): "\"\(name)\" is missing"
      case .unexpected(let name): "\"\(name)\" belongs nowhere in this model"
      case .shape(let name, let expected, let found):
        "\"\(name)\" has the shape \(found), the model needs \(expected)"
      case .notFinite(let name): "\"\(name)\" holds values that are no numbers"
      }
    }
  }

  public let file: URL
  public let problems: [Problem]
  /// What the adapter's settings call its base.
  public let base: String?

  public var errorDescription: String? {
    let shown = problems.prefix(5).map(\.text).joined(separator: "; ")
    let rest = problems.count > 5 ? "; and \(problems.count - 5) more" : ""
    return "\(file.path): \(shown)\(rest)"
  }

  public var recoverySuggestion: String? {
    if case .notFinite = problems.first { return "train the adapter again, or take an older copy" }
    return "load the base that the adapter was trained on"
      + (base.map { ": its settings call it \"\($0)\"" } ?? "")
  }

  static func check(
    _ file: SafetensorsFile, _ wanted: [(name: String, tensor: Tensor)], base: String?
  ) throws {
    var problems: [Problem] = []
    for (name, tensor) in wanted {
      guard let entry = file[name] else {
        problems.append(.missing(name))
        continue
      }
      if entry.shape != tensor.shape {
        problems.append(.shape(name, expected: tensor.shape, found: entry.shape))
      } else if !(try file.floats(name)).allSatisfy(\.isFinite) {
        problems.append(.notFinite(name))
      }
    }
    let names = Set(wanted.map(\.name))
    problems += file.entries.map(\.name).filter { !names.contains($0) }.map { .unexpected($0) }
    guard problems.isEmpty else {
      throw AdapterFileError(file: file.url, problems: problems, base: base)
    }
  }
}

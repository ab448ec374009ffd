import Foundation
import Tensors

/// Fills the parameters of a model from Hugging Face's files.
struct CheckpointLoader {
  /// The class that is being loaded, for the report.
  let className: String
  /// What the user called the checkpoint, for the report.
  let checkpoint: String
  /// The parameters by the names that Hugging Face gives them.
  let parameters: [(key: String, tensor: Tensor)]
  /// Keys that may be missing: heads that the checkpoint was saved without.
  let optional: Set<String>
  /// What the base model's keys begin with in a file that was saved with a head, such as
  /// `transformer.`.
  let prefix: String
  /// Keys in files that are no parameters of this model, as buffers are.
  let isIgnored: (_ key: String) -> Bool
  /// Keys of heads that this model has not.
  let isOtherHead: (_ key: String) -> Bool

  /// Copies every tensor, or throws `CheckpointError` and has copied nothing.
  func load(_ weights: WeightFiles) throws -> LoadReport {
    let known = Set(parameters.map(\.key))
    var names: [String: String] = [:]
    var unused: [String] = []
    var unexpected: [String] = []
    for name in weights.names {
      let stripped = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
      if let key = [name, stripped, prefix + name].first(where: known.contains) {
        guard names[key] == nil else {
          throw CheckpointError(file: weights.url, problems: [.twice(key)])
        }
        names[key] = name
      } else if isOtherHead(stripped) {
        unused.append(name)
      } else if !isIgnored(stripped) {
        unexpected.append(name)
      }
    }
    let missing = parameters.map(\.key).filter { names[$0] == nil }
    var problems: [CheckpointError.Problem] = []
    problems += missing.filter { !optional.contains($0) }.map { .missing($0) }
    problems += unexpected.map { .unexpected($0) }
    var sources: [(tensor: Tensor, file: SafetensorsFile, name: String)] = []
    for (key, tensor) in parameters {
      guard let name = names[key] else { continue }
      let file = try weights.file(of: name)
      let entry = try file.entry(name)
      if entry.shape != tensor.shape {
        problems.append(.shape(name, expected: tensor.shape, found: entry.shape))
      }
      guard entry.type.readsAsFloat else {
        throw SafetensorsError(file: file.url, tensor: name, reason: .notAFloat(entry.type))
      }
      sources.append((tensor, file, name))
    }
    guard problems.isEmpty else { throw CheckpointError(file: weights.url, problems: problems) }
    ThreadPool.run(sources.count) { part, _ in
      let (tensor, file, name) = sources[part]
      do {
        try file.copy(name, into: tensor.storage.buffer)
      } catch {
        preconditionFailure("\(name) was checked before: \(error)")
      }
    }
    return LoadReport(
      className: className, checkpoint: checkpoint, newlyInitialized: missing, unused: unused)
  }
}

/// What loading a checkpoint found besides the tensors that it was looking for.
public struct LoadReport: Equatable, Sendable {
  public let className: String
  public let checkpoint: String
  /// Parameters that the checkpoint lacks, which were drawn at random.
  public let newlyInitialized: [String]
  /// Tensors of heads that this class has not.
  public let unused: [String]

  /// The message of transformers 4 about parameters that are new, nil if there are none.
  public var message: String? {
    guard !newlyInitialized.isEmpty else { return nil }
    let keys = newlyInitialized.sorted().map { "'\($0)'" }.joined(separator: ", ")
    return """
      Some weights of \(className) were not initialized from the model checkpoint at \
      \(checkpoint) and are newly initialized: [\(keys)]
      You should probably TRAIN this model on a down-stream task to be able to use it for \
      predictions and inference.
      """
  }
}

/// A checkpoint whose tensors are not those of the model.
public struct CheckpointError: LocalizedError, Equatable {
  public enum Problem: Equatable, Sendable {
    case missing(String)
    case unexpected(String)
    case twice(String)
    case shape(String, expected: [Int], found: [Int])

    var text: String {
      switch self {
      case .missing(let key): "\"\(key)\" is missing"
      case .unexpected(let key): "\"\(key)\" is no tensor of this model"
      case .twice(let key): "\"\(key)\" is there with and without its prefix"
      case .shape(let key, let expected, let found):
        "\"\(key)\" has the shape \(found), \(expected) expected"
      }
    }
  }

  public let file: URL
  public let problems: [Problem]

  public var errorDescription: String? {
    let shown = problems.prefix(5).map(\.text).joined(separator: "; ")
    let rest = problems.count > 5 ? "; and \(problems.count - 5) more" : ""
    return "\(file.path) does not fit the model: \(shown)\(rest)"
  }

  public var recoverySuggestion: String? {
    "check that the config.json beside it belongs to these weights"
  }
}

import Files
import Foundation
import Layers
import Models
import Tensors

/// What a run needs, beside the model's own folder, to go on as if it had never stopped: the
/// optimiser's moments in `optimiser.safetensors` and the rest in `training.json`.
public struct TrainingCheckpoint: Codable, Sendable {
  /// Steps taken.
  public let step: Int
  public let options: TrainingOptions
  /// Whatever else the run wants to find again, such as its loss curve.
  public let notes: [String: [Double]]

  private static let stateName = "training.json"
  private static let momentsName = "optimiser.safetensors"

  /// Saves the state of a trainer beside the weights of its model.
  public static func save(
    _ trainer: Trainer, model: some Module, notes: [String: [Double]] = [:], to folder: URL
  ) throws {
    let tensors = model.namedParameters().filter(\.tensor.requiresGradient)
    var named = tensors.map { NamedTensor("weight.\($0.name)", $0.tensor) }
    for (parameter, moments) in zip(tensors, trainer.optimiser.moments) {
      named.append(NamedTensor("first.\(parameter.name)", moments.first))
      named.append(NamedTensor("second.\(parameter.name)", moments.second))
    }
    try writeSafetensors(named, to: folder.appendingPathComponent(momentsName))
    let state = TrainingCheckpoint(
      step: trainer.optimiser.stepCount, options: trainer.options, notes: notes)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try writeAtomically(
      try encoder.encode(state), to: folder.appendingPathComponent(stateName))
  }

  /// Puts weights and moments back. Nil where the folder holds no checkpoint; throws where it holds
  /// one of another run.
  public static func restore(
    _ trainer: Trainer, model: some Module, from folder: URL
  ) throws -> TrainingCheckpoint? {
    let stateFile = folder.appendingPathComponent(stateName)
    guard FileManager.default.fileExists(atPath: stateFile.path) else { return nil }
    let state: TrainingCheckpoint
    do {
      state = try JSONDecoder().decode(TrainingCheckpoint.self, from: Data(contentsOf: stateFile))
    } catch {
      throw TrainingCheckpointError(file: stateFile, reason: "it is damaged (\(error))")
    }
    guard state.options == trainer.options else {
      throw TrainingCheckpointError(
        file: stateFile, reason: "it was saved with other training options")
    }
    let file = try SafetensorsFile(folder.appendingPathComponent(momentsName))
    let tensors = model.namedParameters().filter(\.tensor.requiresGradient)
    for (parameter, moments) in zip(tensors, trainer.optimiser.moments) {
      let places = [
        ("weight", parameter.tensor), ("first", moments.first), ("second", moments.second),
      ]
      for (kind, tensor) in places {
        let name = "\(kind).\(parameter.name)"
        guard try file.entry(name).shape == tensor.shape else {
          throw TrainingCheckpointError(file: file.url, reason: "\(name) has another shape")
        }
        try file.copy(name, into: tensor.storage.buffer)
      }
    }
    trainer.optimiser.resume(at: state.step)
    return state
  }
}

public struct TrainingCheckpointError: LocalizedError {
  public let file: URL
  public let reason: String

  public var errorDescription: String? { "\(file.path): \(reason)" }
  public var recoverySuggestion: String? {
    "start in a new folder, or go on with the command that made this checkpoint"
  }
}

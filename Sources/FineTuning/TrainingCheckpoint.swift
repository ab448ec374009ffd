import Files
import Foundation
import Layers
import Models
import Tensors

/// What a run needs, beside the model's own folder, to go on as if it had never stopped. It is one
/// file, `training.safetensors`, so that weights, moments and the step that they belong to cannot
/// come apart: the tensors, and this value as JSON under `training` in the file's metadata.
public struct TrainingCheckpoint: Codable, Sendable {
  /// Steps taken.
  public let step: Int
  public let options: TrainingOptions
  /// Where the run's dropout stood: `DropoutStream` goes on from it. Nil for a run without one.
  public let dropout: SeededRandom?
  /// Whatever else the run wants to find again, such as its loss curve.
  public let notes: [String: [Double]]

  private static let fileName = "training.safetensors"
  private static let metadataKey = "training"

  /// Saves the state of a trainer with the weights that it trains. Throws `FileWriteError`.
  public static func save(
    _ trainer: Trainer, model: some Module, dropout: DropoutStream? = nil,
    notes: [String: [Double]] = [:], to folder: URL
  ) throws {
    let state = TrainingCheckpoint(
      step: trainer.optimiser.stepCount, options: trainer.options, dropout: dropout?.random,
      notes: notes)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // A run that has diverged has losses that are no numbers.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    try writeSafetensors(
      tensors(of: trainer, in: model).map { NamedTensor($0.name, $0.tensor) },
      metadata: [metadataKey: String(decoding: encoder.encode(state), as: UTF8.self)],
      to: folder.appendingPathComponent(fileName))
  }

  /// Puts weights and moments back. Nil where the folder holds no checkpoint. Throws
  /// `TrainingCheckpointError` where it holds one of another run, `SafetensorsError` where it is
  /// damaged, and has then changed nothing.
  public static func restore(
    _ trainer: Trainer, model: some Module, from folder: URL
  ) throws -> TrainingCheckpoint? {
    let url = folder.appendingPathComponent(fileName)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let file = try SafetensorsFile(url)
    let state = try read(file)
    guard state.options == trainer.options else {
      throw TrainingCheckpointError(file: url, reason: "it was saved with other training options")
    }
    let tensors = tensors(of: trainer, in: model)
    for (name, tensor) in tensors {
      guard let entry = file[name] else {
        throw TrainingCheckpointError(file: url, reason: "it has no \(name)")
      }
      guard entry.shape == tensor.shape, entry.type == .f32 else {
        throw TrainingCheckpointError(
          file: url,
          reason: "\(name) is \(entry.type.rawValue) \(entry.shape), not F32 \(tensor.shape)")
      }
    }
    guard file.entries.count == tensors.count else {
      let known = Set(tensors.map(\.name))
      let other = file.entries.first { !known.contains($0.name) }!.name
      throw TrainingCheckpointError(file: url, reason: "this run does not train \(other)")
    }
    for (name, tensor) in tensors { try file.copy(name, into: tensor.storage.buffer) }
    trainer.optimiser.resume(at: state.step)
    return state
  }

  private static func read(_ file: SafetensorsFile) throws -> TrainingCheckpoint {
    guard let text = file.metadata[metadataKey] else {
      throw TrainingCheckpointError(file: file.url, reason: "its metadata has no \(metadataKey)")
    }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return try decoder.decode(TrainingCheckpoint.self, from: Data(text.utf8))
    } catch {
      throw TrainingCheckpointError(
        file: file.url, reason: "\(metadataKey) in its metadata is damaged (\(error))")
    }
  }

  /// The weights that are trained and their moments, by the names that the weights have in the
  /// model.
  private static func tensors(
    of trainer: Trainer, in model: some Module
  ) -> [(name: String, tensor: Tensor)] {
    let names = Dictionary(
      uniqueKeysWithValues: model.namedParameters().map { (ObjectIdentifier($0.tensor), $0.name) })
    return zip(trainer.optimiser.parameters, trainer.optimiser.moments).flatMap { weight, moments in
      guard let name = names[ObjectIdentifier(weight)] else {
        preconditionFailure("the trainer trains another model than the one given")
      }
      return [
        ("weight.\(name)", weight), ("first.\(name)", moments.first),
        ("second.\(name)", moments.second),
      ]
    }
  }
}

/// A checkpoint that does not belong to the run that wants to go on.
public struct TrainingCheckpointError: LocalizedError, Equatable {
  public let file: URL
  public let reason: String

  public var errorDescription: String? { "\(file.path): \(reason)" }
  public var recoverySuggestion: String? {
    "start in a new folder, or go on with the command that made this checkpoint"
  }
}

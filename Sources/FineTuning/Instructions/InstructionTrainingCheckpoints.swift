import Foundation
import Layers
import Models
import Tensors

/// Where a run keeps what it needs to go on. A run that finds a checkpoint of its own there takes it
/// up; one that finds another's refuses it.
public struct InstructionCheckpoints: Sendable {
  public let folder: URL
  /// Steps between checkpoints; the last step leaves one besides.
  public let every: Int

  public init(folder: URL, every: Int) {
    precondition(every > 0, "checkpoints need steps between them")
    self.folder = folder
    self.every = every
  }

  /// The best weights so far have a file of their own, named by their step. It is written before the
  /// checkpoint that refers to it, and the older one deleted after.
  func save(
    _ trainer: Trainer, _ kept: [Tensor]?, model: some Module, dropout: DropoutStream,
    run: InstructionRun, fingerprint: UInt64
  ) throws {
    var current: String?
    if let kept, let best = run.best {
      let file = keptFile(step: best.step)
      let names = trainedNames(model)
      try writeSafetensors(zip(names, kept).map { NamedTensor($0, $1) }, to: file)
      current = file.lastPathComponent
    }
    var notes = run.notes
    notes[Self.fingerprintKey] = halves(fingerprint)
    try TrainingCheckpoint.save(trainer, model: model, dropout: dropout, notes: notes, to: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names where name.hasPrefix("kept-") && name != current {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }

  /// Nil where there is no checkpoint.
  func restore(
    _ trainer: Trainer, _ kept: [Tensor]?, model: some Module, fingerprint: UInt64
  ) throws -> TrainingCheckpoint? {
    guard let state = try TrainingCheckpoint.restore(trainer, model: model, from: folder) else {
      return nil
    }
    guard state.notes[Self.fingerprintKey] == halves(fingerprint) else {
      throw TrainingCheckpointError(
        file: folder, reason: "its checkpoint is of a run with other settings or other rows")
    }
    if let kept, let best = InstructionRun(notes: state.notes).best {
      let file = try SafetensorsFile(keptFile(step: best.step))
      for (name, tensor) in zip(trainedNames(model), kept) {
        guard let entry = file[name], entry.shape == tensor.shape else {
          throw TrainingCheckpointError(file: file.url, reason: "it has no fitting \(name)")
        }
        try file.copy(name, into: tensor.storage.buffer)
      }
    }
    return state
  }

  private static let fingerprintKey = "fingerprint"

  /// Two halves, because a `Double` holds no 64 bits.
  private func halves(_ fingerprint: UInt64) -> [Double] {
    [Double(fingerprint >> 32), Double(fingerprint & 0xffff_ffff)]
  }

  private func keptFile(step: Int) -> URL {
    folder.appendingPathComponent("kept-\(step).safetensors")
  }

  private func trainedNames(_ model: some Module) -> [String] {
    model.namedParameters().filter(\.tensor.requiresGradient).map(\.name)
  }
}

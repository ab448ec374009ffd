import FineTuning
import Foundation
import Layers
import Models
import Tensors
import Testing

@Suite struct TrainingCheckpointTests {
  /// All that a process holds while it trains.
  private struct Run {
    static let options = TrainingOptions(
      learningRate: 3e-3, schedule: Schedule(.cosine, warmUpSteps: 3, totalSteps: 12),
      optimiser: AdamW.Options(weightDecay: 0.05))
    let windows = TokenWindows(Sample.tokens(500, below: 37), length: 20, seed: 4)
    let model: GPT2LMHeadModel
    let trainer: Trainer
    var dropout: DropoutStream
    var losses: [Double] = []

    init(
      seed: UInt64, layers: Int = 2, width: Int = 16, freezes: Bool = false,
      options: TrainingOptions = options
    ) {
      model = Sample.model(seed: seed, layers: layers, width: width, dropout: 0.1)
      if freezes { model.transformer.blocks[0].freeze() }
      trainer = Trainer(model, options)
      dropout = DropoutStream(SeededRandom(seed: seed))
    }

    mutating func train(to end: Int) throws {
      while trainer.optimiser.stepCount < end {
        let (batch, labels) = windows.batch(step: trainer.optimiser.stepCount, size: 3)
        let progress = try trainer.step(tokens: batch.tokenCount) {
          try model.loss(batch, labels: labels, dropout: dropout)
        }
        losses.append(Double(progress.loss))
      }
    }

    func save(to folder: URL) throws {
      try TrainingCheckpoint.save(
        trainer, model: model, dropout: dropout, notes: ["loss": losses], to: folder)
    }

    /// Weights, moments and the step.
    var bits: [[UInt32]] {
      model.bits + trainer.optimiser.moments.flatMap { [$0.first.bits, $0.second.bits] }
        + [[UInt32(trainer.optimiser.stepCount)]]
    }
  }

  private func file(_ folder: URL) -> URL { folder.appendingPathComponent("training.safetensors") }

  /// Another process begins with other weights and finds everything in the folder.
  @Test(arguments: [false, true]) func aRunThatIsTakenUpEndsTheSame(freezes: Bool) throws {
    try withTemporaryFolder { folder in
      var whole = Run(seed: 1, freezes: freezes)
      try whole.train(to: 12)
      var begun = Run(seed: 1, freezes: freezes)
      try begun.train(to: 6)
      try begun.save(to: folder)
      var fresh = Run(seed: 2, freezes: freezes)
      if freezes {
        // What is frozen comes from the model's own folder.
        for (theirs, ours) in zip(begun.model.parameters(), fresh.model.parameters())
        where !ours.requiresGradient { ours.assign(theirs) }
      }
      let state = try #require(
        try TrainingCheckpoint.restore(fresh.trainer, model: fresh.model, from: folder))
      #expect(state.step == 6)
      #expect(fresh.bits == begun.bits)
      fresh.dropout = DropoutStream(try #require(state.dropout))
      fresh.losses = try #require(state.notes["loss"])
      try fresh.train(to: 12)
      #expect(fresh.bits == whole.bits)
      #expect(fresh.losses == whole.losses)
      #expect(fresh.dropout.random == whole.dropout.random)
    }
  }

  /// Losses of a run that diverged are kept too; without dropout nothing is said of it.
  @Test func notesKeepEveryNumber() throws {
    try withTemporaryFolder { folder in
      let run = Run(seed: 1)
      let values = [0.1 + 0.2, -0.0, .leastNonzeroMagnitude, .infinity, -.infinity, .nan]
      try TrainingCheckpoint.save(
        run.trainer, model: run.model, notes: ["a \"curve\"": values, "空": []], to: folder)
      let state = try #require(
        try TrainingCheckpoint.restore(run.trainer, model: run.model, from: folder))
      #expect(state.dropout == nil && state.step == 0)
      #expect(state.notes["空"] == [])
      let found = try #require(state.notes["a \"curve\""])
      #expect(found.dropLast().map(\.bitPattern) == values.dropLast().map(\.bitPattern))
      #expect(found.last?.isNaN == true)
    }
  }

  @Test func aFolderWithoutACheckpointHasNone() throws {
    try withTemporaryFolder { folder in
      let run = Run(seed: 1)
      let before = run.bits
      for folder in [folder, folder.appendingPathComponent("nowhere")] {
        let state = try TrainingCheckpoint.restore(run.trainer, model: run.model, from: folder)
        #expect(state == nil)
      }
      #expect(run.bits == before)
    }
  }

  private enum Damage: CaseIterable {
    case cutOff, empty, noState, notJSON, otherJSON
  }

  @Test(arguments: Damage.allCases) private func damageIsFoundAndChangesNothing(
    _ damage: Damage
  ) throws {
    try withTemporaryFolder { folder in
      var saved = Run(seed: 1)
      try saved.train(to: 2)
      try saved.save(to: folder)
      let bytes = try Data(contentsOf: file(folder))
      let tensors = try SafetensorsFile(file(folder))
      let named = try tensors.entries.map {
        NamedTensor($0.name, shape: $0.shape, try tensors.floats($0.name))
      }
      switch damage {
      case .cutOff: try bytes.dropLast(100).write(to: file(folder))
      case .empty: try Data().write(to: file(folder))
      case .noState: try writeSafetensors(named, to: file(folder))
      case .notJSON:
        try writeSafetensors(named, metadata: ["training": "{\"step\": 2"], to: file(folder))
      case .otherJSON:
        try writeSafetensors(named, metadata: ["training": "{\"step\": 2}"], to: file(folder))
      }
      try expectRefusal(Run(seed: 2), folder)
    }
  }

  @Test func checkpointsOfOtherRunsAreRefused() throws {
    try withTemporaryFolder { folder in
      try Run(seed: 1).save(to: folder)
      var options = Run.options
      options.optimiser.beta2 = 0.95
      for (run, reason) in [
        (Run(seed: 2, options: options), "other training options"),
        (Run(seed: 2, layers: 3), "it has no weight.transformer.blocks.2."),
        (Run(seed: 2, layers: 1), "this run does not train"),
        (Run(seed: 2, freezes: true), "this run does not train"),
        (Run(seed: 2, width: 18), "not F32 [37, 18]"),
      ] {
        let error = try expectRefusal(run, folder)
        #expect(error.errorDescription?.contains(reason) == true, "\(error)")
      }
      // Of the same size, with one tensor that another run would call otherwise or cut otherwise.
      let tensors = try SafetensorsFile(file(folder))
      let last = try #require(tensors.entries.last)
      let others = try tensors.entries.dropLast().map {
        NamedTensor($0.name, shape: $0.shape, try tensors.floats($0.name))
      }
      let values = try tensors.floats(last.name)
      for other in [
        NamedTensor("\(last.name).other", shape: last.shape, values),
        NamedTensor(last.name, shape: [1] + last.shape, values),
        NamedTensor(last.name, shape: last.shape, values, as: .f16),
      ] {
        try writeSafetensors(others + [other], metadata: tensors.metadata, to: file(folder))
        try expectRefusal(Run(seed: 2), folder)
      }
    }
  }

  /// Expects a typed error that names the file and helps, and a run as it was.
  @discardableResult
  private func expectRefusal(_ run: Run, _ folder: URL) throws -> any LocalizedError {
    let before = run.bits
    let error = try #require(throws: (any Error).self) {
      _ = try TrainingCheckpoint.restore(run.trainer, model: run.model, from: folder)
    }
    #expect(error is TrainingCheckpointError || error is SafetensorsError, "\(error)")
    let described = try #require(error as? any LocalizedError)
    #expect(described.errorDescription?.contains(file(folder).path) == true)
    #expect(described.recoverySuggestion != nil)
    #expect(run.bits == before)
    return described
  }

  @Test func aTrainerOfAnotherModelIsRefused() async {
    await #expect(processExitsWith: .failure) {
      let folder = FileManager.default.temporaryDirectory
      try TrainingCheckpoint.save(Run(seed: 1).trainer, model: Run(seed: 1).model, to: folder)
    }
  }
}

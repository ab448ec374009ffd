import FineTuning
import Foundation
import Layers
import Models
import Tensors
import Testing

@Suite struct InstructionTrainingTests {
  private static func training(
    _ length: InstructionTraining.Length = .steps(12), rate: Float = 3e-3,
    packing: Packing =
      .budget(tokens: 40), microBatches: Int = 2, evaluateEvery: Int = 3, patience: Int? = nil,
    keepsBest: Bool = true, seed: UInt64 = 5
  ) -> InstructionTraining {
    InstructionTraining(
      length, learningRate: rate, warmUpSteps: 1, packing: packing, microBatches: microBatches,
      evaluateEvery: evaluateEvery, patience: patience, keepsBest: keepsBest, seed: seed)
  }

  private static func model(dropout: Float = 0) -> GPT2LMHeadModel {
    Sample.model(vocabulary: 257, dropout: dropout)
  }

  private struct Interruption: Error {}

  @Test func theLossFalls() throws {
    let (rows, model) = (try MaskSample.examples(), Self.model())
    let run = try model.fit(rows, validation: rows, Self.training(.steps(60), rate: 1e-2))
    #expect(run.end == .finished && run.steps.map(\.step) == Array(1...60))
    let before = try #require(run.evaluations.first)
    let best = try #require(run.best)
    #expect(
      before.step == 0 && run.evaluations.map(\.step) == Array(stride(from: 0, to: 61, by: 3)))
    #expect(best.loss < before.loss / 2)
    #expect(try model.meanLoss(rows).nats == best.loss)
    #expect(model.parameters().allSatisfy { $0.gradient == nil })
  }

  @Test func equalRunsAreEqual() throws {
    let rows = try MaskSample.examples()
    func trained(seed: UInt64) throws -> (InstructionRun, [[UInt32]]) {
      let model = Self.model(dropout: 0.1)
      let run = try model.fit(
        rows, validation: Array(rows.prefix(2)), Self.training(keepsBest: false, seed: seed))
      return (run, model.bits)
    }
    let (first, second, other) = (
      try trained(seed: 5), try trained(seed: 5), try trained(seed: 6)
    )
    #expect(first.0 == second.0 && first.1 == second.1)
    #expect(first.0 != other.0 && first.1 != other.1)
  }

  /// Stopped between checkpoints, and taken up by another process.
  @Test(arguments: [false, true]) func aRunThatIsTakenUpEndsTheSame(keepsBest: Bool) throws {
    let rows = try MaskSample.examples()
    // A high rate, so that the best evaluation is not the last.
    let training = Self.training(.epochs(6), rate: 3e-2, evaluateEvery: 2, keepsBest: keepsBest)
    let validation = Array(rows.suffix(2))
    let whole = Self.model(dropout: 0.1)
    let expected = try whole.fit(rows, validation: validation, training)
    #expect(expected.steps.count > 8)
    try withTemporaryFolder { folder in
      let checkpoints = InstructionCheckpoints(folder: folder, every: 3)
      #expect(throws: Interruption.self) {
        _ = try Self.model(dropout: 0.1).fit(
          rows, validation: validation, training, checkpoints: checkpoints
        ) { event in
          if case .step(let progress) = event, progress.step == 8 { throw Interruption() }
        }
      }
      let model = Self.model(dropout: 0.1)
      var firstStep: Int?
      let run = try model.fit(rows, validation: validation, training, checkpoints: checkpoints) {
        if case .step(let progress) = $0, firstStep == nil { firstStep = progress.step }
      }
      #expect(firstStep == 7)
      #expect(run == expected && model.bits == whole.bits)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let kept = keepsBest ? ["kept-\(expected.best!.step).safetensors"] : []
      #expect(files == kept + ["training.safetensors"])
      // The run has ended: taken up once more, it takes no step.
      let again = Self.model(dropout: 0.1)
      #expect(
        try again.fit(rows, validation: validation, training, checkpoints: checkpoints) { _ in
          Issue.record("nothing was left to do")
        } == expected)
      #expect(again.bits == whole.bits)
    }
  }

  @Test func checkpointsOfOtherRunsAreRefused() throws {
    let rows = try MaskSample.examples()
    try withTemporaryFolder { folder in
      let checkpoints = InstructionCheckpoints(folder: folder, every: 2)
      _ = try Self.model().fit(rows, Self.training(.steps(2)), checkpoints: checkpoints)
      for (rows, training) in [
        (rows, Self.training(.steps(2), seed: 6)),
        (rows, Self.training(.steps(2), rate: 1)),
        (rows, Self.training(.steps(2), packing: .rows(3))),
        (Array(rows.reversed()), Self.training(.steps(2))),
        (try MaskSample.examples(.everything), Self.training(.steps(2))),
      ] {
        #expect(throws: TrainingCheckpointError.self) {
          _ = try Self.model().fit(rows, training, checkpoints: checkpoints)
        }
      }
    }
  }

  /// Two packed batches a step equal one that holds all rows, weighted labels and all.
  @Test func microBatchesEqualOneLargeBatch() throws {
    let rows = try MaskSample.examples(.weighted(prompt: 0.25, answer: 1))
    let runs = try [(Packing.rows(7), 1), (Packing.rows(2), 4)].map { packing, microBatches in
      try Self.model().fit(
        rows, Self.training(.epochs(4), packing: packing, microBatches: microBatches))
    }
    #expect(runs.map(\.steps.count) == [4, 4])
    for (whole, parts) in zip(runs[0].steps, runs[1].steps) {
      #expect(abs(parts.loss / whole.loss - 1) < 1e-4, "step \(whole.step)")
      #expect(abs(parts.gradientNorm / whole.gradientNorm - 1) < 1e-3, "step \(whole.step)")
      #expect(parts.tokens == whole.tokens)
    }
  }

  /// Passes of three steps, the third with the one batch that is left; every row once a pass.
  @Test func anEpochSeesEachRowOnce() throws {
    let rows = try MaskSample.examples()
    let run = try Self.model().fit(
      rows, Self.training(.epochs(2), packing: .rows(1), microBatches: 3))
    #expect(run.steps.count == 6)
    let tokens = rows.reduce(0) { $0 + $1.count }
    #expect(run.steps.prefix(3).reduce(0) { $0 + $1.tokens } == tokens)
    #expect(run.steps.suffix(3).reduce(0) { $0 + $1.tokens } == tokens)
  }

  /// The weights kept are those of the best evaluation.
  @Test func patienceEndsARun() throws {
    let rows = try MaskSample.examples()
    let model = Self.model()
    // Trained on one row with a high rate, the others get worse.
    let run = try model.fit(
      [rows[0]], validation: Array(rows.dropFirst()),
      Self.training(.steps(200), rate: 5e-2, evaluateEvery: 1, patience: 4))
    #expect(run.end == .patience && run.steps.count < 200)
    let best = try #require(run.best)
    #expect(run.steps.count == best.step + 4)
    #expect(try model.meanLoss(Array(rows.dropFirst())).nats == best.loss)
  }

  @Test func aRunThatDivergesEndsAndKeepsTheBest() throws {
    let rows = try MaskSample.examples()
    let model = Self.model()
    // Written from within: no learning rate makes a small model's loss anything but a number.
    let run = try model.fit(rows, validation: rows, Self.training(.steps(20))) { event in
      if case .step(let progress) = event, progress.step == 7 {
        let weight = model.parameters()[0]
        weight.assign(Tensor(weight.shape, filledWith: .nan))
      }
    }
    #expect(run.end == .diverged && run.steps.count == 8)
    #expect(run.steps.last?.loss.isNaN == true)
    #expect(try model.meanLoss(rows).nats == run.best?.loss)
  }

  /// The mean over labels by hand, whatever the batches are.
  @Test func theMeanLossIsWeighted() throws {
    let rows = try MaskSample.examples(.weighted(prompt: 0.5, answer: 2))
    let model = Self.model()
    var (sum, weight, count) = (0.0, 0.0, 0)
    for row in rows {
      let logits = try model.logits(TokenBatch([row.tokens]))
      for place in 1..<row.count where row.labels[place] != ignoreIndex {
        sum +=
          Double(row.weights[place])
          * negativeLogLikelihood(logits.row(place - 1), row.labels[place])
        weight += Double(row.weights[place])
        count += 1
      }
    }
    for tokens in [1, 30, 1000] {
      let found = try model.meanLoss(rows, batchTokens: tokens)
      #expect(abs(found.nats - sum / weight) < 1e-4)
      #expect(found.tokenCount == count)
    }
  }

  @Test func rowsThatCannotBeTrainedOnAreRefused() throws {
    let model = Self.model()
    let before = model.bits
    let rows = try MaskSample.examples()
    let long = try MaskSample.encoded(
      MaskSample.question("much too long", "for the context"), row: 4)
    let silent = try MaskSample.encoded([Segment(.user, "no answer")], row: 9)
    let small = Sample.model(vocabulary: 100)
    #expect(throws: InstructionTrainingError.noRows) { _ = try model.fit([], Self.training()) }
    #expect(
      throws: InstructionTrainingError.tooLong(row: 4, tokens: long.count, contextLength: 24)
    ) { _ = try model.fit(rows + [long], Self.training()) }
    #expect(throws: InstructionTrainingError.self) {
      _ = try model.fit(rows, validation: [long], Self.training())
    }
    #expect(throws: InstructionTrainingError.self) { _ = try small.fit(rows, Self.training()) }
    #expect(throws: ExampleError(row: 9, .noLabel(tokens: silent.count))) {
      _ = try model.fit(rows + [silent], Self.training())
    }
    #expect(throws: ExampleError(row: 9, .noLabels(rows: 1))) {
      _ = try model.fit([silent], Self.training())
    }
    #expect(throws: ExampleError.self) {
      _ = try model.fit(rows, Self.training(packing: .budget(tokens: 8)))
    }
    #expect(model.bits == before)
    for error in [
      InstructionTrainingError.noRows, .tooLong(row: 1, tokens: 2, contextLength: 1),
      .unknownToken(1, row: 1, vocabSize: 1),
    ] {
      #expect(error.errorDescription != nil && error.recoverySuggestion != nil)
    }
  }
}

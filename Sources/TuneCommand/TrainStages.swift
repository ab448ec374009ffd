import Adapters
import ArgumentParser
import FineTuning
import Foundation
import Tensors
import Tokenizers

/// A stretch of a run that trains the same parameters throughout. Every method has one of them, and
/// hybrid two.
struct TrainStage {
  let method: TrainMethod
  let training: InstructionTraining
  let checkpoints: URL
}

extension TrainOptions {
  /// What the stages of a run are, in their order. Those of hybrid have an order of rows and a
  /// schedule of their own each; the second one's start is the best that the first has found.
  func stages(on rows: [EncodedExample], _ output: TrainFolder) throws -> [TrainStage] {
    guard method.method == .hybrid, !rows.isEmpty else {
      return [
        TrainStage(method: method.method, training: training, checkpoints: output.checkpoints)
      ]
    }
    let steps = try training.stepCount(on: rows)
    guard steps > 1 else { throw ValidationError("--method hybrid needs two steps or more") }
    let share = Int((Double(steps) * (method.fullShare ?? 0.2)).rounded())
    let fullSteps = min(max(1, share), steps - 1)
    var (full, lora) = (training, training)
    full.length = .steps(fullSteps)
    full.learningRate = learningRate ?? TrainMethod.full.learningRate
    full.patience = nil
    lora.length = .steps(steps - fullSteps)
    lora.seed &+= 1
    return [
      TrainStage(
        method: .full, training: full,
        checkpoints: output.checkpoints.appendingPathComponent("full", isDirectory: true)),
      TrainStage(method: .lora, training: lora, checkpoints: output.checkpoints),
    ]
  }
}

extension MethodOptions {
  /// The adapter of the first stage, in place; nil where that trains every weight. Throws
  /// `MethodOptionError` where options and model do not fit, for hybrid too.
  func attachFirst(
    to model: some AdaptableModel, _ tokenizer: Tokenizer, seed: UInt64
  ) throws -> Adapter? {
    guard let settings = settings(tokenizer) else { return nil }
    do {
      guard method == .hybrid else { return try settings.attach(to: model, seed: seed) }
      var random = SeededRandom(seed: seed)
      _ = try settings.makeParts(for: model.transformer, random: &random)
      return nil
    } catch let error as AdapterError {
      throw MethodOptionError(reason: error)
    }
  }
}

import ArgumentParser
import Commands
import Files
import FineTuning
import Foundation
import Layers
import Models
import Tensors
import Tokenizers
import World

/// Trains a base model of the course from nothing on the closed world and writes it as a Hugging
/// Face folder with its card.
struct Pretrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pretrain", abstract: "Train nano or mini on the closed world.")

  @Argument(help: "nano or mini.") var name: BaseModel
  @Option(help: "Optimiser steps of each stage, such as 3200,3200.") var stages = "3200"
  @Option(help: "Rows in a batch.") var rows = 8
  @Option(help: "Tokens in a row.") var length = BaseModel.contextLength
  @Option(help: "Decides the corpus, the initial weights and the order of the windows.")
  var seed: UInt64 = 1
  @Option(help: "Steps between validations.") var validateEvery = 100
  @Option(help: "Steps between checkpoints.") var checkpointEvery = 100
  @Option(help: "Where the model is written; by default Data/models/<name>.") var output: String?
  @Flag(help: "Go on from the last checkpoint of the same command.") var resume = false

  private var stepsOfStages: [Int] {
    stages.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
  }

  func validate() throws {
    guard stepsOfStages.allSatisfy({ $0 > 0 }), rows > 0, validateEvery > 0, checkpointEvery > 0,
      (2...BaseModel.contextLength).contains(length)
    else {
      throw ValidationError(
        "counts must be positive and --length in 2...\(BaseModel.contextLength)")
    }
  }

  func run() throws {
    let folder =
      try output.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? CourseFolder.data().appendingPathComponent("models/\(name.rawValue)", isDirectory: true)
    let checkpoints = try CourseFolder.root().appendingPathComponent(
      ".cache/pretrain/\(name.rawValue)", isDirectory: true)

    say("writing the corpus")
    let totalSteps = stepsOfStages.reduce(0, +)
    let corpus = try Corpus(seed: seed, trainingTokens: totalSteps * rows * length + 1)
    say(
      "\(corpus.training.tokens.count) tokens in \(corpus.training.documentCount) documents, "
        + String(format: "%.2f characters a token", corpus.training.charactersPerToken))

    var random = SeededRandom(seed: seed, stream: "initial weights")
    let model = GPT2LMHeadModel(
      name.config(endOfText: corpus.tokenizer.endOfText!), random: &random)
    let untrained = try corpus.validate(model)
    var curve = LossCurve()
    var firstStep = 0
    for (index, steps) in stepsOfStages.enumerated() {
      let tokens = firstStep * rows * length..<(firstStep + steps) * rows * length
      let windows = TokenWindows(
        Array(corpus.training.tokens[tokens]), length: length, seed: seed)
      let trainer = Trainer(model, name.training(steps: steps))
      let folder = checkpoints.appendingPathComponent("stage-\(index + 1)", isDirectory: true)
      if resume, let state = try TrainingCheckpoint.restore(trainer, model: model, from: folder) {
        curve = LossCurve(notes: state.notes)
        say("stage \(index + 1) goes on after step \(state.step)")
      }
      try train(
        model, trainer, windows, corpus, &curve, firstStep: firstStep, steps: steps,
        checkpoints: folder)
      firstStep += steps
    }

    try model.save(to: folder, tokenizer: corpus.tokenizer, as: .f16)
    try Card(
      name: name, command: commandLine, seed: seed, steps: totalSteps,
      tokensPerStep: rows * length, corpus: corpus, curve: curve, untrained: untrained
    ).write(to: folder)
    say("wrote \(folder.path)")
  }

  /// One stage: a learning rate that rises and falls once, over its own part of the corpus.
  private func train(
    _ model: GPT2LMHeadModel, _ trainer: Trainer, _ windows: TokenWindows, _ corpus: Corpus,
    _ curve: inout LossCurve, firstStep: Int, steps: Int, checkpoints: URL
  ) throws {
    let secondsBefore = curve.seconds
    let started = ContinuousClock.now
    while trainer.optimiser.stepCount < steps {
      let (batch, labels) = windows.batch(step: trainer.optimiser.stepCount, size: rows)
      let progress = try trainer.step(tokens: batch.tokenCount) {
        try model.loss(batch, labels: labels)
      }
      curve.training.append(Double(progress.loss))
      let isLast = progress.step == steps
      if progress.step % 20 == 0 || isLast { say(progress) }
      if progress.step % validateEvery == 0 || isLast {
        let validation = try corpus.validate(model, windows: 16)
        curve.validation.append((Double(firstStep + progress.step), validation.nats))
        say(String(format: "validation %.3f nats a token", validation.nats))
        say("  " + (try corpus.sample(model, prompt: "今天", seed: UInt64(progress.step))))
      }
      if progress.step % checkpointEvery == 0 || isLast {
        curve.seconds = secondsBefore + (ContinuousClock.now - started) / .seconds(1)
        try TrainingCheckpoint.save(trainer, model: model, notes: curve.notes, to: checkpoints)
      }
    }
  }

  /// The command that makes the same model again.
  private var commandLine: String {
    "swift run -c release pretrain \(name.rawValue) --stages \(stages) --rows \(rows)"
      + " --length \(length) --seed \(seed)"
  }
}

private func say(_ progress: TrainingProgress) {
  say(
    String(
      format: "step %d/%d  loss %.3f  lr %.2e  |g| %.2f  %.0f tokens/s  %.0f s left",
      progress.step, progress.totalSteps, progress.loss, progress.learningRate,
      progress.gradientNorm, progress.tokensPerSecond, progress.secondsLeft))
}

@main enum Main {
  static func main() { Pretrain.runAndExit() }
}

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
  @Option(help: "Steps and tokens in a row of each stage, such as 4800x128,2400x512.")
  var stages: Stages = "3200x512"
  @Option(help: "Tokens in a batch.") var batch = 2048
  @Option(help: "The highest learning rate; by default the model's own.")
  var learningRate: Float?
  @Option(help: "Decides the corpus, the initial weights and the order of the windows.")
  var seed: UInt64 = 1
  @Option(help: "Steps between validations.") var validateEvery = 100
  @Option(help: "Steps between checkpoints.") var checkpointEvery = 100
  @Option(help: "Where the model is written; by default Data/models/<name>.") var output: String?
  @Flag(help: "Go on from the last checkpoint of the same command.") var resume = false

  func validate() throws {
    guard learningRate ?? 1 > 0, validateEvery > 0, checkpointEvery > 0,
      stages.all.allSatisfy({ batch >= $0.length && batch % $0.length == 0 })
    else {
      throw ValidationError(
        "counts and rates must be positive, and --batch a multiple of every stage's length")
    }
  }

  func run() throws {
    let folder =
      try output.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? CourseFolder.data().appendingPathComponent("models/\(name.rawValue)", isDirectory: true)
    let checkpoints = try CourseFolder.root().appendingPathComponent(
      ".cache/pretrain/\(name.rawValue)", isDirectory: true)

    say("writing the corpus")
    let corpus = try Corpus(seed: seed, trainingTokens: stages.steps * batch + 1)
    say(
      "\(corpus.training.tokens.count) tokens in \(corpus.training.documentCount) documents, "
        + String(format: "%.2f characters a token", corpus.training.charactersPerToken))

    var random = SeededRandom(seed: seed, stream: "initial weights")
    let model = GPT2LMHeadModel(
      name.config(endOfText: corpus.tokenizer.endOfText!), random: &random)
    let untrained = try corpus.validate(model)
    var curve = LossCurve()
    let trainer = Trainer(model, name.training(steps: stages.steps, learningRate: learningRate))
    if resume, let state = try TrainingCheckpoint.restore(trainer, model: model, from: checkpoints)
    {
      curve = LossCurve(notes: state.notes)
      say("going on after step \(state.step)")
    }
    try train(model, trainer, corpus, &curve, checkpoints: checkpoints)

    try model.save(to: folder, tokenizer: corpus.tokenizer, as: .f16)
    try Card(
      name: name, command: commandLine, seed: seed, steps: stages.steps,
      tokensPerStep: batch, corpus: corpus, curve: curve, untrained: untrained
    ).write(to: folder)
    say("wrote \(folder.path)")
  }

  /// One rise and fall of the learning rate over all stages, each with its own part of the corpus.
  private func train(
    _ model: GPT2LMHeadModel, _ trainer: Trainer, _ corpus: Corpus, _ curve: inout LossCurve,
    checkpoints: URL
  ) throws {
    let secondsBefore = curve.seconds
    let started = ContinuousClock.now
    var firstStep = 0
    for stage in stages.all {
      let tokens = firstStep * batch...(firstStep + stage.steps) * batch
      let windows = TokenWindows(
        Array(corpus.training.tokens[tokens]), length: stage.length, seed: seed)
      while trainer.optimiser.stepCount < firstStep + stage.steps {
        let (tokens, labels) = windows.batch(
          step: trainer.optimiser.stepCount - firstStep, size: batch / stage.length)
        let progress = try trainer.step(tokens: tokens.tokenCount) {
          try model.loss(tokens, labels: labels)
        }
        curve.training.append(Double(progress.loss))
        let isLast = progress.step == stages.steps
        if progress.step % 20 == 0 || isLast { say(progress) }
        if progress.step % validateEvery == 0 || isLast {
          let validation = try corpus.validate(model, windowLength: stage.length, tokens: 8192)
          curve.validation.append((Double(progress.step), validation.nats))
          say(String(format: "validation %.3f nats a token", validation.nats))
          say("  " + (try corpus.sample(model, prompt: "今天", seed: UInt64(progress.step))))
        }
        if progress.step % checkpointEvery == 0 || isLast {
          curve.seconds = secondsBefore + (ContinuousClock.now - started) / .seconds(1)
          try TrainingCheckpoint.save(trainer, model: model, notes: curve.notes, to: checkpoints)
        }
      }
      firstStep += stage.steps
    }
  }

  /// The command that makes the same model again.
  private var commandLine: String {
    "swift run -c release pretrain \(name.rawValue) --stages \(stages) --batch \(batch)"
      + (learningRate.map { " --learning-rate \($0)" } ?? "") + " --seed \(seed)"
  }
}

@main enum Main {
  static func main() { Pretrain.runAndExit() }
}

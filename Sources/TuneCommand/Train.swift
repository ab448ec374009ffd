import ArgumentParser
import Commands
import FineTuning
import Foundation
import Models
import Tokenizers

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tune a language model on rows of instructions.",
    discussion: """
      The output folder gets run.json (what was run), metrics.jsonl (a line for each step and each \
      evaluation) and, at the end, the tuned model as a Hugging Face folder. With validation rows \
      the weights of their lowest loss are kept, counted over answers whatever the mask is.
      """)

  @OptionGroup var model: ModelArgument
  @OptionGroup var rows: TrainRowsOptions
  @Option(help: "How many steps to train.") var steps: Int?
  @Option(help: "How many passes over the rows to train; 3 unless --steps is given.")
  var epochs: Int?
  @Option(help: "Tokens in a batch.") var batchTokens = 2048
  @Option(help: "The highest learning rate.") var learningRate: Float = 3e-4
  @Option(help: "Steps in which the learning rate rises; by default a tenth of all.")
  var warmUp: Int?
  @Option(help: "Decides the order of the rows, the split and what dropout drops.")
  var seed: UInt64 = 1
  @Option(help: "Steps between evaluations.") var evaluateEvery = 50
  @Option(help: "Evaluations without a better one that end the run.") var patience: Int?
  @Option(help: "Steps between checkpoints.") var checkpointEvery = 100
  @Flag(help: "Go on from the last checkpoint of the same command.") var resume = false
  @Option(help: "The folder to write.") var output: String

  func validate() throws {
    guard steps == nil || epochs == nil else {
      throw ValidationError("give either --steps or --epochs")
    }
    let counts = [steps, epochs, patience, batchTokens, evaluateEvery, checkpointEvery]
    guard counts.allSatisfy({ $0 ?? 1 > 0 }), warmUp ?? 0 >= 0, learningRate > 0,
      learningRate.isFinite
    else {
      throw ValidationError("counts and the learning rate must be positive")
    }
  }

  private var training: InstructionTraining {
    InstructionTraining(
      steps.map { .steps($0) } ?? .epochs(epochs ?? 3), learningRate: learningRate,
      warmUpSteps: warmUp, packing: .budget(tokens: batchTokens), evaluateEvery: evaluateEvery,
      patience: patience, seed: seed)
  }

  func run() throws {
    let output = TrainFolder(URL(fileURLWithPath: output, isDirectory: true))
    try output.checkBefore(resuming: resume)
    let source = try model.folder()
    let model = try GPT2LMHeadModel.load(source)
    let rows = try rows.read(
      tokenizer: Tokenizer(folder: source), model: source, contextLength: model.contextLength,
      batchTokens: batchTokens, seed: seed)
    let record = TrainRecord(
      model: source.standardizedFileURL.path, options: self.rows, rows: rows, training: training)
    if resume { try output.checkSame(record) }
    say(rows.summary)

    var isNew = !resume
    let run = try model.fit(
      rows.training, validation: rows.validation, training,
      checkpoints: InstructionCheckpoints(folder: output.checkpoints, every: checkpointEvery)
    ) { event in
      // Rows that cannot be trained on are refused before this: nothing has been written then.
      if isNew {
        try output.begin(record)
        isNew = false
      }
      switch event {
      case .step(let progress):
        if progress.step % 20 == 0 || progress.step == progress.totalSteps { say(progress) }
      case .evaluation(let evaluation):
        say(
          String(
            format: "validation after step %d: %.4f nats a token of the answers", evaluation.step,
            evaluation.loss))
      case .saved(let run): try output.write(metrics: run)
      }
    }
    try output.write(metrics: run)
    if run.end == .diverged { throw TrainDivergence(step: run.steps.count) }
    try output.write(model, from: source)
    say(ending(of: run))
    say("wrote \(output.url.path)")
  }

  private func ending(of run: InstructionRun) -> String {
    let steps = "\(run.steps.count) steps"
    let stop = run.end == .patience ? ", ended early because validation stopped improving" : ""
    guard let best = run.best else { return steps + stop }
    return steps + stop
      + String(format: "; kept the weights after step %d: %.4f nats", best.step, best.loss)
  }
}

/// A run whose loss is no number any more.
struct TrainDivergence: LocalizedError {
  let step: Int
  var errorDescription: String? {
    "the training diverged: after step \(step) the loss or its gradient is no number"
  }
  var recoverySuggestion: String? {
    "lower --learning-rate or raise --warm-up; metrics.jsonl shows the steps before"
  }
}

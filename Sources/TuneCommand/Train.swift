import ArgumentParser
import Commands
import FineTuning
import Foundation

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tune a model on instructions, on labelled texts, or on plain text.",
    discussion: """
      The output folder gets run.json (what was run), metrics.jsonl (a line for each step and each \
      evaluation), the same as curves for TensorBoard, and at the end a report in English and \
      Chinese with a chart, and the tuned model as a Hugging Face folder. With validation rows the \
      weights of their lowest loss are kept; for instructions it is counted over answers whatever \
      the mask is.

      --config takes any of the other options from a .yaml file by their long names, such as \
      learning-rate: 1e-4; what the command line gives as well is taken from there.
      """)

  @OptionGroup var model: ModelArgument
  @OptionGroup var options: TrainOptions
  @Option(help: "A .yaml file of options.") var config: String?

  func run() throws {
    guard let config else { return try train() }
    // What this command was parsed from, without "tune train".
    let given = Array(CommandLine.arguments.dropFirst(2))
    let file = try TrainConfig(URL(fileURLWithPath: config))
    try Self.parse(file.arguments(beside: given) + given).train()
  }

  private func train() throws {
    try options.checkTogether()
    let output = TrainFolder(URL(fileURLWithPath: options.output!, isDirectory: true))
    try output.checkBefore(resuming: options.resume)
    let folder = try model.folder()
    switch options.task {
    case .sft: try train(TrainAnswers(options, folder: folder), folder, output)
    case .pretrain: try train(TrainTexts(options, folder: folder), folder, output)
    case .classify: try train(TrainClasses(options, folder: folder), folder, output)
    }
  }

  private func train(
    _ subject: some TrainSubject, _ source: URL, _ output: TrainFolder
  ) throws {
    let rows = subject.rows
    let record = try TrainRecord(model: source, options: options, subject: subject)
    if options.resume { try output.checkSame(record) }
    say(rows.summary)

    let before = try subject.answers()
    var times = TrainTimes()
    var scores = options.resume ? try output.scores() : [:]
    func write(_ run: InstructionRun) throws {
      try TrainMetrics(run: run, scores: scores, times: times).write(to: output.url)
    }
    var isNew = !options.resume
    let run = try subject.model.fit(
      rows.training, validation: rows.validation, options.training,
      checkpoints: InstructionCheckpoints(
        folder: output.checkpoints, every: options.checkpointEvery)
    ) { event in
      // Rows that cannot be trained on are refused before this: nothing has been written then.
      if isNew {
        try output.begin(record)
        isNew = false
      }
      switch event {
      case .step(let progress):
        times.note(step: progress.step)
        if progress.step % 20 == 0 || progress.step == progress.totalSteps { say(progress) }
      case .evaluation(let evaluation):
        let found = try subject.scores()
        say(line(evaluation, found))
        // A checkpoint knows losses only; what belongs to it is there before it.
        scores[evaluation.step] = found
        if found != nil { try output.write(scores: scores) }
      case .saved(let run): try write(run)
      }
    }
    try write(run)
    if run.end == .diverged { throw TrainDivergence(step: run.steps.count) }
    let report = TrainReport(
      record: record, run: run, scores: scores, questions: subject.questions, before: before,
      after: try subject.answers())
    try output.write(report)
    try output.write(from: source, subject.save)
    say(ending(of: run))
    say("wrote \(output.url.path)")
  }

  private func line(_ evaluation: InstructionRun.Evaluation, _ scores: ClassScores?) -> String {
    let unit =
      switch options.task {
      case .sft: "nats a token of the answers"
      case .pretrain: "nats a token"
      case .classify: "nats a row"
      }
    return String(format: "validation after step %d: %.4f ", evaluation.step, evaluation.loss)
      + unit
      + (scores.map {
        String(format: ", accuracy %.3f, macro-F1 %.3f", $0.accuracy, $0.macroF1)
      } ?? "")
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

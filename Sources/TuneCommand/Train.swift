import Adapters
import ArgumentParser
import Commands
import FineTuning
import Foundation
import Tokenizers

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tune a model on instructions, on labelled texts, or on plain text.",
    discussion: """
      The output folder gets run.json (what was run), metrics.jsonl (a line for each step and each \
      evaluation), the same as curves for TensorBoard, and at the end a report in English and \
      Chinese with a chart, and the tuned model as a Hugging Face folder. With validation rows the \
      weights of their lowest loss are kept; for instructions it is counted over answers whatever \
      the mask is.

      A --method other than full leaves an adapter as peft reads it (adapter_config.json, \
      adapter_model.safetensors) instead of a model; --adapter hands it to the other commands, and \
      `tune merge` makes a model of it and its base. A classifier's adapter holds the head, and \
      config.json beside it the names of the labels. hybrid leaves the model of its full steps in \
      base/, and an adapter for that.

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
    let output = TrainFolder(
      URL(fileURLWithPath: options.output!, isDirectory: true), options.method.method)
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
    var subject = subject
    let stages = try options.stages(on: subject.rows.training, output)
    let settings = options.method.settings(try Tokenizer(folder: source))
    let record = try TrainRecord(
      model: source, options: options, stages: stages, settings: settings, subject: subject)
    if options.resume { try output.checkSame(record) }
    say(subject.rows.summary)

    let before = try subject.answersOfBase()
    var log = try TrainLog(record, output, resuming: options.resume)
    var cost = TrainCost()
    try train(subject, stages[0], &log, &cost)
    if stages.count > 1, let settings {
      try output.publishBase { try save(subject, source, to: $0) }
      subject.adapter = try settings.attach(to: subject.base, seed: options.seed)
      try train(subject, stages[1], &log, &cost)
    }
    let run = log.run!
    try output.publish { staged in
      if let adapter = subject.adapter {
        try adapter.save(to: staged, base: baseName)
        try subject.saveLabels(to: staged)
      } else {
        try save(subject, source, to: staged)
      }
      try cost.note(filesIn: staged)
      try output.write(
        TrainReport(
          record: record, run: run, scores: log.scores, cost: cost, questions: subject.questions,
          before: before, after: try subject.answers()))
    }
    say(ending(of: run))
    say("wrote \(output.url.path)")
  }

  /// What the adapter's settings call the model that it belongs to.
  private var baseName: String {
    guard options.method.method == .hybrid else { return model.model }
    return URL(fileURLWithPath: options.output!).appendingPathComponent(TrainFolder.baseName)
      .relativePath
  }

  private func save(_ subject: some TrainSubject, _ source: URL, to folder: URL) throws {
    try subject.save(to: folder)
    try copyTokenizer(from: source, to: folder)
  }

  private func train(
    _ subject: some TrainSubject, _ stage: TrainStage, _ log: inout TrainLog,
    _ cost: inout TrainCost
  ) throws {
    let summary = subject.model.parameterSummary
    say("\(summary)")
    let first = log.stepsBefore
    let run = try subject.model.fit(
      subject.rows.training, validation: subject.rows.validation, stage.training,
      checkpoints: InstructionCheckpoints(
        folder: stage.checkpoints, every: options.checkpointEvery)
    ) { event in
      try log.begin()
      switch event {
      case .step(let progress):
        log.note(step: first + progress.step)
        if progress.step % 20 == 0 || progress.step == progress.totalSteps { say(progress) }
      case .evaluation(let evaluation):
        // Before a second stage everything is as the first left it.
        guard first == 0 || evaluation.step > 0 else { break }
        let found = try subject.scores()
        say(line(evaluation, after: first, found))
        try log.note(found, step: first + evaluation.step)
      case .saved(let run): try log.write(run)
      }
      log.rest()
    }
    try log.end(run)
    if run.end == .diverged { throw TrainDivergence(step: first + run.steps.count) }
    cost.note(stage.method, summary, log.times, steps: first + 1..<first + run.steps.count + 1)
  }

  private func line(
    _ evaluation: InstructionRun.Evaluation, after first: Int, _ scores: ClassScores?
  ) -> String {
    let unit =
      switch options.task {
      case .sft: "nats a token of the answers"
      case .pretrain: "nats a token"
      case .classify: "nats a row"
      }
    return String(
      format: "validation after step %d: %.4f ", first + evaluation.step, evaluation.loss)
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

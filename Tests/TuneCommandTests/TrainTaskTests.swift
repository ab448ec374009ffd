import Foundation
import Models
import ProgramRunning
import Testing

/// The three tasks of `tune train`, on rows that each of them could learn.
enum TaskSample: String, CaseIterable, CustomTestStringConvertible {
  case sft, classify, pretrain

  var testDescription: String { rawValue }

  private static let texts = [
    "the cat sat", "the hat", "on the mat", "a cat", "the mat", "a hat sat", "cat", "on a hat",
  ]

  /// Rows to train on in rows.jsonl, those to validate on in validation.jsonl.
  func write(to folder: TemporaryFolder) throws {
    let lines = Self.texts.map { text in
      switch self {
      case .sft: #"{"instruction": "\#(text)", "output": "\#(text.suffix(3))"}"#
      case .classify:
        #"{"text": "\#(text)", "label": "\#(text.contains("cat") ? "cat" : "no cat")"}"#
      case .pretrain: #"{"text": "\#(text)"}"#
      }
    }
    try folder.write(lines.prefix(5).joined(separator: "\n"), to: "rows.jsonl")
    try folder.write(lines.suffix(3).joined(separator: "\n"), to: "validation.jsonl")
  }

  func arguments(_ more: [String]) -> [String] {
    [
      "train", "model", "--task", rawValue, "--data", "rows.jsonl", "--validation",
      "validation.jsonl", "--output", "out", "--batch-tokens", "16", "--learning-rate", "0.01",
    ] + (self == .sft ? ["--template", "plain"] : []) + more
  }
}

@Suite struct TrainTaskTests {
  let tiny: TinyModel

  init() throws { tiny = try TinyModel() }

  private func train(_ task: TaskSample, _ more: String...) throws {
    let outcome = try tiny.tune(task.arguments(more))
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.errors)")
  }

  private func metrics() throws -> [[String: Any]] {
    try tiny.folder.text("out/metrics.jsonl").split(separator: "\n").map {
      try object(String($0))
    }
  }

  private func numbers(_ key: String) throws -> [Double] {
    try metrics().compactMap { $0[key] as? Double }
  }

  private static let many = [
    "--steps", "600", "--evaluate-every", "50", "--checkpoint-every", "10",
  ]

  @Test(arguments: TaskSample.allCases) func aKilledRunIsTakenUp(task: TaskSample) throws {
    try task.write(to: tiny.folder)
    let many = task.arguments(Self.many)
    #expect(try tiny.tune(many).status == 0)
    let files = [
      "model.safetensors", "metrics.jsonl", "run.json", "config.json", "report.en.md",
      "report.zh.md", "loss.en.svg", "loss.zh.csv",
    ]
    let whole = try tiny.comparable(files)
    try FileManager.default.removeItem(at: tiny.folder.path("out"))

    try tiny.killedRun(many)
    #expect(!(try tiny.folder.names(in: "out").contains("config.json")))
    let refused = try tiny.tune(many)
    #expect(refused.isReportedFailure && refused.errors.contains("is not empty"))
    let other = try tiny.tune((many + ["--resume"]).map { $0 == "0.01" ? "0.02" : $0 })
    #expect(other.isReportedFailure)
    #expect(other.errors.contains("training.learningRate was 0.01 and is 0.02"), "\(other.errors)")
    let rows = try tiny.folder.text("validation.jsonl")
    try tiny.folder.write(rows + "\n" + rows, to: "validation.jsonl")
    let otherRows = try tiny.tune(many + ["--resume"])
    #expect(otherRows.isReportedFailure)
    #expect(otherRows.errors.contains("validation.jsonl has changed since"), "\(otherRows.errors)")
    try tiny.folder.write(rows, to: "validation.jsonl")

    let resumed = try tiny.tune(many + ["--resume"])
    #expect(resumed.status == 0, "\(resumed.errors)")
    for (file, (ours, expected)) in zip(files, zip(try tiny.comparable(files), whole)) {
      #expect(ours == expected, "\(file)")
    }
    let names = try tiny.folder.names(in: "out").filter { !$0.hasPrefix(".") }
    #expect(!names.contains("checkpoint"))
    let again = try tiny.tune(many + ["--resume"])
    #expect(again.isReportedFailure && again.errors.contains("has ended"))
  }

  /// Trained on five rows at a high rate, a model gets worse on others, the more so where their
  /// labels are wrong.
  @Test(arguments: TaskSample.allCases) func patienceEndsARun(task: TaskSample) throws {
    try task.write(to: tiny.folder)
    if task == .classify {
      try tiny.folder.write(
        #"{"text": "a cat", "label": "no cat"}"# + "\n" + #"{"text": "the mat", "label": "cat"}"#,
        to: "validation.jsonl")
    }
    try train(
      task, "--steps", "400", "--evaluate-every", "2", "--patience", "3", "--learning-rate",
      "0.05")
    let losses = try numbers("validationLoss")
    let best = losses.indices.min { losses[$0] < losses[$1] }!
    #expect(losses.count == best + 4 && losses.count < 200)
    #expect(try numbers("loss").count == 2 * (losses.count - 1))
    #expect(try tiny.folder.text("out/report.en.md").contains("ended early"))
  }

  @Test func aClassifierIsTunedAndMeasured() throws {
    try TaskSample.classify.write(to: tiny.folder)
    try train(.classify, "--steps", "120", "--evaluate-every", "20")
    let model = try AutoModel.load(tiny.folder.path("out"))
    #expect("\(type(of: model))" == "GPT2ForSequenceClassification")
    #expect(model.config.labels == ["cat", "no cat"])
    #expect(model.config.padToken == tiny.tokenizer.endOfText)

    let losses = try numbers("loss")
    let (first, last) = (losses.prefix(10).reduce(0, +), losses.suffix(10).reduce(0, +))
    #expect(last < first / 2)
    let accuracies = try numbers("accuracy")
    #expect(accuracies.count == 7)
    #expect(accuracies.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(try numbers("macroF1").count == 7)

    // What was kept is what an evaluation of the folder finds.
    let outcome = try tiny.tune("eval", "out", "--data", "validation.jsonl", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let evaluated = try object(outcome.output)
    let validation = try numbers("validationLoss")
    let best = validation.indices.min { validation[$0] < validation[$1] }!
    #expect(evaluated["accuracy"] as? Double == accuracies[best])
    #expect(evaluated["macroF1"] as? Double == (try numbers("macroF1"))[best])
    #expect(evaluated["rows"] as? Int == 3)

    // On its training rows it is right, whose figures can be told beforehand.
    let text = try tiny.tune("eval", "out", "--data", "rows.jsonl")
    #expect(text.output.contains("accuracy\t1.000\nmacro-F1\t1.000\n"), "\(text.output)")
    #expect(text.output.contains("cat\t2\t1.000\t1.000\t1.000\nno cat\t3\t1.000\t1.000\t1.000\n"))
    #expect(text.output.hasSuffix("class\tcat\tno cat\ncat\t2\t0\nno cat\t0\t3\n"))
  }

  @Test func aClassifierIsMeasuredOnWhatItKnows() throws {
    try TaskSample.classify.write(to: tiny.folder)
    try train(.classify, "--steps", "2")
    try tiny.folder.write(
      "words,kind\na dog,dog\n\(String(repeating: "a ", count: 20)),cat\n", to: "other.csv")
    func evaluate(_ more: String...) throws -> Program.Outcome {
      try tiny.tune(
        ["eval", "out", "--data", "other.csv", "--text-column", "words", "--label-column", "kind"]
          + more)
    }
    let unknown = try evaluate()
    #expect(unknown.isReportedFailure)
    #expect(unknown.errors.contains(#"other.csv:2: the label "dog" is none of "cat", "no cat""#))
    let rows = try tiny.folder.text("other.csv").replacing("a dog,dog", with: "a dog,no cat")
    try tiny.folder.write(rows, to: "other.csv")
    let long = try evaluate()
    #expect(long.isReportedFailure && long.errors.contains("other.csv, row 2: it has "))
    #expect(long.errors.contains("cut all texts with --max-length 16"), "\(long.errors)")
    let cut = try evaluate("--max-length", "16")
    #expect(cut.status == 0 && cut.output.hasPrefix("rows\t2\n"), "\(cut.errors)")
    #expect(try evaluate("--max-length", "17").isReportedFailure)
  }

  @Test func aClassifierGoesOnWithItsLabels() throws {
    try TaskSample.classify.write(to: tiny.folder)
    try train(.classify, "--steps", "40")
    try FileManager.default.moveItem(at: tiny.folder.path("out"), to: tiny.folder.path("first"))
    let more = TaskSample.classify.arguments(["--steps", "2"])
      .map { $0 == "model" ? "first" : $0 }
    let outcome = try tiny.tune(more)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let first = try numbers("validationLoss")[0]
    #expect(first < 0.69)
    try FileManager.default.removeItem(at: tiny.folder.path("out"))
    let rows = try tiny.folder.text("rows.jsonl")
    try tiny.folder.write(
      rows + "\n" + #"{"text": "a dog", "label": "dog"}"#, to: "rows.jsonl")
    let other = try tiny.tune(more)
    #expect(other.isReportedFailure)
    #expect(other.errors.contains(#"rows.jsonl:6: the label "dog" is none of "cat", "no cat""#))
  }

  @Test func aModelIsPreTrainedOnAnyText() throws {
    try tiny.folder.write(
      "the cat sat on the mat\n<|endoftext|>\nthe hat\non the cat\n<|endoftext|>\n", to: "text.txt")
    let outcome = try tiny.tune([
      "train", "model", "--task", "pretrain", "--data", "text.txt", "--steps", "150",
      "--learning-rate", "0.03", "--output", "out",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let texts = ["the cat sat on the mat", "the hat\non the cat"]
    let tokens = texts.reduce(0) { $0 + tiny.tokenizer.encode($1).count + 1 }
    #expect(try numbers("tokens").allSatisfy { $0 == Double(tokens) })
    #expect(try numbers("loss").last! < 0.5)
    let run = try object(tiny.folder.text("out/run.json"))
    #expect(run["trainingRows"] as? Int == (tokens + 15) / 16 && run["template"] == nil)
    let said = try tiny.tune("generate", "out", "--prompt", "the cat sat", "--temperature", "0")
    #expect(said.output.hasPrefix("the cat sat on the mat"), "\(said.output)")
  }

  @Test(
    arguments: [
      (.classify, ["--template", "plain"], "--template means nothing to --task classify"),
      (.pretrain, ["--mask", "answers"], "--mask means nothing to --task pretrain"),
      (.pretrain, ["--label-column", "a"], "it is for classify"),
      (.sft, ["--text-column", "a"], "it is for classify and pretrain"),
      (.classify, ["--text-column", "words"], #"there is no column "words""#),
      (.pretrain, ["--text-column", "words"], #"rows.jsonl:1: there is no "words", only "text""#),
      (.classify, ["--max-length", "17"], "looks at 16 tokens"),
      (.pretrain, ["--max-length", "12", "--batch-tokens", "8"], "a batch holds 8 tokens"),
      (.classify, ["--batch-tokens", "3"], "rows.jsonl, row 1: it has "),
    ] as [(TaskSample, [String], String)])
  func whatFitsNoTaskIsRefused(task: TaskSample, more: [String], reason: String) throws {
    try task.write(to: tiny.folder)
    let outcome = try tiny.tune(task.arguments(more))
    #expect(outcome.status != 0 && !outcome.signal && outcome.output.isEmpty)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!(try tiny.folder.names().contains("out")))
  }

  @Test(
    arguments: [
      (.classify, #"{"text": "a", "label": ""}"#, "rows.jsonl:1: the label is empty"),
      (.classify, #"{"text": "a", "label": "b"}"#, "every row has the label"),
      (
        .classify,
        #"{"text": "<|endoftext|>", "label": "cat"}"# + "\n"
          + #"{"text": "a", "label": "no cat"}"#,
        "rows.jsonl, row 1: the text of the user holds the special token <|endoftext|>"
      ),
      (.pretrain, #"{"text": 1}"#, "rows.jsonl:1: \"text\": a text expected"),
      (.pretrain, #"{"text": ""}"#, "rows.jsonl: it holds no text"),
      (
        .pretrain, "\n" + #"{"text": "a <|endoftext|> b"}"#,
        "rows.jsonl:2, row 1: the text of the assistant holds the special token"
      ),
    ] as [(TaskSample, String, String)])
  func rowsOfNoUseAreRefused(task: TaskSample, data: String, reason: String) throws {
    try task.write(to: tiny.folder)
    try tiny.folder.write(data, to: "rows.jsonl")
    let outcome = try tiny.tune(task.arguments([]))
    #expect(outcome.isReportedFailure && outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!(try tiny.folder.names().contains("out")))
  }
}

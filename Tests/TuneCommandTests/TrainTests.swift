import Foundation
import Models
import ProgramRunning
import Tensors
import Testing
import Tokenizers

@Suite struct TrainTests {
  let tiny: TinyModel
  let rows = [("the cat", "sat"), ("the mat", "the hat"), ("cat", "on the mat"), ("a", "b")]

  init() throws {
    tiny = try TinyModel()
    try tiny.folder.write(jsonLines(rows), to: "rows.jsonl")
    try tiny.folder.write(jsonLines([("the hat", "sat")]), to: "validation.jsonl")
  }

  private func jsonLines(_ rows: [(String, String)]) -> String {
    rows.map { #"{"instruction": "\#($0)", "output": "\#($1)"}"# + "\n" }.joined()
  }

  private func arguments(_ more: [String]) -> [String] {
    [
      "train", "model", "--data", "rows.jsonl", "--template", "plain", "--output", "out",
      "--batch-tokens", "20", "--learning-rate", "0.01",
    ] + more
  }

  private func train(_ more: String...) throws -> Program.Outcome {
    try tiny.tune(arguments(more))
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: tiny.folder.path(name))
  }

  private func metrics(_ folder: String = "out") throws -> [[String: Any]] {
    try tiny.folder.text("\(folder)/metrics.jsonl").split(separator: "\n").map {
      try object(String($0))
    }
  }

  @Test func theTunedModelIsAFolder() throws {
    let outcome = try train(
      "--validation", "validation.jsonl", "--steps", "40", "--evaluate-every", "10")
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.errors)")
    #expect(outcome.errors.contains("step 40/40  loss "))
    #expect(outcome.errors.contains("validation after step 40: "))
    #expect(
      try tiny.folder.names(in: "out") == [
        "config.json", "events.out.tfevents.tune", "loss.en.csv", "loss.en.gp", "loss.en.svg",
        "loss.zh.csv", "loss.zh.gp", "loss.zh.svg", "merges.txt", "metrics.jsonl",
        "model.safetensors", "report.en.md", "report.zh.md", "run.json", "tokenizer.json",
        "vocab.json",
      ])
    #expect(try bytes("out/tokenizer.json") == bytes("model/tokenizer.json"))
    let tuned = try GPT2LMHeadModel.load(tiny.folder.path("out"))
    #expect(tuned.config.contextLength == TinyModel.contextLength)
    #expect(tuned.parameters()[0].elements != tiny.model.parameters()[0].elements)

    let lines = try metrics()
    let losses = lines.compactMap { $0["loss"] as? Double }
    #expect(losses.count == 40 && losses.suffix(4).reduce(0, +) < losses.prefix(4).reduce(0, +))
    let evaluations = lines.filter { $0["validationLoss"] != nil }
    #expect(evaluations.compactMap { $0["step"] as? Int } == [0, 10, 20, 30, 40])
    let run = try object(tiny.folder.text("out/run.json"))
    #expect(run["template"] as? String == "plain" && run["mask"] as? String == "answers")
    #expect(run["trainingRows"] as? Int == 4 && run["validationRows"] as? Int == 1)
  }

  /// Without validation rows; with a share of the rows; with every token counted.
  @Test(arguments: [[], ["--validation-share", "0.25"], ["--mask", "everything"]])
  func theSameCommandGivesTheSameModel(more: [String]) throws {
    let epochs = ["--epochs", "2"] + more
    #expect(try tiny.tune(arguments(epochs)).status == 0)
    let first = (try bytes("out/model.safetensors"), try bytes("out/metrics.jsonl"))
    try FileManager.default.removeItem(at: tiny.folder.path("out"))
    #expect(try tiny.tune(arguments(epochs)).status == 0)
    #expect(try bytes("out/model.safetensors") == first.0)
    #expect(try bytes("out/metrics.jsonl") == first.1)
    let run = try object(tiny.folder.text("out/run.json"))
    let held = more.contains("--validation-share") ? 1 : 0
    #expect(run["trainingRows"] as? Int == 4 - held && run["validationRows"] as? Int == held)
  }

  @Test(
    arguments: [
      ("", [], "it is empty"),
      (#"{"instruction": "a", "output": ""}"#, [], "the answer is empty"),
      (
        #"{"instruction": "a", "output": "b"}"# + "\n"
          + #"{"instruction": "!!!!!!!!!!!!!!!!!!!!!!", "output": "b"}"#, ["--batch-tokens", "64"],
        "rows.jsonl:2, row 2: it has 25 tokens, but the model looks at 16 at most"
      ),
      (
        #"{"instruction": "a", "output": "b!!!!!!!!"}"#, ["--batch-tokens", "8"],
        "row 1: it has 12 tokens, but a batch holds 8"
      ),
      (
        #"{"instruction": "<|endoftext|>", "output": "b"}"#, [],
        "rows.jsonl:1, row 1: the text of the user holds the special token <|endoftext|>"
      ),
      (
        #"{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, "#
          + #"{"role": "user", "content": "c"}, {"role": "assistant", "content": "d"}]}"#, [],
        "asks one question a row"
      ),
      (#"{"instruction": "a", "output": "b"}"#, ["--max-length", "17"], "looks at 16 tokens"),
      (#"{"instruction": "a", "output": "b"}"#, ["--validation-share", "0.5"], "cannot be split"),
      (#"{"instruction": "a", "output": "b"}"#, ["--template", "chat"], "template"),
      (#"{"instruction": "a", "output": "b"}"#, ["--template", "alpacca"], "\"alpacca\""),
      (#"{"instruction": "a", "output": "b"}"#, ["--resume"], "no run began"),
      (
        #"{"instruction": "a", "output": "b"}"#, ["--template", "mute.yaml"],
        "mute.yaml:1: there is no \"assistant\", and so no place for the answer"
      ),
      (
        #"{"instruction": "a", "output": "b"}"#, ["--template", "ends.yaml"],
        "a vocabulary without the end token: template \"ends\" ends answers with \"</s>\""
      ),
    ] as [(String, [String], String)])
  func whatCannotBeTrainedOnIsAnError(data: String, more: [String], reason: String) throws {
    try tiny.folder.write(data, to: "rows.jsonl")
    try tiny.folder.write(
      #"{user: "{text}:", assistant: "{text}", end: "</s>"}"#, to: "ends.yaml")
    try tiny.folder.write(#"{user: "{text}:"}"#, to: "mute.yaml")
    let plain = more.contains("--template") ? [] : ["--template", "plain"]
    let outcome = try tiny.tune(
      ["train", "model", "--data", "rows.jsonl", "--output", "out"] + plain + more)
    #expect(outcome.isReportedFailure && outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!(try tiny.folder.names().contains("out")))
  }

  /// A chat template that never writes what the assistant says.
  @Test func rowsOfWhichNothingIsLearnedAreRefused() throws {
    try tiny.folder.write(
      #"{% for m in messages %}{% if m['role'] == 'user' %}{{ m['content'] }}{% endif %}{% endfor %}"#,
      to: "model/chat_template.jinja")
    let outcome = try tiny.tune([
      "train", "model", "--data", "rows.jsonl", "--template", "chat", "--output", "out",
    ])
    #expect(outcome.isReportedFailure)
    #expect(
      outcome.errors.contains(
        "rows.jsonl:1, row 1: it has no token to learn from, nor has any of the 4 rows"),
      "\(outcome.errors)")
    #expect(!(try tiny.folder.names().contains("out")))
  }

  @Test func longRowsAreCutWhereTheyMayBe() throws {
    try tiny.folder.write(jsonLines([("!!!!!!!!!!!!!!!!!!!!!!", "b")]), to: "rows.jsonl")
    #expect(try train("--max-length", "12", "--steps", "2").status == 0)
    #expect(try metrics().compactMap { $0["tokens"] as? Int } == [12, 12])
  }

  @Test func aRunThatDivergesLeavesNoModel() throws {
    let outcome = try tiny.tune([
      "train", "model", "--data", "rows.jsonl", "--template", "plain", "--output", "out",
      "--steps", "20", "--warm-up", "0", "--learning-rate", "1e30",
    ])
    #expect(outcome.status == 1 && !outcome.signal)
    #expect(outcome.errors.contains("error: the training diverged"), "\(outcome.errors)")
    #expect(outcome.errors.contains("help: lower --learning-rate"))
    #expect(
      try tiny.folder.names(in: "out") == ["events.out.tfevents.tune", "metrics.jsonl", "run.json"])
  }

  @Test(arguments: [
    ["--steps", "0"], ["--steps", "2", "--epochs", "2"], ["--validation-share", "1"],
    ["--validation", "validation.jsonl", "--validation-share", "0.5"], ["--max-length", "1"],
    ["--batch-tokens", "0"], ["--learning-rate=-1"], ["--mask", "nothing"],
  ])
  func optionsThatMakeNoSenseAreRefused(more: [String]) throws {
    let outcome = try tiny.tune(arguments(more))
    #expect(outcome.status != 0 && !outcome.signal && outcome.output.isEmpty)
    #expect(!(try tiny.folder.names().contains("out")))
  }
}

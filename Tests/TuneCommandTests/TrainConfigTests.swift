import Foundation
import ProgramRunning
import Testing

@Suite struct TrainConfigTests {
  let tiny: TinyModel

  init() throws {
    tiny = try TinyModel()
    try TaskSample.classify.write(to: tiny.folder)
  }

  private func train(_ config: String, _ more: String...) throws -> Program.Outcome {
    try tiny.folder.write(config, to: "train.yaml")
    return try tiny.tune(["train", "model", "--config", "train.yaml"] + more)
  }

  private func run() throws -> [String: Any] { try object(tiny.folder.text("out/run.json")) }

  private static let whole = """
    task: classify
    data: rows.jsonl
    output: out
    steps: 3
    learning-rate: 2e-3
    batch-tokens: 16   # a comment

    """

  @Test func theFileStandsForTheCommandLine() throws {
    let outcome = try train(Self.whole + "resume: false\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let byFile = try tiny.folder.text("out/run.json")
    #expect(try run()["task"] as? String == "classify")
    try FileManager.default.removeItem(at: tiny.folder.path("out"))
    let same = try tiny.tune([
      "train", "model", "--task", "classify", "--data", "rows.jsonl", "--output", "out", "--steps",
      "3", "--learning-rate", "0.002", "--batch-tokens", "16",
    ])
    #expect(same.status == 0, "\(same.errors)")
    #expect(try tiny.folder.text("out/run.json") == byFile)
  }

  @Test func theCommandLineWins() throws {
    let outcome = try train(
      Self.whole + "validation: rows.jsonl\n", "--epochs", "2", "--learning-rate=0.004",
      "--validation-share", "0.4")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let run = try run()
    let training = try #require(run["training"] as? [String: Any])
    #expect((training["learningRate"] as? NSNumber)?.floatValue == 0.004)
    #expect((training["length"] as? [String: Any])?.keys.first == "epochs")
    #expect(run["validationRows"] as? Int == 2 && run["validation"] == nil)
  }

  @Test func whatAFileTurnsOnStaysOn() throws {
    let outcome = try train(Self.whole + "resume: yes\n")
    #expect(outcome.isReportedFailure && outcome.errors.contains("no run began in"))
  }

  @Test(
    arguments: [
      ("learning_rate: 1", "train.yaml:1: \"learning_rate\" is no option of tune train"),
      ("steps: 3\nconfig: a.yaml", "train.yaml:2: \"config\" is no option"),
      ("steps: ten", "train.yaml:1: \"steps\": The value 'ten' is invalid"),
      ("task: sing", "train.yaml:1: \"task\": The value 'sing' is invalid"),
      ("steps: 0", "train.yaml:1: \"steps\": counts and the learning rate must be positive"),
      ("resume: perhaps", "train.yaml:1: \"resume\" is \"perhaps\""),
      ("data: [a, b]", "train.yaml:1: \"data\" has no single value"),
      ("data:", "train.yaml:1: \"data\" has no single value"),
      ("steps: 1\nsteps: 2", "stands there twice"),
      ("- steps", "train.yaml:1: it is no list of options"),
      ("", "train.yaml: it is no list of options"),
      ("steps: \"", "train.yaml:"),
    ])
  func filesOfNoUseAreRefused(config: String, reason: String) throws {
    let outcome = try train(config, "--data", "rows.jsonl", "--output", "out")
    #expect(outcome.isReportedFailure && outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!(try tiny.folder.names().contains("out")))
  }

  @Test func whatIsMissingIsSaid() throws {
    let outcome = try tiny.tune("train", "model", "--config", "none.yaml")
    #expect(outcome.isReportedFailure && outcome.errors.contains("none.yaml: it does not exist"))
    let noData = try train("output: out")
    #expect(noData.status != 0 && noData.errors.contains("--data"), "\(noData.errors)")
    let rivals = try train(Self.whole + "epochs: 2")
    #expect(rivals.status != 0 && rivals.errors.contains("either --steps or --epochs"))
  }

  /// Every option that the help names is a key.
  @Test func everyOptionIsAKey() throws {
    let help = try tiny.tune("train", "--help").output
    let names = Set(help.matches(of: /\n  --([a-z-]+)/).map { String($0.1) })
      .subtracting(["config", "help", "version"])
    let outcome = try train("no-option: 1")
    let known = try #require(outcome.errors.firstMatch(of: /the options are (.*)\n/)).1
    #expect(names.count > 15)
    #expect(Set(known.split(separator: ", ").map(String.init)) == names)
  }
}

import FineTuning
import Foundation
import Models
import ProgramRunning
import Tensors
import Testing
import Tokenizers

@Suite struct EvaluateTests {
  let tiny: TinyModel

  init() throws {
    tiny = try TinyModel()
    let rows = [("the cat", "sat"), ("the mat", "the hat"), ("cat", "on the mat"), ("a", "b")]
    try tiny.folder.write(
      rows.map { #"{"instruction": "\#($0)", "output": "\#($1)"}"# + "\n" }.joined(),
      to: "rows.jsonl")
  }

  private func evaluate(_ model: String = "model", _ more: String...) throws -> Program.Outcome {
    try tiny.tune(
      ["eval", model, "--data", "rows.jsonl", "--template", "plain", "--max-tokens", "6"] + more)
  }

  private func figures(_ outcome: Program.Outcome) throws -> [String: Double] {
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try object(outcome.output).compactMapValues { $0 as? Double }
  }

  /// Over all tokens of all answers, ends included, and not over rows.
  @Test func theLossIsThatOfTheAnswers() throws {
    let figures = try figures(evaluate("model", "--json"))
    let template = try InstructionTemplate.named("plain")
    var (sum, count) = (0.0, 0)
    for row in try InstructionFile(tiny.folder.path("rows.jsonl")).rows() {
      let prompt = try EncodedExample(
        template.prompt(of: row.example), tokenizer: tiny.tokenizer
      ).tokens
      let whole = try EncodedExample(
        template.segments(of: row.example), tokenizer: tiny.tokenizer
      ).tokens
      let losses = try tiny.model.continuationLosses(prompt, Array(whole.dropFirst(prompt.count)))
      sum += losses.reduce(0) { $0 + Double($1) }
      count += losses.count
    }
    #expect(abs(figures["loss"]! - sum / Double(count)) < 1e-5)
    #expect(abs(figures["perplexity"]! - exp(figures["loss"]!)) < 1e-6)
    #expect(figures["answerTokens"] == Double(count) && figures["rows"] == 4)
  }

  @Test func aModelThatKnowsTheRowsAnswersThem() throws {
    let before = try figures(evaluate("model", "--json"))
    let tuned = try tiny.tune([
      "train", "model", "--data", "rows.jsonl", "--template", "plain", "--output", "out",
      "--learning-rate", "0.03", "--steps", "200",
    ])
    #expect(tuned.status == 0, "\(tuned.errors)")
    let after = try figures(evaluate("out", "--json"))
    #expect(before["exactMatch"]! < 0.5 && after["exactMatch"] == 1)
    #expect(after["rougeL"] == 1 && after["stopped"] == 1 && after["answered"] == 4)
    #expect(after["loss"]! < 0.2 * before["loss"]!)
  }

  @Test func noAnswersAreComparedWhereNoneAreAskedFor() throws {
    let outcome = try evaluate("model", "--answers", "0")
    #expect(outcome.status == 0 && outcome.output.contains("answered\t0\n"))
    #expect(!outcome.output.contains("exact match"))
    #expect(try evaluate().output.contains("exact match\t0."))
  }

  @Test func rowsOfInstructionsAreNotCut() throws {
    let outcome = try evaluate("model", "--max-length", "9")
    #expect(outcome.status != 0 && !outcome.signal && outcome.output.isEmpty)
    #expect(outcome.errors.contains("--max-length is for classifiers"), "\(outcome.errors)")
  }

  @Test func rowsThatCannotBeMeasuredAreNamed() throws {
    try tiny.folder.write(
      #"{"instruction": "a", "output": "b"}"# + "\n"
        + #"{"instruction": "the cat sat on the mat, the cat sat on the hat. abc abc", "output": "b"}"#
        + "\n", to: "rows.jsonl")
    let outcome = try evaluate()
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.errors.contains("rows.jsonl:2, row 2: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("help: "))
  }
}

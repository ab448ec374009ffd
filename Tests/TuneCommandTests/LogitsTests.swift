import Foundation
import Layers
import Models
import ProgramRunning
import Tensors
import Testing

@Suite struct LogitsTests {
  let tiny: TinyModel

  init() throws { tiny = try TinyModel() }

  func expected(_ rows: [[Int32]]) throws -> [Float] {
    try withoutGradients { try tiny.model.logits(TokenBatch(rows)).elements }
  }

  @Test func oneRowGivesTwoAxes() throws {
    let outcome = try tiny.tune("logits", "model", "--ids", "7,1,0,5", "--output", "a.npy")
    #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "")
    let file = try NumPyFile(contentsOf: tiny.folder.path("a.npy"))
    #expect(file.shape == [4, tiny.model.vocabSize])
    #expect(try file.values == expected([[7, 1, 0, 5]]))
  }

  @Test func severalRowsGiveThree() throws {
    let outcome = try tiny.tune(
      "logits", "model", "--ids", "7,1", "--ids", " 3, 4", "--ids", "0,0", "--output", "a.npy")
    #expect(outcome.status == 0)
    let file = try NumPyFile(contentsOf: tiny.folder.path("a.npy"))
    #expect(file.shape == [3, 2, tiny.model.vocabSize])
    #expect(try file.values == expected([[7, 1], [3, 4], [0, 0]]))
  }

  @Test(
    arguments: [
      (["1,2", "3"], "error: the rows of ids have the lengths 2, 1\n"),
      (["1,x"], "error: \"x\" is no token id\n"),
      (["1,,2"], "error: \"\" is no token id\n"),
      (["1,99999999999"], "error: \"99999999999\" is no token id\n"),
      (["1,5000"], "error: row 0 holds the token id 5000, but the model knows 0 ..< 267\n"),
      (["1", "-1"], "error: row 1 holds the token id -1,"),
      (
        [Array(repeating: "1", count: 17).joined(separator: ",")],
        "error: row 0 has 17 tokens, but the model looks at 16 at most\n"
      ),
    ])
  func rowsThatTheModelCannotTakeAreErrors(rows: [String], error: String) throws {
    let outcome = try tiny.tune(
      ["logits", "model", "--output", "a.npy"] + rows.map { "--ids=\($0)" })
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.hasPrefix(error), "\(outcome.errors)")
    #expect(try tiny.folder.names() == ["model"])
  }

  @Test func anOutputThatCannotBeWrittenIsAnError() throws {
    try tiny.folder.write("", to: "file")
    for output in ["file/a.npy", "/proc/nowhere/a.npy", "model"] {
      let outcome = try tiny.tune("logits", "model", "--ids", "1", "--output", output)
      #expect(outcome.isReportedFailure, "\(output)")
      #expect(outcome.errors.contains("could not be written: "))
    }
    #expect(try tiny.folder.names() == ["file", "model"])
  }
}

import Foundation
import ProgramRunning
import Testing
import Tokenizers

@Suite struct TokenizeTests {
  let tiny: TinyModel

  init() throws { tiny = try TinyModel() }

  @Test func idsAndPiecesArePrinted() throws {
    let ids = tiny.tokenizer.encode("the cat\n")
    let outcome = try tiny.tune("tokenize", "model", "--text", "the cat\n")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "\(ids.count) tokens")
    #expect(lines.count == 1 + ids.count)
    #expect(lines.dropFirst().map { $0.prefix { $0 != "\t" } } == ids.map { "\($0)"[...] })
  }

  @Test func textAndFileGiveTheSameJSON() throws {
    let text = "the 猫 sat\n"
    try tiny.folder.write(text, to: "text.txt")
    let ids = tiny.tokenizer.encode(text).map(String.init).joined(separator: ",")
    let expected = "{\"ids\":[\(ids)]}\n"
    #expect(try tiny.tune("tokenize", "model", "--text", text, "--json").output == expected)
    #expect(try tiny.tune("tokenize", "model", "--file", "text.txt", "--json").output == expected)
  }

  @Test func aMissingTextFileIsNamed() throws {
    let outcome = try tiny.tune("tokenize", "model", "--file", "none.txt")
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.hasPrefix("error: none.txt could not be read: "))
  }

  @Test func aFolderWithoutTokenizerIsAnError() throws {
    for name in ["tokenizer.json", "vocab.json", "merges.txt"] {
      try FileManager.default.removeItem(at: tiny.url.appendingPathComponent(name))
    }
    let outcome = try tiny.tune("tokenize", "model", "--text", "a")
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains(" holds no tokenizer\n"))
  }
}

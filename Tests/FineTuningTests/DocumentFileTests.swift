import FineTuning
import Foundation
import Testing

@Suite struct DocumentFileTests {
  private func read(
    _ bytes: Data, as name: String, key: String = "text"
  ) throws -> [DocumentFile.Document] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent(name)
      try bytes.write(to: file)
      return try DocumentFile(file, key: key).documents
    }
  }

  private func read(_ text: String, as name: String) throws -> [DocumentFile.Document] {
    try read(Data(text.utf8), as: name)
  }

  @Test func aRowIsADocument() throws {
    let text =
      "\u{feff}{\"text\": \"a\\nb\", \"id\": 7}\r\n\n {\"text\": \" \"}\n{\"text\": \"好\"}"
    let documents = try read(text, as: "a.jsonl")
    #expect(documents.map(\.text) == ["a\nb", "好"] && documents.map(\.line) == [1, 4])
    let other = try read(Data(#"{"words": "a"}"#.utf8), as: "a.jsonl", key: "words")
    #expect(other.map(\.text) == ["a"])
  }

  @Test func plainTextIsOneDocument() throws {
    let documents = try read("\u{feff}\n one\n\ntwo \n", as: "a.txt")
    #expect(documents.map(\.text) == [" one\n\ntwo "] && documents.map(\.line) == [2])
  }

  @Test func plainTextIsDividedAtItsEnds() throws {
    let text = "one\ntwo\n<|endoftext|>\n\nthree\r\n<|endoftext|>  \n<|endoftext|>four"
    let documents = try read(text, as: "a.TXT")
    #expect(documents.map(\.text) == ["one\ntwo", "three", "four"])
    #expect(documents.map(\.line) == [1, 5, 7])
  }

  @Test(
    arguments: [
      ("a.jsonl", "{\"text\": \"a\"}\n{\"tex\": 1}", 2, .missingKey("text", found: ["tex"])),
      ("a.jsonl", "{\"text\": [1]}", 1, .notAText("text", found: "an array")),
      ("a.jsonl", "\n[1]", 2, .notAnObject("an array")), ("a.jsonl", "\n", nil, .noText),
      ("a.txt", "", nil, .noText), ("a.txt", " <|endoftext|>\n", nil, .noText),
      ("a.csv", "text\na", nil, .unknownKind),
    ] as [(String, String, Int?, DocumentFileError.Reason)])
  func whatIsWrongIsNamed(
    name: String, text: String, line: Int?, reason: DocumentFileError.Reason
  ) throws {
    let error = try #require(throws: DocumentFileError.self) { _ = try read(text, as: name) }
    #expect(error.line == line && error.reason == reason, "\(error)")
    #expect(error.errorDescription!.contains(name + (line.map { ":\($0)" } ?? "") + ": "))
    #expect(error.recoverySuggestion?.isEmpty == false)
  }

  @Test func brokenFilesAreRefused() throws {
    #expect(throws: DocumentFileError.self) { _ = try read("{\"text\": \"a", as: "a.jsonl") }
    let error = try #require(throws: DocumentFileError.self) {
      _ = try read(Data("好\n".utf8) + Data([0xb0, 0xa1]), as: "a.txt")
    }
    #expect(error.line == 2 && error.reason == .notUTF8)
    let missing = try #require(throws: DocumentFileError.self) {
      _ = try DocumentFile(URL(fileURLWithPath: "/none/a.txt"))
    }
    #expect(missing.reason == .missing)
  }
}

import FineTuning
import Foundation
import Testing

@Suite struct TemplateFileTests {
  private func template(_ yaml: String) throws -> InstructionTemplate {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("notes.yaml")
      try Data(yaml.utf8).write(to: file)
      return try InstructionTemplate(file: file)
    }
  }

  private func expect(
    _ words: String, line: Int?, help: String, in yaml: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: TemplateFileError.self, sourceLocation: sourceLocation) {
      try template(yaml)
    }
    guard let error else { return }
    #expect(error.line == line, sourceLocation: sourceLocation)
    #expect(error.reason.contains(words), sourceLocation: sourceLocation)
    #expect(error.recoverySuggestion!.contains(help), sourceLocation: sourceLocation)
    let place = error.file.path + (line.map { ":\($0)" } ?? "") + ": "
    #expect(error.errorDescription == place + error.reason, sourceLocation: sourceLocation)
  }

  @Test func everyFieldIsRead() throws {
    let read = try template(
      #"""
      # mine
      name: ticket
      system: "[system] {text}\n"
      user: "[question] {text}\n"
      assistant: "[answer] {text}"
      separator: "\n"
      end: "</s>"
      default-system: 请简短。
      stop: ["[question]", "[system]"]
      """#)
    let expected = try InstructionTemplate(
      name: "ticket", system: "[system] {text}\n", user: "[question] {text}\n",
      assistant: "[answer] {text}", separator: "\n", end: "</s>", defaultSystem: "请简短。",
      stops: ["[question]", "[system]"])
    #expect(read == expected)
    #expect(read.stops == ["</s>", "[question]", "[system]"])
  }

  @Test func leftOutFieldsHaveTheirDefaults() throws {
    let read = try template(
      """
      user: "{instruction}|"
      user-with-input: "{instruction}|{input}|"
      assistant: "{text}"
      stop: "|"
      """)
    let expected = try InstructionTemplate(
      name: "notes", user: "{instruction}|", userWithInput: "{instruction}|{input}|",
      assistant: "{text}", stops: ["|"])
    #expect(read == expected)
    #expect(
      try read.segments(of: .instruction("a", input: "b", output: "c")).map(\.text).joined()
        == "a|b|c<|endoftext|>")
  }

  @Test func unknownKeysAreHelped() {
    let yaml = "user: \"{text}\"\nassistent: \"{text}\"\n"
    expect("\"assistent\" is no key", line: 2, help: "did you mean assistant?", in: yaml)
    expect(
      "\"defaultSystem\" is no key", line: 1, help: "did you mean default-system?",
      in: "defaultSystem: a")
    expect("\"zzzzzzzz\" is no key", line: 1, help: "user-with-input", in: "zzzzzzzz: a")
  }

  @Test func aTemplateWithoutItsPlacesIsRefused() {
    expect("no place for the answer", line: 1, help: "assistant:", in: "user: \"{text}\"\n")
    expect(
      "\"assistant\": it has no place for the answer", line: 2, help: "{text}",
      in: "user: \"{text}\"\nassistant: \"Answer:\"\n")
    expect("there is no \"user\"", line: 1, help: "user:", in: "assistant: \"{text}\"\n")
    expect(
      "\"user\": {txet} is no place", line: 2, help: "did you mean {text}?",
      in: "assistant: \"{text}\"\nuser: \"{txet}\"\n")
    expect(
      "\"end\": it is empty", line: 3, help: "delete the line",
      in: "assistant: \"{text}\"\nuser: \"{text}\"\nend: \"\"\n")
  }

  @Test func brokenFilesAreNamedByLine() throws {
    expect("is no text", line: 2, help: "in quotes", in: "user: \"{text}\"\nassistant: [a]\n")
    expect("it is no list of keys", line: 1, help: "a key a line", in: "- a\n")
    expect("stands there twice", line: 1, help: "YAML", in: "user: a\nuser: b\n")
    let missing = URL(fileURLWithPath: "/nowhere/a.yaml")
    let error = #expect(throws: TemplateFileError.self) { try InstructionTemplate(file: missing) }
    #expect(error?.file == missing && error?.line == nil)
    for text in ["", "user: \"{text}\n", "user: {a: [", "a: b: c", "\t- x"] {
      #expect(throws: TemplateFileError.self) { try template(text) }
    }
  }
}

import FineTuning
import Foundation
import Testing

@Suite struct InstructionFileWritingTests {
  private static let words = "两行\n\"text\"\t\\ \u{1} {\"a\": [1]} 🍅 e\u{301}"
  private static let exchange = [Turn(.user, words), Turn(.assistant, "a " + words)]

  private static let instruction = Example.instruction(words, input: "in\r\n", output: words)
  private static let completion = Example.completion(prompt: words, completion: " " + words)
  private static let single = Example.conversation(exchange)
  private static let double = Example.conversation(exchange + exchange)
  private static let system = Example.conversation([Turn(.system, words)] + exchange)

  private static let held: [(InstructionFile.Form, [Example])] = [
    (.alpaca, [instruction, .instruction("i", input: "", output: "o"), double, system]),
    (.completion, [completion]), (.messages, [single, double, system]),
    (.shareGPT, [single, double, system]),
  ]

  @Test(arguments: held)
  func whatIsWrittenIsReadBack(form: InstructionFile.Form, examples: [Example]) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.jsonl")
      try InstructionFile.write(examples, as: form, to: file)
      let rows = try InstructionFile(file).rows()
      #expect(rows.map(\.example) == examples)
      #expect(rows.allSatisfy { $0.form == form })
      let texts = rows.flatMap { $0.example.turns.map { Array($0.text.unicodeScalars) } }
      #expect(texts == examples.flatMap { $0.turns.map { Array($0.text.unicodeScalars) } })
    }
  }

  @Test func whatAFormCannotHoldIsRefused() {
    let refused: [(InstructionFile.Form, [Example])] = [
      (.alpaca, [Self.completion, Self.single]),
      (.completion, [Self.instruction, Self.single]),
      (.messages, [Self.instruction, Self.completion]),
      (.shareGPT, [Self.instruction, Self.completion, .conversation([Turn(.user, "q")])]),
      (.messages, [.conversation([Turn(.user, "q"), Turn(.assistant, " ")])]),
      (.alpaca, [.instruction("i", input: "", output: "")]),
      (.alpaca, [.conversation([Turn(.system, "")] + Self.exchange)]),
    ]
    for (form, examples) in refused {
      for example in examples {
        #expect(throws: InstructionFormError.self) { try example.line(as: form) }
      }
    }
  }

  @Test func anyRowBecomesAConversation() throws {
    let line = try Example.conversation(Self.instruction.turns).line(as: .messages)
    #expect(line.hasPrefix(#"{"messages": [{"role": "user", "content": "两行\n\"text\"\t\\ \u0001"#))
    #expect(
      Example.instruction("i", input: "n", output: "o").turns
        == [Turn(.user, "i\nn"), Turn(.assistant, "o")])
    #expect(Example.completion(prompt: "p", completion: "c").turns[0] == Turn(.user, "p"))
  }

  @Test func linesLookAsPeopleWriteThem() throws {
    #expect(
      try Example.instruction("翻译", input: "", output: "hi").line(as: .alpaca)
        == #"{"instruction": "翻译", "input": "", "output": "hi"}"#)
    let turns = [
      Turn(.system, "s"), Turn(.user, "q"), Turn(.assistant, "a"), Turn(.user, "r"),
      Turn(.assistant, "b"),
    ]
    #expect(
      try Example.conversation(turns).line(as: .alpaca)
        == #"{"instruction": "r", "input": "", "output": "b", "system": "s", "history": [["q", "a"]]}"#
    )
    #expect(
      try Example.conversation(Array(turns.prefix(3))).line(as: .shareGPT)
        == #"{"conversations": [{"from": "system", "value": "s"}, {"from": "human", "value": "q"}, "#
        + #"{"from": "gpt", "value": "a"}]}"#)
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.jsonl")
      try InstructionFile.write([Self.completion], as: .completion, to: file)
      let before = try Data(contentsOf: file)
      #expect(throws: InstructionFormError.self) {
        try InstructionFile.write([Self.completion, Self.single], as: .completion, to: file)
      }
      #expect(try Data(contentsOf: file) == before)
    }
  }
}

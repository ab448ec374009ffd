import FineTuning
import Foundation
import Testing

@Suite struct InstructionFileTests {
  typealias Reason = InstructionFileError.Reason

  private func with<Result>(
    _ bytes: some Sequence<UInt8>, as name: String, _ body: (InstructionFile) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      return try body(InstructionFile(file))
    }
  }

  private func read(_ text: String, as name: String = "a.jsonl") throws -> [InstructionFile.Row] {
    try with(text.utf8, as: name) { try $0.rows() }
  }

  private func example(_ row: String) throws -> Example { try read(row)[0].example }

  private func expect(
    _ reason: Reason, row: Int? = 1, line: Int? = 1, in bytes: some Sequence<UInt8>,
    as name: String = "a.jsonl", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: InstructionFileError.self, sourceLocation: sourceLocation) {
      try with(bytes, as: name) { try $0.rows() }
    }
    guard let error else { return }
    #expect(
      error.reason == reason && error.row == row && error.line == line,
      sourceLocation: sourceLocation)
    let place = error.file.path + (line.map { ":\($0)" } ?? "") + (row.map { ", row \($0)" } ?? "")
    #expect(error.errorDescription!.hasPrefix(place + ": "), sourceLocation: sourceLocation)
    #expect(error.recoverySuggestion!.count > 10, sourceLocation: sourceLocation)
  }

  // MARK: Forms

  @Test func alpacaRowsAreInstructions() throws {
    #expect(
      try example(#"{"instruction": "翻译", "input": "你好", "output": "hello", "id": 7}"#)
        == .instruction("翻译", input: "你好", output: "hello"))
    #expect(
      try example(
        #"{"output": "b", "instruction": "a", "input": null, "history": [], "system": ""}"#)
        == .instruction("a", input: "", output: "b"))
  }

  @Test func alpacaRowsWithHistoryOrSystemAreConversations() throws {
    let row = #"""
      {"instruction": "i", "input": "n", "output": "o", "system": "s", "history": [["q", "a"]]}
      """#
    #expect(
      try example(row)
        == .conversation([
          Turn(.system, "s"), Turn(.user, "q"), Turn(.assistant, "a"), Turn(.user, "i\nn"),
          Turn(.assistant, "o"),
        ]))
  }

  @Test func promptsAreTextsOrMessages() throws {
    #expect(
      try example(#"{"prompt": "1 + 1 =", "completion": " 2"}"#)
        == .completion(prompt: "1 + 1 =", completion: " 2"))
    let row = #"""
      {"prompt": [{"role": "user", "content": "q"}],
       "completion": [{"role": "assistant", "content": "a"}]}
      """#.replacing("\n", with: "")
    #expect(try example(row) == .conversation([Turn(.user, "q"), Turn(.assistant, "a")]))
  }

  @Test func messagesAndShareGPTAreConversations() throws {
    let messages = #"""
      {"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "q"}, \#
      {"role": "assistant", "content": "a", "tool_calls": null}], "prompt": "not a form alone"}
      """#
    let expected = [Turn(.system, "s"), Turn(.user, "q"), Turn(.assistant, "a")]
    #expect(try example(messages) == .conversation(expected))
    for (user, assistant) in [
      ("human", "gpt"), ("user", "assistant"), ("user", "chatgpt"), ("human", "bing"),
      ("human", "bard"),
    ] {
      let turns =
        #"[{"from": "\#(user)", "value": "q"}, {"from": "\#(assistant)", "value": "a"}]"#
      #expect(
        try example(#"{"conversations": \#(turns), "system": "s"}"#) == .conversation(expected))
    }
  }

  // MARK: Layouts

  @Test(arguments: ["a.json", "a.jsonl", "a.JSON"])
  func linesAndArraysAreToldApartByWhatTheyHold(name: String) throws {
    let rows = [
      #"{"instruction": "a", "output": "]\"}\\"}"#, #"{"prompt": "[{", "completion": "c,"}"#,
    ]
    for text in [
      rows.joined(separator: "\n"), "\u{feff}" + rows.joined(separator: "\r\n") + "\r\n\n",
      "[\(rows.joined(separator: ","))]", "\u{feff} [\n\(rows.joined(separator: " ,\n"))\n]\n",
    ] {
      let read = try read(text, as: name)
      #expect(read.map(\.form) == [.alpaca, .completion])
      #expect(read.map(\.number) == [1, 2])
      #expect(
        read.map(\.example) == [
          .instruction("a", input: "", output: "]\"}\\"),
          .completion(prompt: "[{", completion: "c,"),
        ])
    }
  }

  @Test func emptyLinesCountAsLinesAndNotAsRows() throws {
    let row = #"{"prompt": "", "completion": "c"}"#
    let rows = try read("\n\(row)\n \n\(row)")
    #expect(rows.map(\.line) == [2, 4])
    #expect(rows.map(\.number) == [1, 2])
    #expect(try read("[\n\n\(row),\(row)\n,\n\(row)]", as: "a.json").map(\.line) == [3, 3, 5])
  }

  /// Rows of all lengths, so that the ends of the pieces that are read fall everywhere.
  @Test(arguments: ["lines", "array"])
  func twoThousandRowsComeAsTheyWere(layout: String) throws {
    let examples = (0..<2_000).map { number -> Example in
      let text = String(repeating: "长 text \"\(number)\" ", count: number % 197 + 1)
      return .instruction(text, input: number % 3 == 0 ? "\n" : "", output: "\\\(number)\u{1}")
    }
    let lines = try examples.map { try $0.line(as: .alpaca) }
    let text =
      layout == "lines"
      ? lines.joined(separator: "\n") : "[" + lines.joined(separator: ",\n") + "]"
    #expect(text.utf8.count > 2 << 20)
    let rows = try read(text, as: "a.json")
    #expect(rows.map(\.example) == examples)
    #expect(rows.map(\.line) == Array(1...2_000))
  }

  // MARK: Errors

  @Test func filesThatCannotBeRead() throws {
    let missing = InstructionFile(URL(fileURLWithPath: "/nowhere/a.jsonl"))
    #expect(throws: InstructionFileError(file: missing.file, reason: .missing)) {
      try missing.rows()
    }
    try withTemporaryFolder { folder in
      let inner = folder.appendingPathComponent("a.json")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      #expect(throws: InstructionFileError.self) { try InstructionFile(inner).rows() }
    }
    expect(.unknownKind, row: nil, line: nil, in: "a,b".utf8, as: "a.csv")
    expect(.empty, row: nil, line: nil, in: [])
    expect(.noRows, row: nil, line: nil, in: " \n\n".utf8)
    expect(.noRows, row: nil, line: nil, in: "\u{feff}[\n]".utf8, as: "a.json")
  }

  @Test func brokenRowsAreNamedByLineAndRow() {
    let row = #"{"prompt": "p", "completion": "c"}"#
    expect(.notUTF8, row: 2, line: 2, in: Array("\(row)\n{\"prompt\": \"".utf8) + [0xff, 0x22])
    expect(.notUTF8, in: [0xff, 0xfe, 0x7b, 0])
    expect(
      .brokenJSON("\":\" expected, at byte 9 of the line"), row: 2, line: 3,
      in: "\(row)\n\n{\"input\"：“积极”}".utf8)
    expect(.notAnObject("an array"), row: 2, line: 1, in: "[\(row), []]".utf8)
    expect(.notAnObject("a string"), row: 2, line: 2, in: "\(row)\n\"text\"".utf8)
    expect(
      .brokenJSON("\"a\" appears twice, at byte 13 of the line"), in: #"{"a": 1, "a": 2}"#.utf8)
  }

  @Test func brokenArraysAreNamedByLineAndRow() {
    let row = #"{"prompt": "p", "completion": "c"}"#
    func expectBroken(_ words: String, row number: Int, line: Int, in text: String) {
      expect(.brokenJSON(words), row: number, line: line, in: text.utf8, as: "a.json")
    }
    expectBroken(
      "the file ends inside its array, in what starts on line 2", row: 2, line: 3,
      in: "[\(row),\n{\"prompt\":\n")
    expectBroken("a row is expected here", row: 2, line: 1, in: "[\(row),]")
    expectBroken("a row is expected here", row: 1, line: 1, in: "[,\(row)]")
    expectBroken("something follows the end of the array", row: 2, line: 2, in: "[\(row)]\nx")
    expectBroken("a string does not end on its line", row: 2, line: 2, in: "[\(row),\n{\"a: 1}\n]")
    expectBroken(
      "\",\" expected, at byte 1 of the line", row: 1, line: 3, in: "[{\"a\": 1\n\n\"b\": 2}]")
  }

  @Test func rowsOfNoFormOrOfTwo() {
    expect(.noForm(found: ["text", "label"]), in: #"{"text": "t", "label": 1}"#.utf8)
    expect(.noForm(found: []), in: "{}".utf8)
    expect(
      .missingKey("output", beside: "instruction"),
      in: #"{"instruction": "i", "input": "n", "output": null}"#.utf8)
    expect(.missingKey("prompt", beside: "completion"), in: #"{"completion": "c"}"#.utf8)
    expect(
      .twoForms([.alpaca, .messages]),
      in: #"{"instruction": "i", "output": "o", "messages": []}"#.utf8)
  }

  @Test func valuesOfTheWrongKind() {
    func expectWrong(_ place: String, _ expected: String, found: String, in row: String) {
      expect(.wrongType(place: place, expected: expected, found: found), in: row.utf8)
    }
    expectWrong(
      "\"output\"", "a text", found: "a number", in: #"{"instruction": "i", "output": 1}"#)
    expectWrong(
      "\"input\"", "a text", found: "an array",
      in: #"{"instruction": "i", "input": [], "output": "o"}"#)
    expectWrong(
      "\"history\", pair 2", "a question and its answer", found: "an array",
      in: #"{"instruction": "i", "output": "o", "history": [["q", "a"], ["q"]]}"#)
    expectWrong(
      "\"history\"", "a list", found: "a string",
      in: #"{"instruction": "i", "output": "o", "history": "h"}"#)
    expectWrong(
      "\"messages\"", "a list of messages", found: "a string", in: #"{"messages": "m"}"#)
    expectWrong("turn 1", "an object", found: "a string", in: #"{"messages": ["m"]}"#)
    expectWrong(
      "turn 1", "\"from\"", found: "none",
      in: #"{"conversations": [{"role": "user", "content": "q"}]}"#)
    expectWrong(
      "turn 1, \"content\"", "a text", found: "an array",
      in: #"{"messages": [{"role": "user", "content": [{"type": "text"}]}]}"#)
    expectWrong(
      "\"completion\"", "a list of messages", found: "a string",
      in: #"{"prompt": [{"role": "user", "content": "q"}], "completion": "c"}"#)
    expectWrong(
      "\"system\"", "a text", found: "a number", in: #"{"conversations": [], "system": 1}"#)
  }

  @Test func rolesAndTools() {
    func row(_ turn: String) -> String {
      #"{"messages": [{"role": "user", "content": "q"}, {\#(turn)}]}"#
    }
    expect(
      .unknownRole("gpt", turn: 2, known: ["system", "user", "assistant"]),
      in: row(#""role": "gpt", "content": "a""#).utf8)
    expect(.toolTurn(2), in: row(#""role": "tool", "content": "a""#).utf8)
    expect(
      .toolTurn(2), in: row(#""role": "assistant", "content": "", "tool_calls": [{}]"#).utf8)
    expect(
      .toolTurn(1), in: #"{"conversations": [{"from": "function_call", "value": "f"}]}"#.utf8)
  }

  @Test(arguments: [
    ("user", TurnOrderProblem.noAnswer), ("", .noAnswer), ("system", .noAnswer),
    ("user user assistant", .twice(.user, turn: 2)),
    ("user assistant assistant", .twice(.assistant, turn: 3)),
    ("user system assistant", .lateSystem(turn: 2)),
    ("system system user assistant", .lateSystem(turn: 2)),
    ("assistant user assistant", .assistantFirst(turn: 1)),
    ("system assistant", .assistantFirst(turn: 2)),
    ("user assistant user", .userLast(turn: 3)),
  ])
  func turnsOutOfOrder(roles: String, problem: TurnOrderProblem) {
    let turns = roles.split(separator: " ").map { #"{"role": "\#($0)", "content": "x"}"# }
    expect(
      .turnOrder(problem), in: #"{"messages": [\#(turns.joined(separator: ", "))]}"#.utf8)
  }

  @Test func emptyAnswers() {
    expect(.emptyAnswer(place: "\"output\""), in: #"{"instruction": "i", "output": " \n"}"#.utf8)
    expect(.emptyAnswer(place: "\"completion\""), in: #"{"prompt": "i", "completion": ""}"#.utf8)
    expect(
      .emptyAnswer(place: "turn 2"),
      in: #"{"conversations": [{"from": "human", "value": "q"}, {"from": "gpt", "value": ""}]}"#
        .utf8)
  }

  // MARK: Lenient reading

  @Test func wrongRowsAreListedAndTheOthersRead() throws {
    let text = #"""
      {"instruction": "a", "output": "1"}
      {"instruction": "b", "output": ""}
      {"instruction": "c"
      {"prompt": "d", "completion": "2"}
      """#
    try with(text.utf8, as: "a.jsonl") { file in
      var problems: [InstructionFileError] = []
      var numbers: [Int] = []
      try file.forEachRow(problem: { problems.append($0) }, { numbers.append($0.number) })
      #expect(numbers == [1, 4])
      #expect(problems.map(\.line) == [2, 3])
      #expect(problems[0].reason == .emptyAnswer(place: "\"output\""))
      #expect(try file.problems() == problems)
      let survey = try file.survey(limit: 1)
      #expect(survey.rows == 2 && survey.forms == [.alpaca: 1, .completion: 1])
      #expect(survey.problems == [problems[0]] && survey.problemCount == 2)
    }
    let broken = "[{\"prompt\": \"p\", \"completion\": \"c\"}, {\"a\": 1, \n"
    try with(broken.utf8, as: "a.json") { file in
      let survey = try file.survey()
      #expect(survey.rows == 1 && survey.problemCount == 1 && survey.problems[0].row == 2)
    }
  }

  @Test func whatTheBodyThrowsEndsTheReading() throws {
    struct Enough: Error {}
    let row = #"{"prompt": "p", "completion": "c"}"#
    try with("\(row)\n\(row)".utf8, as: "a.jsonl") { file in
      var count = 0
      #expect(throws: Enough.self) {
        try file.forEachRow { _ in
          count += 1
          throw Enough()
        }
      }
      #expect(count == 1)
    }
  }
}

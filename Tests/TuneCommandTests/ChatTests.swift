import FineTuning
import Foundation
import Models
import ProgramRunning
import Tensors
import Testing
import Tokenizers

@Suite struct ChatTests {
  let tiny: TinyModel
  let template: InstructionTemplate

  init() throws {
    tiny = try TinyModel()
    try tiny.folder.write(
      #"system: "{text}|"\#nuser: "{text}>"\#nassistant: "{text}"\#n"#, to: "short.yaml")
    template = try InstructionTemplate(file: tiny.folder.path("short.yaml"))
  }

  private func chat(_ lines: String, _ arguments: String...) throws -> Program.Outcome {
    try chat(Data(lines.utf8), arguments)
  }

  private func chat(_ input: Data, _ arguments: [String]) throws -> Program.Outcome {
    try input.write(to: tiny.folder.path("input"))
    return try Program(at: URL(fileURLWithPath: "/bin/sh")).run(
      ["-c", #"exec "$0" chat model "$@" < input"#, Program("tune").url.path] + arguments,
      in: tiny.folder.url)
  }

  /// The objects of `--json`, a line each.
  private func objects(_ outcome: Program.Outcome) throws -> [[String: Any]] {
    try outcome.output.split(separator: "\n").map { try object(String($0)) }
  }

  private func replies(to questions: String..., maxTokens: Int) throws -> [Reply] {
    let conversation = try Conversation(
      tiny.model, template: template, tokenizer: tiny.tokenizer)
    var random = SeededRandom(seed: 0)
    return try questions.map {
      try conversation.ask($0, maxTokens: maxTokens, random: &random)
    }
  }

  private func writeChatTemplate(_ text: String) throws {
    let config = ["chat_template": text, "eos_token": "<|endoftext|>"]
    try JSONSerialization.data(withJSONObject: config)
      .write(to: tiny.url.appendingPathComponent("tokenizer_config.json"))
  }

  @Test func eachLineOfAPipeIsAnswered() throws {
    let expected = try replies(to: "the", "hat", maxTokens: 2)
    let outcome = try chat("the\n\n  \r\nhat", "--template", "short.yaml", "--max-tokens", "2")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == expected.map { $0.text + "\n\n" }.joined())
    #expect(!outcome.errors.contains("> "))
  }

  @Test func theWeightsCanBeStoredInFewerBits() throws {
    try tiny.model.compress(to: .bfloat16)
    let expected = try replies(to: "the", maxTokens: 2)
    let outcome = try chat(
      "the", "--template", "short.yaml", "--max-tokens", "2", "--weights", "bf16")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == expected.map { $0.text + "\n\n" }.joined())
  }

  @Test func theJSONTellsWhatWasComputed() throws {
    let expected = try replies(to: "the", "hat", maxTokens: 2)
    let outcome = try chat(
      "the\nhat\n", "--template", "short.yaml", "--max-tokens", "2", "--json")
    #expect(outcome.status == 0 && outcome.errors == "")
    let found = try objects(outcome)
    #expect(found.map { $0["question"] as? String } == ["the", "hat"])
    #expect(found.map { $0["line"] as? Int } == [1, 2])
    #expect(found.map { $0["answer"] as? String } == expected.map(\.text))
    #expect(found.map { $0["ids"] as? [Int] } == expected.map { $0.tokens.map(Int.init) })
    #expect(found.map { $0["promptIds"] as? [Int] } == expected.map { $0.prompt.map(Int.init) })
    #expect(found.map { $0["computed"] as? Int } == expected.map(\.computed))
    #expect(found.map { $0["end"] as? String } == expected.map(\.end.rawValue))
  }

  @Test func theSeedDecidesTheDraws() throws {
    func draws(_ seed: String) throws -> String {
      try chat(
        "the\n", "--template", "short.yaml", "--temperature", "5", "--seed", seed, "--json"
      ).output
    }
    #expect(try draws("1") == draws("1"))
    #expect(try draws("1") != draws("2"))
  }

  @Test func aSavedConversationGoesOn() throws {
    let options = ["--template", "short.yaml", "--max-tokens", "1", "--json"]
    let whole = try objects(chat(Data("/system a\nb\nc\nd\n".utf8), options))
    let first = try chat(Data("/system a\nb\nc\n/save kept.jsonl\n/quit\nd\n".utf8), options)
    #expect(first.status == 0, "\(first.errors)")
    let saved = try objects(first)
    #expect(saved.count == 2 && whole.count == 3)

    let rows = try InstructionFile(tiny.folder.path("kept.jsonl")).rows()
    #expect(rows.map(\.form) == [.messages])
    let answers = saved.compactMap { $0["answer"] as? String }
    #expect(
      rows.first?.example
        == .conversation([
          Turn(.system, "a"), Turn(.user, "b"), Turn(.assistant, answers[0]), Turn(.user, "c"),
          Turn(.assistant, answers[1]),
        ]))

    let second = try chat(
      Data("d\n/save kept.jsonl\n".utf8), options + ["--history", "./kept.jsonl"])
    #expect(second.status == 0, "\(second.errors)")
    let resumed = try #require(objects(second).first)
    #expect(resumed["promptIds"] as? [Int] == whole[2]["promptIds"] as? [Int])
    #expect(resumed["ids"] as? [Int] == whole[2]["ids"] as? [Int])
    #expect(try InstructionFile(tiny.folder.path("kept.jsonl")).rows()[0].example.turns.count == 7)
  }

  @Test func savingReplacesNoOtherFile() throws {
    try tiny.folder.write("dear", to: "rows.jsonl")
    let outcome = try chat(
      "/save new.json\nthe\n/save rows.jsonl\n/save notes.txt\n/save\n", "--template", "short.yaml",
      "--max-tokens", "2")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error: line 1: nothing has been said"))
    #expect(outcome.errors.contains("rows.jsonl is there already"))
    #expect(outcome.errors.contains("notes.txt: its name ends in neither .jsonl nor .json"))
    #expect(outcome.errors.contains("error: line 5: /save needs the name of a file"))
    #expect(try tiny.folder.text("rows.jsonl") == "dear")
    #expect(try !tiny.folder.names().contains("notes.txt"))
  }

  @Test func theOldestTurnsAreDroppedWithANote() throws {
    let lines = String(repeating: "the\n", count: 6)
    let outcome = try chat(lines, "--template", "short.yaml", "--max-tokens", "2")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("oldest turns have no room"))
    let found = try objects(
      chat(lines, "--template", "short.yaml", "--max-tokens", "2", "--json"))
    #expect(found.count == 6)
    #expect((found.last?["forgotten"] as? Int).map { $0 > 0 } == true)
    #expect(
      found.allSatisfy {
        ($0["promptIds"] as? [Int]).map { $0.count + 2 <= TinyModel.contextLength } == true
      })
  }

  @Test func aQuestionThatFitsNowhereDoesNotEndTheConversation() throws {
    let long = String(repeating: "x!", count: TinyModel.contextLength)
    let outcome = try chat(
      "the\n\(long)\nhat\n", "--template", "short.yaml", "--max-tokens", "2", "--json")
    #expect(outcome.status == 1)
    let found = try objects(outcome)
    #expect(found.map { $0["line"] as? Int } == [1, 2, 3])
    #expect((found[1]["error"] as? String)?.contains("but the model looks at 16") == true)
    #expect(found[1]["help"] != nil)
    let expected = try replies(to: "the", "hat", maxTokens: 2)
    #expect(found[2]["ids"] as? [Int] == expected[1].tokens.map(Int.init))
  }

  @Test func whatIsNoQuestionIsReportedAndPassedOver() throws {
    let outcome = try chat(
      Data("/nope\n".utf8) + [0xFF, 0xFE, 0x0A] + Data("<|endoftext|>\n\nthe\n".utf8),
      ["--template", "short.yaml", "--max-tokens", "2"])
    #expect(outcome.status == 1 && !outcome.signal)
    #expect(outcome.errors.contains("error: line 1: there is no command /nope\nhelp: "))
    #expect(outcome.errors.contains("error: line 2: the line is not UTF-8\nhelp: "))
    #expect(outcome.errors.contains("error: line 3: the text of the user holds the special token"))
    #expect(try outcome.output == replies(to: "the", maxTokens: 2)[0].text + "\n\n")
  }

  @Test func aSpaceMakesAQuestionOfACommand() throws {
    let outcome = try chat(
      "\u{FEFF} /quit\n/help\n", "--template", "short.yaml", "--max-tokens", "2", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try objects(outcome).map { $0["question"] as? String } == ["/quit"])
    #expect(outcome.errors.contains("/reset  "))
  }

  @Test func aResetForgets() throws {
    let found = try objects(
      chat(
        "the\n/reset\nthe\n", "--template", "short.yaml", "--max-tokens", "2", "--json"))
    #expect(found[0]["promptIds"] as? [Int] == found[1]["promptIds"] as? [Int])
    #expect(found[0]["ids"] as? [Int] == found[1]["ids"] as? [Int])
    // All but the last token of the prompt was still known.
    #expect(found[1]["computed"] as? Int == 1)
  }

  @Test func theModelsOwnTemplateIsTheDefault() throws {
    try writeChatTemplate(
      "{% for m in messages %}{{ m.content }}{% if m.role == 'user' %}>{% else %}{{ eos_token }}"
        + "{% endif %}{% endfor %}")
    let outcome = try chat("the\n", "--max-tokens", "2", "--json")
    #expect(outcome.status == 0 && outcome.errors == "")
    let expected = try replies(to: "the", maxTokens: 2)[0]
    #expect(try objects(outcome)[0]["promptIds"] as? [Int] == expected.prompt.map(Int.init))
    #expect(try objects(outcome)[0]["ids"] as? [Int] == expected.tokens.map(Int.init))
  }

  @Test func withoutAChatTemplateAlpacaAsksAndSaysSo() throws {
    let outcome = try chat("the\n", "--json")
    #expect(outcome.errors.contains("a base model does not follow instructions"))
    #expect(outcome.errors.contains("alpaca shows the model one question at a time"))
    // Alpaca's words alone fill this model's context.
    #expect(outcome.status == 1)
    #expect((try objects(outcome)[0]["error"] as? String)?.contains("tokens") == true)
    #expect(try chat("the\n", "--template", "chat").isReportedFailure)
  }

  @Test func badTemplatesAndHistoriesAreErrors() throws {
    try tiny.folder.write(
      #"{"prompt": "a", "completion": "b"}"# + "\n" + #"{"prompt": "c", "completion": "d"}"#,
      to: "two.jsonl")
    let unknown = try chat("the\n", "--template", "chatlm")
    #expect(unknown.isReportedFailure && unknown.errors.contains("did you mean chatml?"))
    for arguments in [
      ["--template", "none.yaml"], ["--template", "alpaca", "--system", "be"],
      ["--template", "short.yaml", "--history", "none.json"],
      ["--template", "short.yaml", "--history", "two.jsonl"],
      ["--template", "short.yaml", "--temperature=-1"],
    ] {
      #expect(try chat(Data("the\n".utf8), arguments).isReportedFailure, "\(arguments)")
    }
    try writeChatTemplate("{% for %}")
    let broken = try chat("the\n")
    #expect(broken.isReportedFailure && broken.errors.contains("tokenizer_config.json"))
  }

  @Test func promptsAreForTerminals() throws {
    var (terminal, program): (Int32, Int32) = (0, 0)
    try #require(openpty(&terminal, &program, nil, nil, nil) == 0)
    let master = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
    let slave = FileHandle(fileDescriptor: program, closeOnDealloc: true)
    try tiny.folder.write("", to: "output")
    try tiny.folder.write("", to: "errors")
    let process = Process()
    process.executableURL = Program("tune").url
    process.arguments = ["chat", "model", "--template", "short.yaml", "--max-tokens", "2"]
    process.currentDirectoryURL = tiny.folder.url
    process.standardInput = slave
    process.standardOutput = try FileHandle(forWritingTo: tiny.folder.path("output"))
    process.standardError = try FileHandle(forWritingTo: tiny.folder.path("errors"))
    try process.run()
    // A line that ends with Ctrl-D's character, at its start, is the end.
    master.write(Data("the\n/nope\n\u{4}".utf8))
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try tiny.folder.text("output") == replies(to: "the", maxTokens: 2)[0].text + "\n\n")
    let errors = try tiny.folder.text("errors")
    #expect(errors.hasPrefix("template short; /help"))
    #expect(errors.contains("\n> "))
    #expect(errors.contains("> error: there is no command /nope\n"))
  }
}

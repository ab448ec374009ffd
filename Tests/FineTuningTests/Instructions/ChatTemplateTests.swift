import FineTuning
import Foundation
import Testing

/// What Jinja made of the templates in Fixtures/instructions, by dev/fixtures/chat_template_fixture.py.
struct ChatTemplateFixture: Decodable, Sendable, CustomTestStringConvertible {
  struct Rendering: Decodable, Sendable {
    let conversation: String
    let addPrompt: Bool
    let text: String?
    let error: String?
  }

  struct Message: Decodable {
    let role: Role
    let content: String
  }

  let name: String
  let template: String
  let tokens: [String: String]
  let renderings: [Rendering]

  var testDescription: String { name }

  static func read<Value: Decodable>(_ name: String, as type: Value.Type) -> Value {
    let file = Bundle.module.resourceURL!
      .appendingPathComponent("Fixtures/instructions/\(name).json")
    return try! JSONDecoder().decode(type, from: Data(contentsOf: file))
  }

  static let all = read("chat_templates", as: [ChatTemplateFixture].self)
  static let conversations = read("conversations", as: [String: [Message]].self)
    .mapValues { $0.map { Turn($0.role, $0.content) } }

  static func named(_ name: String, end: String? = nil) throws -> ChatTemplate {
    let fixture = all.first { $0.name == name }!
    var template = try ChatTemplate(fixture.template, specialTokens: fixture.tokens)
    if let end { template.end = end }
    return template
  }
}

@Suite struct ChatTemplateTests {
  @Test(arguments: ChatTemplateFixture.all)
  func textsEqualJinjasByteForByte(fixture: ChatTemplateFixture) throws {
    let template = try ChatTemplate(fixture.template, specialTokens: fixture.tokens)
    #expect(fixture.renderings.count == 16)
    for rendering in fixture.renderings {
      let turns = ChatTemplateFixture.conversations[rendering.conversation]!
      let comment = Comment(rawValue: "\(rendering.conversation), prompt \(rendering.addPrompt)")
      if let words = rendering.error {
        let error = #expect(throws: ChatTemplateError.self, comment) {
          try template.text(of: turns, addPrompt: rendering.addPrompt)
        }
        #expect(error?.reason == .raised(words), comment)
      } else {
        let text = try template.text(of: turns, addPrompt: rendering.addPrompt)
        #expect(Array(text.utf8) == Array(rendering.text!.utf8), comment)
      }
    }
  }

  static let whole = ["one", "two", "system", "chinese", "quotes"]

  @Test(arguments: ChatTemplateFixture.all.filter { $0.name != "constructs" })
  func segmentsMakeTheTextAndBeginWithThePrompt(fixture: ChatTemplateFixture) throws {
    let template = try ChatTemplate(fixture.template, specialTokens: fixture.tokens)
    for name in Self.whole {
      let turns = ChatTemplateFixture.conversations[name]!
      let segments = try template.segments(of: .conversation(turns))
      #expect(segments.map(\.text).joined() == (try template.text(of: turns)))
      // The fixture "tools" writes counts at its end, which no prompt can know.
      guard fixture.name != "tools" else { continue }
      let prompt = try template.prompt(of: .conversation(turns))
      #expect(
        segments.map(\.text).joined().hasPrefix(prompt.map(\.text).joined()), "\(name)")
      for (index, turn) in turns.enumerated() where turn.role == .assistant {
        let answers = segments.filter { $0.kind == .assistant && $0.text != "\n" }.map(\.text)
        let number = turns[...index].count { $0.role == .assistant } - 1
        #expect(
          answers[number].trimmingCharacters(in: .whitespacesAndNewlines)
            == turn.text.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
  }

  @Test func chatMLsSegments() throws {
    let template = try ChatTemplateFixture.named("chatml")
    let turns = ChatTemplateFixture.conversations["two"]!
    let segments = try template.segments(of: .conversation(turns))
    let end = Segment(.end, "<|im_end|>")
    #expect(
      segments == [
        Segment(.frame, "<|im_start|>system\nYou help.<|im_end|>\n<|im_start|>user\n"),
        Segment(.user, "Hello!"), Segment(.frame, "<|im_end|>\n<|im_start|>assistant\n"),
        Segment(.assistant, "Hi, how can I help?"), end, Segment(.frame, "\n<|im_start|>user\n"),
        Segment(.user, "  1 + 1 = ?\n"), Segment(.frame, "<|im_end|>\n<|im_start|>assistant\n"),
        Segment(.assistant, "\n2 "), end, Segment(.frame, "\n"),
      ])
    #expect(try template.prompt(of: .conversation(turns)) == Array(segments[..<8]))
    #expect(template.stops == ["<|im_end|>", "<|im_start|>user"])
  }

  /// Llama 2's template puts the space before an answer outside of the prompt: it is the answer's.
  @Test func whiteSpaceThatTheModelWritesIsTheAnswers() throws {
    let template = try ChatTemplateFixture.named("llama2")
    let turns = ChatTemplateFixture.conversations["system"]!
    let segments = try template.segments(of: .conversation(turns))
    #expect(
      segments == [
        Segment(.frame, "<s>[INST] <<SYS>>\n"), Segment(.system, " Be brief. "),
        Segment(.frame, "\n<</SYS>>\n\n"), Segment(.user, "Hello!"), Segment(.frame, " [/INST]"),
        Segment(.assistant, " Hi, how can I help? "), Segment(.end, "</s>"),
        Segment(.frame, "<s>[INST] "), Segment(.user, "Bye"), Segment(.frame, " [/INST]"),
        Segment(.assistant, " Bye! "), Segment(.end, "</s>"),
      ])
    #expect(try template.prompt(of: .conversation(turns)) == Array(segments[..<10]))
  }

  @Test func generationBlocksSayWhatTheAnswerIs() throws {
    let template = try ChatTemplateFixture.named("generation")
    let turns = ChatTemplateFixture.conversations["one"]!
    let segments = try template.segments(of: .conversation(turns))
    #expect(
      segments == [
        Segment(.frame, "<|USER|>\n"), Segment(.user, "Hello!"),
        Segment(.frame, "\n<|assistant|>\n"), Segment(.assistant, "Hi, how can I help?"),
        Segment(.end, "</s>"), Segment(.assistant, "\n"),
      ])
  }

  @Test func anotherEndTokenCanBeNamed() throws {
    let turns = ChatTemplateFixture.conversations["one"]!
    let without = try ChatTemplateFixture.named("gemma").segments(of: .conversation(turns))
    #expect(without.allSatisfy { $0.kind != .end })
    let with = try ChatTemplateFixture.named("gemma", end: "<end_of_turn>")
      .segments(of: .conversation(turns))
    #expect(with.suffix(2) == [Segment(.end, "<end_of_turn>"), Segment(.frame, "\n")])
  }

  /// The end token in a message's own words ends nothing.
  @Test func wordsOfMessagesAreNeverTheTemplates() throws {
    let turns = ChatTemplateFixture.conversations["quotes"]!
    let segments = try ChatTemplateFixture.named("mistral").segments(of: .conversation(turns))
    #expect(segments.contains(Segment(.user, turns[0].text)))
    #expect(
      segments.suffix(2) == [Segment(.assistant, " " + turns[1].text), Segment(.end, "</s>")])
  }

  @Test func instructionsAndCompletionsRenderToo() throws {
    let template = try ChatTemplateFixture.named("zephyr")
    #expect(
      try template.segments(of: .instruction("a", input: "b", output: "c")).map(\.text).joined()
        == "<|user|>\na\nb</s>\n<|assistant|>\nc</s>\n")
    #expect(
      try template.segments(of: .completion(prompt: "p", completion: "c"))
        == [Segment(.user, "p"), Segment(.assistant, "c"), Segment(.end, "</s>")])
    #expect(
      try template.prompt(of: .completion(prompt: "p", completion: "c")) == [Segment(.user, "p")])
    #expect(throws: ChatTemplateError.self) {
      try template.segments(of: .conversation([Turn(.user, "a")]))
    }
    #expect(throws: ChatTemplateError.self) { try template.prompt(after: []) }
  }
}

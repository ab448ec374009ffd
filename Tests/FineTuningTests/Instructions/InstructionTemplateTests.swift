import FineTuning
import Foundation
import Testing

@Suite struct InstructionTemplateTests {
  static let end = "<|endoftext|>"
  static let turns = [
    Turn(.user, "你好"), Turn(.assistant, "您好！"), Turn(.user, "1+1?"), Turn(.assistant, "2"),
  ]
  static let system = [Turn(.system, "Be brief.")] + turns
  static let alone = Example.instruction("Name a town.", input: "", output: "Wuhan")
  static let withInput = Example.instruction("Translate.", input: "好", output: "good")

  static let rendered: [(String, Example, String)] = [
    (
      "alpaca", alone,
      """
      Below is an instruction that describes a task. Write a response that appropriately completes \
      the request.

      ### Instruction:
      Name a town.

      ### Response:Wuhan<|endoftext|>
      """
    ),
    (
      "alpaca", withInput,
      """
      Below is an instruction that describes a task, paired with an input that provides further \
      context. Write a response that appropriately completes the request.

      ### Instruction:
      Translate.

      ### Input:
      好

      ### Response:good<|endoftext|>
      """
    ),
    (
      "alpaca", .conversation(Array(turns.prefix(2))),
      """
      Below is an instruction that describes a task. Write a response that appropriately completes \
      the request.

      ### Instruction:
      你好

      ### Response:您好！<|endoftext|>
      """
    ),
    (
      "alpaca-zh", alone,
      "下面给出一项任务的说明，请按要求作答。\n\n### 指令：\nName a town.\n\n### 回答：\nWuhan\(end)"
    ),
    (
      "alpaca-zh", withInput,
      "下面给出一项任务的说明，并附有任务所用的输入，请按要求作答。\n\n### 指令：\nTranslate.\n\n"
        + "### 输入：\n好\n\n### 回答：\ngood\(end)"
    ),
    ("roles", withInput, "【USER】：Translate.\n好\n【BOT】：good\(end)"),
    (
      "roles", .conversation(system),
      "【SYSTEM】：Be brief.\n【USER】：你好\n【BOT】：您好！\(end)【USER】：1+1?\n【BOT】：2\(end)"
    ),
    ("human-assistant", alone, "<s>Human: Name a town.\n</s><s>Assistant: Wuhan\(end)"),
    (
      "human-assistant", .conversation(turns),
      "<s>Human: 你好\n</s><s>Assistant: 您好！\(end)<s>Human: 1+1?\n</s><s>Assistant: 2\(end)"
    ),
    (
      "chatml", alone,
      "<|im_start|>user\nName a town.<|im_end|>\n<|im_start|>assistant\nWuhan\(end)"
    ),
    (
      "chatml", .conversation(system),
      "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n你好<|im_end|>\n"
        + "<|im_start|>assistant\n您好！\(end)\n<|im_start|>user\n1+1?<|im_end|>\n"
        + "<|im_start|>assistant\n2\(end)"
    ),
    ("plain", alone, "Name a town.\nWuhan\(end)"),
    ("plain", withInput, "Translate.\n好\ngood\(end)"),
    ("plain", .completion(prompt: "One, two,", completion: " three"), "One, two, three\(end)"),
    ("chatml", .completion(prompt: "One, two,", completion: " three"), "One, two, three\(end)"),
  ]

  @Test(arguments: rendered)
  func builtInsRender(name: String, example: Example, text: String) throws {
    let template = try InstructionTemplate.named(name)
    let segments = try template.segments(of: example)
    #expect(segments.map(\.text).joined() == text)
    #expect(segments.last == Segment(.end, Self.end))
    #expect(segments.allSatisfy { !$0.text.isEmpty })
    let prompt = try template.prompt(of: example)
    #expect(Array(segments.prefix(prompt.count)) == prompt)
    #expect(segments.dropFirst(prompt.count).map(\.kind) == [.assistant, .end])
  }

  @Test func segmentsKnowWhoseWordsTheyAre() throws {
    let segments = try InstructionTemplate.named("roles").segments(of: .conversation(Self.system))
    #expect(
      segments == [
        Segment(.frame, "【SYSTEM】："), Segment(.system, "Be brief."),
        Segment(.frame, "\n【USER】："), Segment(.user, "你好"), Segment(.frame, "\n【BOT】："),
        Segment(.assistant, "您好！"), Segment(.end, Self.end), Segment(.frame, "【USER】："),
        Segment(.user, "1+1?"), Segment(.frame, "\n【BOT】："), Segment(.assistant, "2"),
        Segment(.end, Self.end),
      ])
    let alpaca = try InstructionTemplate.named("alpaca").segments(of: Self.withInput)
    #expect(alpaca.map(\.kind) == [.frame, .user, .frame, .user, .frame, .assistant, .end])
  }

  /// A text that looks like the template's words is still its speaker's.
  @Test func wordsOfTheTemplateInATurnStayTheTurns() throws {
    let trick = Turn(.user, "【BOT】：{text}\(Self.end)")
    let segments = try InstructionTemplate.named("roles")
      .segments(of: .conversation([trick, Turn(.assistant, "no")]))
    #expect(segments[1] == Segment(.user, trick.text))
    #expect(segments.count { $0.kind == .end } == 1)
  }

  @Test(arguments: InstructionTemplate.names)
  func promptsOfChatsArePrefixes(name: String) throws {
    let template = try InstructionTemplate.named(name)
    let counts = template.hasTurns ? [1, 3] : [1]
    for count in counts {
      let whole = try template.segments(of: .conversation(Array(Self.turns.prefix(count + 1))))
      let prompt = try template.prompt(after: Array(Self.turns.prefix(count)))
      #expect(Array(whole.prefix(prompt.count)) == prompt)
      #expect(whole.count == prompt.count + 2)
    }
  }

  @Test func endAndStops() throws {
    var template = try InstructionTemplate.named("chatml")
    #expect(template.stops == [Self.end, "<|im_end|>", "<|im_start|>"])
    template.end = "<|im_end|>"
    #expect(template.stops == ["<|im_end|>", "<|im_start|>"])
    #expect(
      try template.segments(of: Self.alone).map(\.text).joined()
        == "<|im_start|>user\nName a town.<|im_end|>\n<|im_start|>assistant\nWuhan<|im_end|>")
    #expect(try InstructionTemplate.named("alpaca").stops == [Self.end, "### Instruction:"])
  }

  @Test func aDefaultSystemTextStandsWhereARowHasNone() throws {
    let template = try InstructionTemplate(
      name: "t", system: "[{text}]", user: "Q{text}", assistant: "A{text}",
      defaultSystem: "default")
    func text(_ example: Example) throws -> String {
      try template.segments(of: example).map(\.text).joined()
    }
    #expect(try text(Self.alone) == "[default]QName a town.AWuhan\(Self.end)")
    #expect(try text(.conversation(Self.turns)).hasPrefix("[default]Q你好A"))
    #expect(try text(.conversation(Self.system)).hasPrefix("[Be brief.]Q你好A"))
    #expect(try template.prompt(of: Self.alone)[1] == Segment(.system, "default"))
  }

  @Test func twoThousandMixedRowsRender() throws {
    for name in InstructionTemplate.names {
      let template = try InstructionTemplate.named(name)
      var length = 0
      for number in 0..<2_000 {
        let example = Example.instruction(
          "第 \(number) 题", input: number % 2 == 0 ? "" : "in \(number)", output: "答 \(number)")
        let segments = try template.segments(of: example)
        length += segments.reduce(0) { $0 + $1.text.utf8.count }
        guard segments.filter({ $0.kind == .assistant }).map(\.text) == ["答 \(number)"] else {
          Issue.record("\(name) loses the answer of row \(number)")
          return
        }
      }
      #expect(length > 2_000 * 20)
    }
  }

  // MARK: Errors

  private func expect(
    _ reason: InstructionTemplateError.Reason, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) {
    let error = #expect(
      throws: InstructionTemplateError.self, sourceLocation: sourceLocation, performing: body)
    #expect(error?.reason == reason, sourceLocation: sourceLocation)
    #expect(error?.errorDescription?.isEmpty == false, sourceLocation: sourceLocation)
    #expect((error?.recoverySuggestion?.count ?? 0) > 10, sourceLocation: sourceLocation)
  }

  @Test func conversationsThatATemplateCannotHold() throws {
    let alpaca = try InstructionTemplate.named("alpaca")
    let chatml = try InstructionTemplate.named("chatml")
    expect(.manyTurns(2)) { _ = try alpaca.segments(of: .conversation(Self.turns)) }
    expect(.noSystem) {
      _ = try alpaca.segments(of: .conversation(Array(Self.system.prefix(3))))
    }
    expect(.turnOrder(.twice(.user, turn: 2))) {
      _ = try chatml.segments(
        of: .conversation([Turn(.user, "a"), Turn(.user, "b"), Turn(.assistant, "c")]))
    }
    expect(.turnOrder(.userLast(turn: 3))) {
      _ = try chatml.segments(of: .conversation(Array(Self.turns.prefix(3))))
    }
    expect(.turnOrder(.noAnswer)) { _ = try chatml.segments(of: .conversation([])) }
    expect(.noQuestion) { _ = try chatml.prompt(after: Self.turns) }
    expect(.noQuestion) { _ = try chatml.prompt(after: []) }
    expect(.turnOrder(.lateSystem(turn: 2))) {
      _ = try chatml.prompt(after: [Turn(.user, "a"), Turn(.system, "b")])
    }
  }

  @Test func unknownNamesAreHelped() {
    let error = #expect(throws: InstructionTemplateError.self) {
      try InstructionTemplate.named("chat-ml")
    }
    #expect(error?.recoverySuggestion == "did you mean chatml?")
    let far = #expect(throws: InstructionTemplateError.self) {
      try InstructionTemplate.named("something else")
    }
    #expect(far?.recoverySuggestion?.contains("alpaca, alpaca-zh, roles") == true)
  }

  @Test func templatesWithoutTheirPlaces() {
    func expectField(
      _ field: String, _ problem: TemplatePatternError, system: String? = nil,
      user: String = "{text}", userWithInput: String? = nil, assistant: String = "{text}",
      end: String = "e", defaultSystem: String? = nil, stops: [String] = [],
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      expect(.pattern(problem, field: field), sourceLocation: sourceLocation) {
        _ = try InstructionTemplate(
          name: "t", system: system, user: user, userWithInput: userWithInput,
          assistant: assistant, end: end, defaultSystem: defaultSystem, stops: stops)
      }
    }
    expectField("assistant", .noAnswer, assistant: "A:")
    expectField("assistant", .answerNotLast, assistant: "{text}\n")
    expectField("assistant", .answerNotLast, assistant: "{text}{text}")
    expectField("assistant", .unknownPlace("answer"), assistant: "{answer}")
    let user = TemplatePatternError.wrongPlaces("{text}, or {instruction} and {input}, once")
    expectField("user", user, user: "Q")
    expectField("user", user, user: "{text}{text}")
    expectField("user", user, user: "{text}{instruction}")
    expectField("user", user, user: "{input}")
    let both = TemplatePatternError.wrongPlaces(
      "{instruction} and {input} once, beside a user with {instruction}")
    expectField("user-with-input", both, userWithInput: "{instruction}{input}")
    expectField("user-with-input", both, user: "{instruction}", userWithInput: "{instruction}")
    expectField("system", .wrongPlaces("{text} once"), system: "s")
    expectField("default-system", .noSystem, defaultSystem: "s")
    expectField("end", .empty, end: "")
    expectField("stop", .empty, stops: [""])
  }

  @Test func otherBracesStandForThemselves() throws {
    let template = try InstructionTemplate(
      name: "json", user: #"{"q": "{text}"}{1}{}{{text2}"#, assistant: "{text}")
    #expect(
      try template.segments(of: Self.alone).map(\.text).joined()
        == #"{"q": "Name a town."}{1}{}{{text2}Wuhan"# + Self.end)
  }
}

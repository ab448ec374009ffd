import FineTuning
import Models
import Tensors
import Testing
import Tokenizers

@Suite struct ConversationTests {
  static let contextLength = 64

  let tokenizer: Tokenizer
  let model: GPT2LMHeadModel
  let template = try! InstructionTemplate.named("roles")
  /// One token for each end of a turn: conversations of a few characters fit.
  let short = try! InstructionTemplate(
    name: "short", system: "{text}|", user: "{text}>", assistant: "{text}")

  init() throws {
    tokenizer = try TokenizerTrainer(vocabularySize: 270, specialTokens: ["<|endoftext|>"])
      .train(["the cat sat on the mat, the cat sat on the hat"])
    var config = GPT2Config(
      vocabSize: tokenizer.vocabularySize, contextLength: Self.contextLength, hiddenSize: 16,
      layerCount: 2, headCount: 2)
    config.initializerRange = 0.2
    config.eosTokens = [tokenizer.endOfText!]
    var random = SeededRandom(seed: 1)
    model = GPT2LMHeadModel(config, random: &random)
  }

  private func conversation(
    _ template: any ExampleTemplate, _ turns: [Turn] = []
  ) throws -> Conversation {
    try Conversation(model, template: template, tokenizer: tokenizer, turns: turns)
  }

  /// The model, always certain of one token.
  private func alwaysSaying(_ token: Int32) -> GPT2LMHeadModel {
    var random = SeededRandom(seed: 2)
    let model = GPT2LMHeadModel(model.config, random: &random)
    let width = model.config.hiddenSize
    let norm = model.transformer.finalNorm
    for place in 0..<width {
      norm.weight.pointer[place] = 0
      norm.bias.pointer[place] = 1
      for other in 0..<model.vocabSize {
        model.head.weight.pointer[other * width + place] = other == token ? 1 : 0
      }
    }
    return model
  }

  private func tokens(_ turns: [Turn]) throws -> [Int32] {
    try EncodedExample(short.prompt(after: turns), tokenizer: tokenizer).tokens
  }

  @Test func answersAreThoseOfComputingAllAgain() throws {
    let kept = try conversation(short, [Turn(.system, "be")])
    var random = SeededRandom(seed: 3)
    var last: Reply?
    for question in ["the cat", "a hat", "on"] {
      let fresh = try conversation(short, kept.turns)
      var same = random
      let sampling = try Sampling(temperature: 1)
      let reply = try kept.ask(question, maxTokens: 5, sampling: sampling, random: &random)
      let again = try fresh.ask(question, maxTokens: 5, sampling: sampling, random: &same)
      #expect(reply.tokens == again.tokens && reply.end == again.end)
      #expect(reply.prompt == again.prompt && again.computed == again.prompt.count)
      if let last {
        #expect(reply.prompt.starts(with: last.prompt))
        #expect(reply.computed <= reply.prompt.count - last.prompt.count)
      } else {
        #expect(reply.computed == reply.prompt.count)
      }
      last = reply
    }
    #expect(kept.exchanges.count == 6)
  }

  @Test func answersAreThoseThatRowsOfDataGet() throws {
    let turns = [
      Turn(.system, "be"), Turn(.user, "the"), Turn(.assistant, "cat"), Turn(.user, "sat"),
    ]
    let expected = try model.answers(
      to: [.conversation(turns)], short, tokenizer, maxTokens: 10)[0]
    let conversation = try conversation(short, Array(turns.dropLast()))
    var random = SeededRandom(seed: 0)
    var heard = ""
    let reply = try conversation.ask("sat", maxTokens: 10, random: &random) { text in
      heard += text
      return true
    }
    #expect(reply.text == expected.text && heard == expected.text)
    #expect(reply.tokens.count == expected.tokenCount)
    #expect(conversation.turns == turns + [Turn(.assistant, expected.text)])
  }

  @Test func theOldestTurnsMakeRoom() throws {
    let system = Turn(.system, "be")
    let conversation = try conversation(short, [system])
    var random = SeededRandom(seed: 0)
    var reply: Reply?
    for _ in 0..<12 {
      let before = conversation.exchanges
      let next = try conversation.ask("the cat", maxTokens: 4, random: &random)
      #expect(next.forgotten >= reply?.forgotten ?? 0)
      #expect(next.prompt.count + 4 <= Self.contextLength)
      #expect(
        try next.prompt == tokens([system] + before[next.forgotten...] + [Turn(.user, "the cat")]))
      let fresh = try self.conversation(short, [system] + before[next.forgotten...])
      #expect(try fresh.ask("the cat", maxTokens: 4, random: &random).tokens == next.tokens)
      if next.forgotten > 0 {
        let longer = [system] + before[(next.forgotten - 2)...] + [Turn(.user, "the cat")]
        #expect(try tokens(longer).count + 4 > Self.contextLength)
      }
      reply = next
    }
    #expect(try #require(reply).forgotten > 0)
    #expect(conversation.exchanges.count == 24)
    conversation.reset()
    #expect(try conversation.ask("the cat", maxTokens: 4, random: &random).forgotten == 0)
  }

  @Test func aQuestionThatFitsNowhereIsRefused() throws {
    let conversation = try conversation(short)
    var random = SeededRandom(seed: 0)
    _ = try conversation.ask("the", maxTokens: 4, random: &random)
    let turns = conversation.turns
    let long = String(repeating: "x!", count: 30)
    let expected = ConversationError.tooLong(
      tokens: try tokens([Turn(.user, long)]).count, contextLength: Self.contextLength, room: 4)
    #expect(throws: expected) {
      try conversation.ask(long, maxTokens: 4, random: &random)
    }
    #expect(throws: ConversationError.specialToken("<|endoftext|>", .user)) {
      try conversation.ask("the <|endoftext|>", random: &random)
    }
    #expect(conversation.turns == turns)
    #expect(try conversation.ask("cat", maxTokens: 4, random: &random).forgotten == 0)
  }

  @Test func theSystemTextCanChange() throws {
    let conversation = try conversation(short)
    var random = SeededRandom(seed: 0)
    #expect(
      try conversation.ask("the", maxTokens: 4, random: &random).prompt
        == tokens([Turn(.user, "the")]))
    try conversation.tell(system: "be")
    let turns = conversation.turns
    #expect(turns.first == Turn(.system, "be"))
    let reply = try conversation.ask("cat", maxTokens: 4, random: &random)
    #expect(try reply.prompt == tokens(turns + [Turn(.user, "cat")]))
    let fresh = try self.conversation(short, turns)
    #expect(try fresh.ask("cat", maxTokens: 4, random: &random).tokens == reply.tokens)
    #expect(throws: ConversationError.specialToken("<|endoftext|>", .system)) {
      try conversation.tell(system: "<|endoftext|>")
    }
    #expect(conversation.system == "be")
    try conversation.tell(system: nil)
    #expect(conversation.turns == conversation.exchanges)
  }

  @Test func aTemplateOfOneQuestionShowsNoOther() throws {
    let single = try InstructionTemplate(
      name: "single", user: "{instruction}>", assistant: "{text}")
    let conversation = try conversation(single)
    var random = SeededRandom(seed: 0)
    _ = try conversation.ask("the", maxTokens: 4, random: &random)
    let reply = try conversation.ask("cat", maxTokens: 4, random: &random)
    #expect(!conversation.hasTurns && conversation.exchanges.count == 4)
    #expect(try reply.prompt == tokens([Turn(.user, "cat")]) && reply.forgotten == 0)
    #expect(throws: InstructionTemplateError.self) { try conversation.tell(system: "be") }
  }

  @Test func anAnswerCanBeEnded() throws {
    let token = tokenizer.encode("x")[0]
    let conversation = try Conversation(
      alwaysSaying(token), template: short, tokenizer: tokenizer)
    var random = SeededRandom(seed: 0)
    var count = 0
    let reply = try conversation.ask("the", random: &random) { _ in
      count += 1
      return count < 3
    }
    #expect(reply.end == .interrupted && reply.text == "xxx" && reply.isKept)
    #expect(try conversation.ask("the", maxTokens: 2, random: &random).end == .length)
  }

  @Test func anAnswerEndsWhereTheContextIsFull() throws {
    let conversation = try Conversation(
      alwaysSaying(tokenizer.encode("x")[0]), template: short, tokenizer: tokenizer)
    var random = SeededRandom(seed: 0)
    let reply = try conversation.ask("the", maxTokens: 100, random: &random)
    #expect(reply.end == .contextFull)
    #expect(reply.prompt.count + reply.tokens.count == Self.contextLength + 1)
  }

  @Test func anEmptyAnswerIsNotKept() throws {
    let conversation = try Conversation(
      alwaysSaying(tokenizer.endOfText!), template: short, tokenizer: tokenizer)
    var random = SeededRandom(seed: 0)
    let reply = try conversation.ask("the", random: &random)
    #expect(reply.end == .stopToken && reply.tokens.isEmpty && !reply.isKept)
    #expect(conversation.turns.isEmpty)
  }

  @Test func aStopTextEndsAnAnswerUnseen() throws {
    let stopping = try InstructionTemplate(
      name: "stopping", user: "{text}>", assistant: "{text}", stops: ["xxx"])
    let conversation = try Conversation(
      alwaysSaying(tokenizer.encode("x")[0]), template: stopping, tokenizer: tokenizer)
    var random = SeededRandom(seed: 0)
    var heard = ""
    let reply = try conversation.ask("the", random: &random) { text in
      heard += text
      return true
    }
    #expect(reply.end == .stopText && reply.text == "" && heard == "")
    #expect(reply.tokens.count == 3 && !reply.isKept)
  }

  @Test func aChatTemplateTellsHowTheUserBegins() throws {
    func opening(_ text: String) throws -> String? {
      try ChatTemplate(text, specialTokens: ["eos_token": "<|endoftext|>"]).questionOpening
    }
    let roles = """
      {% for m in messages %}{% if m['role'] == 'user' %}{{ '【USER】：' + m['content'] + '\\n' }}\
      {% else %}{{ '【BOT】：' + m['content'] + eos_token }}{% endif %}{% endfor %}\
      {% if add_generation_prompt %}{{ '【BOT】：' }}{% endif %}
      """
    #expect(try opening(roles) == "【USER】：")
    #expect(
      try opening(
        "{% for m in messages %}<|{{ m.role }}|>\n{{ m.content }}{{ eos_token }}\n{% endfor %}")
        == "<|user|>")
    #expect(
      try opening("{% for m in messages %}{{ m.content }}{{ eos_token }}{% endfor %}") == nil)
    #expect(try opening("{{ raise_exception('no') }}") == nil)
  }
}

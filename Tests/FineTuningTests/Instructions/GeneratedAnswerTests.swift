import FineTuning
import Models
import Tensors
import Testing

@Suite struct GeneratedAnswerTests {
  private let tokenizer = MaskSample.tokenizer

  private func answer(_ text: String, _ end: Generation.End) -> GeneratedAnswer {
    GeneratedAnswer(
      Generation(tokens: tokenizer.encode(text), end: end),
      stops: ["<|endoftext|>", "### Q", "Q:"],
      tokenizer)
  }

  @Test func anAnswerEndsWhereTheNextQuestionBegins() {
    let stopped = answer("blue\nQ: and ### Q", .length)
    #expect(stopped.text == "blue\n" && stopped.ending == .stopText)
    #expect(stopped.tokenCount == tokenizer.encode("blue\nQ: and ### Q").count)
    #expect(answer("blue", .stopToken(256)).ending == .endToken)
    #expect(answer("blue", .length).ending == .length)
    #expect(answer("blue", .contextFull).ending == .length)
    #expect(answer("", .stopToken(256)).text.isEmpty)
  }

  private let examples: [Example] = [
    .instruction("a?", input: "", output: "yes"), .instruction("a?", input: "", output: "no"),
    .conversation([Turn(.user, "one"), Turn(.assistant, "two"), Turn(.user, "three")]),
  ]

  /// The answer that a row brings along is not shown, and rows do not see one another.
  @Test func eachQuestionIsAnsweredByItself() throws {
    let model = Sample.model(vocabulary: 257)
    let template = try InstructionTemplate(name: "qa", user: "Q:{text}", assistant: "A:{text}")
    let together = try model.answers(to: examples, template, tokenizer, maxTokens: 4)
    #expect(together.count == 3 && together[0] == together[1])
    for (example, answer) in zip(examples, together) {
      let prompt = try EncodedExample(template.prompt(of: example), tokenizer: tokenizer).tokens
      var random = SeededRandom(seed: 0)
      let alone = try model.generate(prompt, GenerationOptions(maxNewTokens: 4), random: &random)
      #expect(answer.text == tokenizer.decode(alone.tokens))
    }
    #expect(
      together
        == (try model.answers(to: examples, template, tokenizer, maxTokens: 4, rowsAtATime: 1)))
  }

  @Test func aQuestionWithoutRoomForItIsNamed() throws {
    let model = Sample.model(vocabulary: 257)
    let long = Example.instruction(
      String(repeating: "a", count: model.contextLength), input: "", output: "")
    #expect {
      try model.answers(
        to: [examples[0], long], InstructionTemplate.named("plain"), tokenizer, maxTokens: 1)
    } throws: { error in
      if case .tooLong(row: 2, tokens: _, contextLength: _)? = error as? ModelInputError {
        true
      } else {
        false
      }
    }
  }
}

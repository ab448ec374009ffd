import FineTuning
import Testing
import Tokenizers

@Suite struct FewShotPromptTests {
  private let tokenizer: Tokenizer
  private let format = FewShotFormat(
    instruction: "Good or bad?\n", beforeInput: "Text: ", beforeAnswer: "\nMood: ")
  private let shots = [FewShotPrompt.Shot("warm soup", "good"), .init("cold soup", "bad")]

  init() throws {
    tokenizer = try TokenizerTrainer(vocabularySize: 270, specialTokens: ["<|endoftext|>"])
      .train(["soup soup soup mood mood"])
  }

  private func prompt(_ shots: [FewShotPrompt.Shot], contextLength: Int = 512) -> FewShotPrompt {
    FewShotPrompt(format, shots: shots, tokenizer: tokenizer, contextLength: contextLength)
  }

  @Test func segmentsStandInTheirOrder() throws {
    let prompt = prompt(shots)
    let query = try prompt.query("new soup", answerTokens: 3)
    #expect(
      tokenizer.decode(prompt.prefix + query) == """
        <|endoftext|>Good or bad?
        Text: warm soup
        Mood: good
        Text: cold soup
        Mood: bad
        Text: new soup
        Mood: \("")
        """)
    #expect(prompt.prefix == prompt.instruction + prompt.shots[0] + prompt.shots[1])
    #expect(tokenizer.decode(prompt.instruction) == "<|endoftext|>Good or bad?\n")
    #expect(tokenizer.decode(prompt.shots[1]) == "Text: cold soup\nMood: bad\n")
  }

  @Test func withoutShotsAndInstructionOnlyTheQueryIsLeft() throws {
    let bare = FewShotPrompt(
      FewShotFormat(beforeInput: "", beforeAnswer: " "), tokenizer: tokenizer, contextLength: 9)
    #expect(bare.prefix == [tokenizer.endOfText!])
    #expect(tokenizer.decode(try bare.query("soup", answerTokens: 1)) == "soup ")
  }

  /// One token too many names every length; no shot is dropped to make it fit.
  @Test func aPromptThatDoesNotFitIsAnError() throws {
    let whole = prompt(shots)
    let query = try whole.query("new soup", answerTokens: 3)
    let needed = whole.prefix.count + query.count + 3
    _ = try prompt(shots, contextLength: needed).query("new soup", answerTokens: 3)
    let short = prompt(shots, contextLength: needed - 1)
    #expect(short.prefix == whole.prefix)
    let error = #expect(throws: PromptTooLong.self) {
      try short.query("new soup", answerTokens: 3)
    }
    #expect(error?.tokens == needed)
    #expect(error?.shots == whole.shots.map(\.count))
    let shotLengths = whole.shots.map { "\($0.count)" }.joined(separator: " + ")
    #expect(
      error?.errorDescription
        == "the prompt needs \(needed) tokens (instruction \(whole.instruction.count), "
        + "2 shots \(shotLengths), query \(query.count), answer 3), but the model looks at "
        + "\(needed - 1) at most")
    #expect(error?.recoverySuggestion != nil)
  }
}

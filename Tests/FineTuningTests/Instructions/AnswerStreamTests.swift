import FineTuning
import Testing
import Tokenizers

@Suite struct AnswerStreamTests {
  /// Every token is a byte.
  let tokenizer: Tokenizer

  init() throws {
    tokenizer = try TokenizerTrainer(vocabularySize: 257, specialTokens: ["<|endoftext|>"])
      .train(["a"])
  }

  /// What is given out token by token, without what is empty, and what is left at the end.
  private func given(_ text: String, stops: [String]) -> (parts: [String], rest: String, Bool) {
    var stream = AnswerStream(tokenizer, stops: stops)
    let parts = tokenizer.encode(text).map { stream.append($0) }.filter { !$0.isEmpty }
    let rest = stream.finish()
    #expect(stream.text == parts.joined() + rest)
    return (parts, rest, stream.isStopped)
  }

  @Test func nothingOfAStopTextIsGivenOut() {
    let (parts, rest, isStopped) = given("好的。【USER】：再见", stops: ["###", "【USER】："])
    #expect(parts == ["好", "的", "。"])
    #expect(rest == "" && isStopped)
  }

  @Test func whatOnlyLookedLikeAStopTextComesOut() {
    let (parts, rest, isStopped) = given("【USA】", stops: ["【USER】："])
    #expect(parts == ["【USA", "】"])
    #expect(rest == "" && !isStopped)
  }

  @Test func aBeginningOfAStopTextThatNeverGoesOnIsTheRest() {
    let (parts, rest, isStopped) = given("end\n##", stops: ["###", "\n\n"])
    #expect(parts == ["e", "n", "d", "\n"])
    #expect(rest == "##" && !isStopped)
  }

  @Test func aStopTextMayBeginInsideWhatLookedLikeOne() {
    let (parts, rest, isStopped) = given("aaab", stops: ["aab"])
    #expect(parts == ["a"])
    #expect(rest == "" && isStopped)
  }

  @Test func theFirstOfSeveralStopTextsEndsTheAnswer() {
    let (parts, _, isStopped) = given("x<b><a>", stops: ["<a>", "<b>"])
    #expect(parts == ["x"] && isStopped)
  }

  @Test func charactersComeWholeAndBrokenOnesAtTheEnd() {
    var stream = AnswerStream(tokenizer, stops: [])
    let bytes = tokenizer.encode("好🍅")
    let parts = (bytes + bytes.prefix(2)).map { stream.append($0) }
    #expect(parts == ["", "", "好", "", "", "", "🍅", "", ""])
    #expect(stream.finish() == "\u{FFFD}")
  }

  @Test func specialTokensHaveNoText() throws {
    var stream = AnswerStream(tokenizer, stops: [])
    #expect(stream.append(try #require(tokenizer.endOfText)) == "")
    #expect(stream.finish() == "")
  }
}

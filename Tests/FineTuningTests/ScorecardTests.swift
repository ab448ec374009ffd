import FineTuning
import Foundation
import Testing

@Suite struct ScorecardTests {
  private func scorecard(_ lines: [String]) throws -> Scorecard {
    Scorecard(try instructionRows(lines))
  }

  @Test func diversityIsCountedByHand() throws {
    let card = try scorecard([
      try alpaca("Write a short poem now", "x"), try alpaca("write a short poem here", "x"),
      try alpaca("请写诗", "x"), try alpaca("请写信给她", "x"), try alpaca("请问好", "x"),
    ])
    // write, 请写, 请问
    #expect(card.distinctFirstWords == 3)
    // 2 + 2 of English, one shared; none in three characters; 2 of five.
    #expect(card.distinctQuestionGrams == 5.0 / 6)
    #expect(card.distinctAnswerGrams == 0)
  }

  @Test(arguments: [
    ("That is all.", true), ("好的。", true), ("Paris", true), ("积极", true), ("\"done\"", true),
    ("First, one has to wash all the rice and then", false), ("Take these,", false),
    ("Here is the list:", false), ("- one long item of the list that goes on and on\n- two", true),
    ("1. one long item of the list that goes on and on\n2. two", true), ("", false),
    ("```\nlet a = 1", false), ("```\nlet a = 1\n```", true), ("我们先把米洗干净然后放进锅里再", false),
  ])
  func endsAreRecognised(answer: String, ends: Bool) {
    #expect(Scorecard.endsAsAnswersDo(answer) == ends)
  }

  @Test func openAnswersAreNamed() throws {
    let card = try scorecard([
      try alpaca("a", "Done."), try alpaca("b", "and,"), try alpaca("c", "fine"),
      try alpaca("d", "so:"),
    ])
    #expect(card.endedAnswers == 0.5)
    #expect(card.openAnswers == [2, 4])
  }

  @Test func concisionIsCountedByHand() throws {
    let card = try scorecard([
      // 6 words for 2, of whose three 4-grams none repeats.
      try alpaca("two words", "one two three four five six"),
      // 8 for 1; "a b a b" and "b a b a" are 2 of 5.
      try alpaca("again", "a b a b a b a b"),
      // 1 for 4: too short for a 4-gram.
      try alpaca("what is one 1", "yes"),
    ])
    #expect(card.answerPerQuestion == 3)
    #expect(abs(card.repetition - 0.3) < 1e-12)
    #expect(card.repetitiveAnswers == 0.5)
  }

  @Test func conflictsAreNamed() throws {
    let card = try scorecard([
      try alpaca("Q", "a"), try alpaca("Q.", "b"), try alpaca("Q", "a", input: "x"),
      try alpaca("R？", "c"), try alpaca("R", "c。"), try alpaca("S", "d"),
    ])
    #expect(card.repeatedQuestions == 2)
    #expect(card.conflictingQuestions == 1)
    #expect(card.conflicts == [[1, 2]])
  }

  @Test func everyFigureIsDefined() throws {
    let figures = try scorecard([try alpaca("Q", "a")]).figures
    #expect(
      Set(figures.map(\.aspect)) == ["diversity", "completeness", "concision", "consistency"])
    #expect(figures.allSatisfy { $0.definition.count > 20 })
    #expect(Set(figures.map(\.name)).count == figures.count)
  }

  @Test func difficultyComparesTheSameTokens() throws {
    let rows = try instructionRows([try alpaca("ab", "cde"), try alpaca("f", "g")])
    let template = try InstructionTemplate(name: "t", user: "{text}", assistant: "{text}")
    let model = MaskSample.model()
    let difficulty = try Difficulty(
      rows, template: template, tokenizer: MaskSample.tokenizer, model: model)
    // The answer of one token has no loss without the prompt.
    #expect(difficulty.rows == 1 && difficulty.skipped == 1)
    let all = try model.continuationLosses(
      [], MaskSample.tokenizer.encode("abcde")
    ).map(Double.init)
    let own = try model.continuationLosses(
      [], MaskSample.tokenizer.encode("cde")
    ).map(Double.init)
    // Of a, b, c, d, e the losses of d and e are the last two of four.
    #expect(abs(difficulty.loss - (all[2] + all[3]) / 2) < 1e-5)
    #expect(abs(difficulty.lossAlone - (own[0] + own[1]) / 2) < 1e-5)
    #expect(abs(difficulty.ratio - difficulty.loss / difficulty.lossAlone) < 1e-9)
    #expect(difficulty.unhelped == (difficulty.ratio >= 1 ? 1 : 0))
  }
}

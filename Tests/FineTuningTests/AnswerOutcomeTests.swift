import FineTuning
import Testing

@Suite struct AnswerOutcomeTests {
  private let instruction = "用几句话向孩子说明为什么会下雨。"

  private func outcome(_ answer: String, needed: Int = 1) -> AnswerOutcome {
    AnswerOutcome(
      answer: answer, instruction: instruction, accepted: ["水汽", "云", "rain"], needed: needed)
  }

  @Test func anAnswerNeedsTheWords() {
    #expect(outcome("水变成看不见的水汽，升到高处。") == .onTask)
    #expect(outcome("It is RAIN, my dear.") == .onTask)
    #expect(outcome("他昨天买了两斤苹果。") == .other)
    #expect(outcome("水变成看不见的水汽，升到高处。", needed: 2) == .other)
    #expect(outcome("水汽升到高处，结成了云。", needed: 2) == .onTask)
    #expect(outcome("云云云", needed: 2) == .other)
  }

  /// Marks do not hide an echo, and an accepted word does not excuse one.
  @Test func anEchoIsHalfOfTheInstruction() {
    #expect(outcome(instruction) == .echo)
    #expect(outcome("用几句话，向孩子说明：为什么会下雨？云。") == .echo)
    #expect(outcome("下雨") == .echo)
    // 为什么会, 什么会下 and 么会下雨 stand there, five other pieces do not.
    #expect(outcome("为什么会下雨，因为有云啊") == .onTask)
  }

  @Test func nothingAndRepetitionSayNothing() {
    #expect(outcome("") == .empty)
    #expect(outcome("，\n 。") == .empty)
    #expect(outcome("云朵云朵云朵云朵云朵云朵云朵") == .loop)
  }
}

import FineTuning
import Testing

@Suite struct RougeLTests {
  private func expect(
    _ answer: String, _ reference: String, common: Int, of answerUnits: Int, and units: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let score = RougeL(answer, reference: reference)
    #expect(score.precision == Double(common) / Double(answerUnits), sourceLocation: sourceLocation)
    #expect(score.recall == Double(common) / Double(units), sourceLocation: sourceLocation)
    let f1 = 2 * Double(common) / Double(answerUnits + units)
    #expect(abs(score.f1 - f1) < 1e-12, sourceLocation: sourceLocation)
  }

  @Test func wordsAreCounted() {
    // The two examples of Lin's paper: "police … the gunman", and "the gunman" alone.
    expect("police kill the gunman", "police killed the gunman", common: 3, of: 4, and: 4)
    expect("the gunman kill police", "police killed the gunman", common: 2, of: 4, and: 4)
  }

  @Test func charactersAreCountedInChinese() {
    // 我喜吃 of 我也喜欢吃 and 我喜爱吃鱼.
    expect("我也喜欢吃。", "我喜爱吃鱼！", common: 3, of: 5, and: 5)
  }

  @Test func mixedTextsHaveBothUnits() {
    // 用 swift 写 of 用 swift 6 写 and 请 用 swift 写.
    expect("用 Swift 6 写", "请用ＳＷＩＦＴ写", common: 3, of: 4, and: 4)
  }

  @Test func orderMatters() {
    expect("a b c d", "d c b a", common: 1, of: 4, and: 4)
  }

  @Test func caseWidthAndMarksDoNotMatter() {
    #expect(RougeL("Hello, World!", reference: "hello world").f1 == 1)
    #expect(RougeL("ÉTÉ", reference: "été").f1 == 1)
  }

  @Test func emptyTextsScoreNothing() {
    for (answer, reference) in [("", "a"), ("a", ""), ("", ""), ("…", "!")] {
      let score = RougeL(answer, reference: reference)
      #expect(score.precision == 0 && score.recall == 0 && score.f1 == 0)
    }
  }

  @Test(arguments: [
    ("Paris", " Paris.\n", true), ("积极", "积极。", true), ("４２！", "42", true),
    ("Ａ　b", "A b", true), ("yes .", "yes", true), ("paris", "Paris", false),
    ("a  b", "a b", false), ("wait..", "wait", false), ("!", ".", false), ("", " ", true),
    ("3.5", "35", false), ("好？", "好", true),
  ])
  func exactMatch(answer: String, expected: String, holds: Bool) {
    #expect(ExactMatch.holds(answer, expected) == holds)
    #expect(ExactMatch.holds(expected, answer) == holds)
  }

  @Test func exactMatchesAreShared() {
    #expect(ExactMatch.share(["a", "b.", "c"], ["a", "b", "d"]) == 2.0 / 3)
    #expect(ExactMatch.share([], []) == 0)
  }
}

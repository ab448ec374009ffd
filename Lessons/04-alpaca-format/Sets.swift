import Course

extension LabelledSet {
  static let mood =
    "你现在在做一项情感分类的任务，如果是积极情感，则回答积极。消极情感则回答消极。"
  static let englishMood = "Does this review praise or blame? Answer positive or negative."

  /// Label 1 is praise.
  init(_ name: String, _ reviews: [(text: String, isPositive: Bool)], isEnglish: Bool = false) {
    self.init(
      name: name, instruction: isEnglish ? Self.englishMood : Self.mood,
      answers: isEnglish ? ["negative", "positive"] : ["消极", "积极"],
      rows: reviews.map { ($0.text, $0.isPositive ? 1 : 0) })
  }

  /// The sets of this lesson: written by hand, composed, with two labels and with six, and awkward.
  static func all(
    _ world: ClosedWorld, written: WrittenReviews, english: WrittenReviews, composed count: Int
  ) -> [LabelledSet] {
    let composed = world.reviews.labelled(count, .train, seed: 1)
    var random = SeededRandom(seed: 1, stream: "English reviews")
    let composedEnglish = (0..<count).map { place in
      let domains = ReviewDomain.allCases
      return world.reviews.english(
        domains[place % domains.count], positive: place % 2 == 0, .train, using: &random)
    }
    return [
      LabelledSet("written, Chinese", written.reviews.map { ($0.text, $0.isPositive) }),
      LabelledSet(
        "written, English", english.reviews.map { ($0.text, $0.isPositive) }, isEnglish: true),
      LabelledSet("composed, Chinese", composed.map { ($0.text, $0.isPositive) }),
      LabelledSet(
        "composed, English", composedEnglish.map { ($0.text, $0.isPositive) }, isEnglish: true),
      LabelledSet(
        name: "composed, six subjects", instruction: "这条评论说的是什么？回答餐饮、外卖、酒店、电影、手机或图书。",
        answers: ["餐饮", "外卖", "酒店", "电影", "手机", "图书"],
        rows: composed.map { ($0.text, ReviewDomain.allCases.firstIndex(of: $0.domain)!) }),
      awkward,
    ]
  }

  /// Everything that JSON, a terminal or a program's notion of equal texts may trip over.
  static let awkward = LabelledSet(
    name: "awkward", instruction: mood, answers: ["消极", "积极"],
    rows: [
      ("第一行\n第二行\r\n第三行\n", 1), ("他说：\"还会再来\"。", 1), ("“好喝”，‘真的’", 1),
      ("C:\\菜单\\新\\n不是换行", 0), ("太棒了👍🏽👨‍👩‍👧", 1), ("ＡＢＣ１２３：，！", 0),
      ("caf\u{e9}", 1), ("cafe\u{301}", 0), ("\t  前后有空格  ", 0), ("{\"input\": \"套娃\"}", 0),
      ("\u{2028}\u{feff}\u{0}\u{8}\u{7f}", 0), ("", 1),
    ])

  /// The same rows with one word for both labels: nobody can read the labels back.
  var withOneWord: LabelledSet {
    LabelledSet(
      name: "two labels, one word", instruction: instruction,
      answers: answers.map { _ in answers[0] }, rows: rows)
  }

  /// A set that writes one of its answers with a blank at its end, which is another answer.
  var withBlank: LabelledSet {
    LabelledSet(
      name: "an answer outside the set", instruction: instruction,
      answers: answers.dropLast() + [answers.last! + " "], rows: rows)
  }
}

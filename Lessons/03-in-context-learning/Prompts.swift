import Course

/// One way of asking for the mood of a review: how the prompt goes on after it, and the two answers
/// whose probabilities are compared.
struct Verbaliser {
  let name: String
  let format: FewShotFormat
  /// The wordings of complaint and of praise. They follow a mark or a line's end, so that no token can
  /// hold parts of both.
  let answers: [[String]]

  /// Each answer in one wording.
  init(_ name: String, _ format: FewShotFormat, complaint: String, praise: String) {
    self.init(name, format, [[complaint], [praise]])
  }

  init(_ name: String, _ format: FewShotFormat, _ answers: [[String]]) {
    self.name = name
    self.format = format
    self.answers = answers
  }

  static let all = [
    Verbaliser(
      "积极 / 消极",
      FewShotFormat(
        instruction: "判断下面每条评论的感情是积极还是消极。\n", beforeInput: "评论：",
        beforeAnswer: "\n感情："), complaint: "消极", praise: "积极"),
    Verbaliser(
      "好 / 差", FewShotFormat(beforeInput: "评论：", beforeAnswer: "\n评价："), complaint: "差",
      praise: "好"),
    Verbaliser(
      "满意 / 失望", FewShotFormat(beforeInput: "评论：", beforeAnswer: "\n感受："), complaint: "失望",
      praise: "满意"),
    Verbaliser(
      "总的来说，很满意 / 很失望", FewShotFormat(beforeInput: "", beforeAnswer: "总的来说，"),
      complaint: "很失望", praise: "很满意"),
    Verbaliser(
      "店家回复：谢谢 / 抱歉", FewShotFormat(beforeInput: "", beforeAnswer: "\n店家回复："),
      complaint: "抱歉", praise: "谢谢"),
    Verbaliser(
      "总的来说，六种说法 / 六种说法", FewShotFormat(beforeInput: "", beforeAnswer: "总的来说，"),
      sixWordings),
    Verbaliser(
      "另起一行，六种说法 / 六种说法", FewShotFormat(beforeInput: "", beforeAnswer: "\n"), sixWordings),
  ]

  private static let sixWordings = [
    ["很失望", "再也不来了", "不推荐", "糟透了", "太差了", "后悔"],
    ["很满意", "下次还来", "推荐", "好极了", "真不错", "物超所值"],
  ]

  /// What the example at a place of the prompt answers: wordings take turns.
  func answer(_ isPositive: Bool, at place: Int) -> String {
    let wordings = answers[isPositive ? 1 : 0]
    return wordings[place % wordings.count]
  }
}

/// What stands in the examples of a prompt.
enum Examples: String, CaseIterable, Codable {
  /// Reviews with their own answers.
  case right
  /// Reviews with answers by the toss of a coin.
  case randomAnswers
  /// Words and their English, written in the same form: neither a review nor an answer is shown.
  case anotherTask
}

/// A review, composed or written by hand.
struct Row {
  let text: String
  let isPositive: Bool
}

extension Row {
  init(_ review: Review) { self.init(text: review.text, isPositive: review.isPositive) }
  init(_ review: WrittenReview) { self.init(text: review.text, isPositive: review.isPositive) }
}

/// Eight examples, of which the first one, two or four are a prompt as well. Each pair of reviews
/// holds praise and complaint, in random order.
struct ShotDraw {
  let rows: [Row]
  private let tossed: [Bool]
  private let words: [Word]

  static let size = 8

  init(from pool: [Row], words: [Word], seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: "shots")
    let praise = random.sample(Self.size / 2, from: pool.filter(\.isPositive))
    let complaints = random.sample(Self.size / 2, from: pool.filter { !$0.isPositive })
    rows = zip(praise, complaints).flatMap { random.shuffled([$0, $1]) }
    tossed = rows.map { _ in random.chance(0.5) }
    self.words = random.sample(Self.size, from: words)
  }

  func shots(
    _ count: Int, _ examples: Examples, _ verbaliser: Verbaliser
  ) -> [FewShotPrompt.Shot] {
    (0..<count).map { place in
      switch examples {
      case .right: .init(rows[place].text, verbaliser.answer(rows[place].isPositive, at: place))
      case .randomAnswers: .init(rows[place].text, verbaliser.answer(tossed[place], at: place))
      case .anotherTask: .init(words[place].chinese, words[place].english)
      }
    }
  }
}

extension Reader {
  /// Rows of which eight leave room in the context for a ninth.
  func shotPool(_ rows: [Row]) -> [Row] {
    let perShot = (model.contextLength - 120) / ShotDraw.size - 10
    return rows.filter { tokenizer.encode($0.text).count <= perShot }
  }
}

/// The parts of a prompt and their lengths.
func segmentTable(_ prompt: FewShotPrompt, _ query: [Int32]) -> Table {
  var table = Table(
    "Segments of the prompt", columns: [.left("segment"), .right("tokens")])
  table.add("beginning and instruction", .integer(prompt.instruction.count))
  for shot in prompt.shots { table.add("example", .integer(shot.count)) }
  table.add("question", .integer(query.count))
  return table
}

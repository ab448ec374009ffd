import Course

/// A task that only the examples define.
struct Pattern {
  let name: String
  let format: FewShotFormat
  let pairs: [FewShotPrompt.Shot]

  /// In the forms of the world's own texts, where it has one for the task.
  static func all(_ world: ClosedWorld) -> [Pattern] {
    let colon = FewShotFormat(beforeInput: "", beforeAnswer: "：")
    // A word with several translations has no one right answer.
    let words = Dictionary(grouping: world.words, by: \.chinese).values
      .compactMap { $0.count == 1 ? $0[0] : nil }.sorted { $0.chinese < $1.chinese }
    return [
      Pattern(
        name: "repeat the word", format: colon,
        pairs: words.map { .init($0.chinese, $0.chinese) }),
      Pattern(
        name: "the next number", format: colon,
        pairs: (1...98).map { .init(String($0), String($0 + 1)) }),
      Pattern(name: "measure word", format: colon, pairs: measureWords),
      Pattern(
        name: "Chinese to English",
        format: FewShotFormat(beforeInput: "汉语：", beforeAnswer: "\n英语："),
        pairs: words.map { .init($0.chinese, $0.english) }),
      Pattern(
        name: "sum", format: FewShotFormat(beforeInput: "", beforeAnswer: "="), pairs: sums),
      Pattern(
        name: "person to town",
        format: FewShotFormat(beforeInput: "姓名：", beforeAnswer: "\n家乡："),
        pairs: world.people(.train).map { .init($0.name, $0.town) }),
    ]
  }

  /// Additions up to 40 that pre-training left out, the smaller number first: no example is the
  /// question turned around.
  private static var sums: [FewShotPrompt.Shot] {
    (1...20).flatMap { left in (left...(40 - left)).map { Sum(left, .add, $0) } }
      .filter { $0.belongs(to: .heldOut) }
      .map { .init($0.question, String($0.result)) }
  }

  /// Nouns and the words that count them, as the world's texts use them.
  private static let measureWords: [FewShotPrompt.Shot] = [
    ("个", "苹果 鸡蛋 橘子 西瓜 桃子 球 碗 盒子 杯子 书包 瓶子 玩具 灯笼"),
    ("只", "猫 兔子 鸟 鸭子 羊 猴子 蝴蝶 青蛙 乌龟 风筝"), ("条", "狗 鱼 裙子 毛巾 船"),
    ("本", "书 词典 图画书"), ("支", "笔 铅笔 蜡烛"), ("朵", "花 云"), ("张", "纸 票 照片 桌子 床"),
    ("把", "椅子 伞 钥匙 刀"), ("件", "毛衣 大衣"), ("块", "石头 手表"), ("棵", "树 白菜"),
    ("辆", "自行车 汽车"), ("座", "房子 桥"), ("颗", "珠子 扣子"),
  ].flatMap { unit, nouns in nouns.split(separator: " ").map { .init(String($0), unit) } }
}

/// What the first lines that a model wrote are, input by input: 1 or 0.
struct PatternHits: Codable {
  /// The answer to the letter.
  let exact: [Double]
  /// An answer of this task, be it to another input.
  let kind: [Double]
}

extension Reader {
  /// Each input has examples of its own, drawn from the others; the model writes greedily.
  func hits(
    _ pattern: Pattern, shots count: Int, rows: Int, seed: UInt64
  ) throws -> PatternHits {
    let answerTokens = 8
    var random = SeededRandom(seed: seed, stream: pattern.name)
    let asked = random.sample(rows, from: pattern.pairs)
    let prompts = try asked.map { pair in
      let shots = random.sample(count, from: pattern.pairs.filter { $0 != pair })
      let prompt = prompt(pattern.format, shots)
      return prompt.prefix + (try prompt.query(pair.input, answerTokens: answerTokens))
    }
    let lines = try model.generate(
      prompts, GenerationOptions(maxNewTokens: answerTokens), random: &random
    ).map { String(tokenizer.decode($0.tokens).prefix { $0 != "\n" }) }
    let answers = Set(pattern.pairs.map(\.answer))
    return PatternHits(
      exact: zip(asked, lines).map { $0.answer == $1 ? 1 : 0 },
      kind: lines.map { answers.contains($0) ? 1 : 0 })
  }
}

/// The hits of both models: `hits[model][pattern][place of the count]`.
struct PatternResults {
  let patterns: [Pattern]
  let counts: [Int]
  let hits: [[[PatternHits]]]

  /// The mean over the patterns, after the number of examples at one place of `counts`.
  func mean(_ size: Size, _ count: KeyPath<PatternHits, [Double]>, at place: Int) -> Double {
    hits[size.rawValue].map { $0[place][keyPath: count].mean }.mean
  }

  func chart(_ title: String, _ axis: String, _ count: KeyPath<PatternHits, [Double]>) -> LineChart
  {
    LineChart(
      title, x: "examples in the prompt", y: .percent(axis),
      zip(patterns, hits[Size.mini.rawValue]).map { pattern, hits in
        Series(
          pattern.name,
          zip(counts, hits).map { Point(Double($0), $1[keyPath: count].mean) })
      })
  }

  var table: Table {
    var table = Table(
      "Patterns, without an example and with eight",
      columns: [
        .left("task"), .left("a line"), .right("nano, kind"), .right("mini, kind"),
        .right("nano, exact"), .right("mini, exact"), .right("mini, exact, interval"),
      ])
    for (place, pattern) in patterns.enumerated() {
      let arrows = [\PatternHits.kind, \.exact].flatMap { count in
        hits.map { hits -> Value in
          let ends = [hits[place][0], hits[place].last!].map {
            ValueFormat.percent(0).string(for: $0[keyPath: count].mean)
          }
          return .text(ends.joined(separator: " → "))
        }
      }
      let exact = Bootstrap.mean(hits[Size.mini.rawValue][place].last!.exact)
      table.add(
        row: [.label(pattern.name), .text(pattern.line)] + arrows + [.text(points(exact))])
    }
    return table
  }
}

extension Pattern {
  /// The first example, on one line.
  fileprivate var line: String {
    (format.beforeInput + pairs[0].input + format.beforeAnswer + pairs[0].answer)
      .replacing("\n", with: " ⏎ ")
  }
}

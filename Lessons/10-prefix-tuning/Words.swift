import Course

/// Words in front of every question, where a prefix would stand: what can be had without training.
struct LeadingWords: Codable {
  let text: String
  let tokens: [Int32]
  /// How many answered questions they are; 0 for a text.
  let answered: Int

  /// From nothing at all to a list of all answers, each a line of its own.
  static let texts = [
    "", "请认真回答下面的问题。", "下面的问题只有一个正确答案。", "读完文字，只写一个词。",
    "你是一位细心的编辑，给来稿分类。", "先想一想文字里说的是什么，再写出类别。",
    "这是一次考试，请写出答案。", "评论有好有坏，文章各有种类，请分清楚。", "从前有一个镇子，镇上的人喜欢写信。",
    "可选的答案：消极、积极、餐饮、外卖、酒店、电影、手机、图书、故事、对话、算术、词典、说明、人物。",
  ]

  /// The texts, and after them the shortest training questions with their answers, so many of each
  /// kind as each of `counts` says.
  static func all(
    _ bed: TuningBed, training: [ClassQuestion], counts: [Int]
  ) throws -> [LeadingWords] {
    let texts = texts.map { text in
      LeadingWords(
        text: text, tokens: text.isEmpty ? [] : bed.tokenizer.encode(text + "\n"), answered: 0)
    }
    return try texts
      + counts.map { count in
        let questions = bed.families.map { family in
          training.filter { $0.family == family }.sorted { $0.text.count < $1.text.count }.prefix(
            count)
        }
        // One of each kind before a second of any.
        let order = (0..<count).flatMap { place in questions.map { $0[place] } }
        let rows = try bed.encoded(order)
        return LeadingWords(
          text: "", tokens: rows.flatMap(\.tokens), answered: order.count)
      }
  }
}

/// Whether scores are compared as they are, or less what a question without a text gets.
enum Reading: String, CaseIterable, Codable {
  case plain = "as they are"
  case calibrated
}

/// What a frozen model makes of the questions behind some words: 1 where it is right, else 0.
struct WordsTrial: Codable {
  let words: LeadingWords
  let validation: [Reading: [Double]]
  let test: [Reading: [Double]]
}

/// Reads questions behind words.
struct WordsReader {
  let bed: TuningBed
  let model: GPT2LMHeadModel

  func trial(_ words: LeadingWords) throws -> WordsTrial {
    WordsTrial(
      words: words, validation: try hits(bed.validation, words), test: try hits(bed.test, words))
  }

  private func hits(
    _ questions: [ClassQuestion], _ words: LeadingWords
  ) throws -> [Reading: [Double]] {
    var hits = Dictionary(
      uniqueKeysWithValues: Reading.allCases.map { ($0, questions.map { _ in 0.0 }) })
    for family in bed.families {
      let places = questions.indices.filter { questions[$0].family == family }
      let empty = ClassQuestion(family, text: "", answer: 0)
      var scores = try scores(places.map { questions[$0] } + [empty], family, words)
      let calibrated = ContextualCalibration(contentFree: [scores.removeLast()])
      for (place, plain) in zip(places, scores) {
        for (reading, found) in [(Reading.plain, plain), (.calibrated, calibrated(plain))] {
          let right = found[questions[place].answer]
          hits[reading]![place] = found.count { $0 >= right } == 1 ? 1 : 0
        }
      }
    }
    return hits
  }

  /// ln p of each answer of the family. What all rows begin with is computed once.
  private func scores(
    _ questions: [ClassQuestion], _ family: InstructionFamily, _ words: LeadingWords
  ) throws -> [[Double]] {
    let options = try family.classAnswers.indices.map { place in
      try bed.answered(ClassQuestion(family, text: "", answer: place)).answer
    }
    let prompts = try questions.map { words.tokens + (try bed.answered($0).prompt) }
    let shared = prompts.dropFirst().reduce(prompts[0].count - 1) { length, prompt in
      zip(prompts[0].prefix(length), prompt.dropLast()).prefix { $0 == $1 }.count
    }
    return try model.optionScores(
      prefix: Array(prompts[0].prefix(shared)),
      queries: prompts.map { Array($0.dropFirst(shared)) },
      options: options
    ).map { $0.map(\.sum) }
  }
}

extension TuningBed {
  /// A question and its right answer, in tokens.
  func answered(_ question: ClassQuestion) throws -> (prompt: [Int32], answer: [Int32]) {
    let row = try encoded([question])[0]
    let start = row.labels.firstIndex { $0 != ignoreIndex } ?? row.count
    return (Array(row.tokens[..<start]), Array(row.tokens[start...]))
  }
}

import Course

/// How much is to be written. The question is the same, and so is what has to be found out.
enum AnswerForm: String, CaseIterable, Codable {
  case word, sentence, record
}

/// A text, what is asked about it, and the one answer that counts.
struct Question {
  let family: InstructionFamily
  let form: AnswerForm
  let instruction: String
  let text: String
  let answer: String

  var example: Example { .instruction(instruction, input: text, output: answer) }

  /// Whether a model gave this answer, white space around it and one final mark aside.
  func isAnswered(by written: String) -> Bool { ExactMatch.holds(written, answer) }

  /// Whether what it wrote begins so, whatever comes after.
  func isBegun(by written: String) -> Bool {
    ExactMatch.normalised(written).hasPrefix(ExactMatch.normalised(answer))
  }
}

extension Question {
  /// The families of which a model as small as `nano` learns something in a few hundred steps.
  static let families: [InstructionFamily] = [.sentiment, .reviewDomain, .documentKind]

  /// A class asked for in one of three forms. The wording is this lesson's own and never varies.
  init(_ family: InstructionFamily, _ form: AnswerForm, text: String, answer: String) {
    let (ask, options, sentence) =
      switch family {
      case .sentiment: ("判断这条评论的情感", "积极、消极", "这条评论的情感是")
      case .reviewDomain: ("判断这条评论说的是什么", "餐饮、外卖、酒店、电影、手机、图书", "这条评论说的是")
      default: ("判断这段文字的种类", "故事、对话、算术、词典、说明、人物", "这段文字的种类是")
      }
    self.family = family
    self.form = form
    self.text = text
    switch form {
    case .word:
      instruction = "\(ask)，只写一个词。"
      self.answer = answer
    case .sentence:
      instruction = "\(ask)，写成一句话。"
      self.answer = "读完以后，我认为\(sentence)\(answer)。"
    case .record:
      instruction = "\(ask)，写成 JSON。"
      self.answer = #"{"任务":"\#(ask)","选项":"\#(options)","答案":"\#(answer)"}"#
    }
  }

  /// So many questions of each family in each form, about different texts, in random order.
  static func all(
    _ instructions: Instructions, each count: Int, _ split: Split, seed: UInt64
  ) throws -> [Question] {
    var random = SeededRandom(seed: seed, stream: "questions \(split.rawValue)")
    let forms = AnswerForm.allCases
    let questions = try families.flatMap { family in
      // Of three tasks about one is in English or has its text inside the instruction.
      try instructions.tasks(family, 3 * forms.count * count, split, seed: seed)
        .filter { $0.language == .zh && !$0.input.isEmpty }
        .prefix(forms.count * count)
        .enumerated().map { place, task in
          Question(family, forms[place % forms.count], text: task.input, answer: task.output)
        }
    }
    return random.shuffled(questions)
  }
}

import FineTuning
import Tensors
import World

/// A text of the world, and which of its family's answers is right.
public struct ClassQuestion: Sendable, Equatable {
  public let family: InstructionFamily
  public let text: String
  /// A place in `family.classAnswers`.
  public let answer: Int

  public init(_ family: InstructionFamily, text: String, answer: Int) {
    self.family = family
    self.text = text
    self.answer = answer
  }

  /// As a row of instruction data, with the right answer or with another of the family's.
  public func example(answer place: Int? = nil) -> Example {
    .instruction(
      family.classInstruction, input: text, output: family.classAnswers[place ?? answer])
  }
}

extension InstructionFamily {
  /// The families whose answer is one of a few classes.
  public static let ofClasses: [InstructionFamily] = [.sentiment, .reviewDomain, .documentKind]

  /// The classes in Chinese; empty for a family without.
  public var classAnswers: [String] {
    switch self {
    case .sentiment: ["消极", "积极"]
    case .reviewDomain: ["餐饮", "外卖", "酒店", "电影", "手机", "图书"]
    case .documentKind: ["故事", "对话", "算术", "词典", "说明", "人物"]
    default: []
    }
  }

  /// One wording for all: what methods differ in is not to be how well they take a question's words.
  var classInstruction: String {
    switch self {
    case .sentiment: "判断评论的情感。"
    case .reviewDomain: "判断评论的对象。"
    default: "判断文字的种类。"
    }
  }
}

extension Instructions {
  /// Different questions of several families, as many of each family and of each of its classes as
  /// the count divides into, in an order that the seed shuffles. The split keeps their phrases,
  /// people and things apart from those of other splits. Throws `InstructionsExhausted`.
  public func classQuestions(
    _ families: [InstructionFamily], _ count: Int, _ split: Split, seed: UInt64
  ) throws -> [ClassQuestion] {
    var random = SeededRandom(seed: seed, stream: "class questions \(split.rawValue)")
    let questions = try families.enumerated().flatMap { place, family in
      try classQuestions(family, count.share(place, of: families.count), split, seed: seed)
    }
    return random.shuffled(questions)
  }

  private func classQuestions(
    _ family: InstructionFamily, _ count: Int, _ split: Split, seed: UInt64
  ) throws -> [ClassQuestion] {
    let answers = family.classAnswers
    precondition(!answers.isEmpty, "\(family) has no classes")
    // Of three tasks about one is in English or has its text inside the instruction.
    var drawn = 2 * count + 8 * answers.count
    while true {
      let questions = try tasks(family, drawn, split, seed: seed)
        .filter { $0.language == .zh && !$0.input.isEmpty }
        .compactMap { task in
          answers.firstIndex(of: task.output).map {
            ClassQuestion(family, text: task.input, answer: $0)
          }
        }
      let classes = answers.indices.map { place in
        questions.filter { $0.answer == place }.prefix(count.share(place, of: answers.count))
      }
      if classes.reduce(0, { $0 + $1.count }) == count { return classes.flatMap { $0 } }
      drawn *= 2
    }
  }
}

extension Int {
  /// The part of a count that falls to one of several places; the first get what is left over.
  fileprivate func share(_ place: Int, of places: Int) -> Int {
    self / places + (place < self % places ? 1 : 0)
  }
}

import FineTuning
import Foundation
import Models
import Notebook
import Statistics
import Tensors
import Tokenizers
import World

/// The two base models that methods are compared on. They have one tokenizer.
public enum TuningBase: String, Codable, CaseIterable, Sendable {
  case nano, mini
}

/// Class questions to tune language models on, to choose by and to be judged on. A seed decides which
/// are learned from; the others are the same for all arms and seeds.
///
///     let bed = try TuningBed(instructions, validation: 96, test: 288)
///     let sweeps = try arms.map { try bed.sweep($0, plan) }
public final class TuningBed {
  public let families: [InstructionFamily]
  public let validation: [ClassQuestion]
  public let test: [ClassQuestion]
  public let tokenizer: Tokenizer
  public let template: InstructionTemplate
  private let instructions: Instructions
  private let load: (TuningBase) throws -> GPT2LMHeadModel
  /// The tokens of each family's answers, with the one that ends them.
  private let options: [InstructionFamily: [[Int32]]]

  /// A bed on the models of Data/models. Throws `InstructionsExhausted`, and what reading a model's
  /// folder throws.
  public convenience init(
    _ instructions: Instructions, families: [InstructionFamily] = InstructionFamily.ofClasses,
    validation: Int, test: Int
  ) throws {
    let folders = Dictionary(
      uniqueKeysWithValues: TuningBase.allCases.map { ($0, courseData("models/\($0.rawValue)")) })
    try self.init(
      instructions, families: families, validation: validation, test: test,
      tokenizer: Tokenizer(folder: folders[.mini]!)
    ) { try GPT2LMHeadModel.load(folders[$0]!) }
  }

  /// The same on other models. `load` gives a new one at each call.
  public init(
    _ instructions: Instructions, families: [InstructionFamily] = InstructionFamily.ofClasses,
    validation: Int, test: Int, tokenizer: Tokenizer,
    load: @escaping (TuningBase) throws -> GPT2LMHeadModel
  ) throws {
    self.instructions = instructions
    self.families = families
    self.tokenizer = tokenizer
    self.load = load
    let template = try InstructionTemplate.named("roles")
    self.template = template
    self.validation = try instructions.classQuestions(families, validation, .validation, seed: 1)
    self.test = try instructions.classQuestions(families, test, .heldOut, seed: 1)
    options = Dictionary(
      uniqueKeysWithValues: try families.map { family in
        let question = ClassQuestion(family, text: "", answer: 0)
        return (
          family,
          try family.classAnswers.indices.map { place in
            try EncodedExample(
              template.segments(of: question.example(answer: place)), tokenizer: tokenizer
            ).answer
          }
        )
      })
  }

  /// A new copy of a base model.
  public func model(_ base: TuningBase) throws -> GPT2LMHeadModel { try load(base) }

  public func training(_ rows: Int, seed: UInt64) throws -> [ClassQuestion] {
    try instructions.classQuestions(families, rows, .train, seed: seed)
  }

  /// Questions with their right answers. The loss counts the answer and the token that ends it.
  public func encoded(_ questions: [ClassQuestion]) throws -> [EncodedExample] {
    try [EncodedExample](
      questions.map { try template.segments(of: $0.example()) }, tokenizer: tokenizer)
  }

  /// What a model makes of questions, the test's where no others are given. `rows` changes their
  /// prompts as the arm that the model comes from changed those that it learned from.
  public func judge(
    _ model: some LanguageModel, _ questions: [ClassQuestion]? = nil,
    rows: ([EncodedExample]) -> [EncodedExample] = { $0 }
  ) throws -> Judgement {
    let questions = questions ?? test
    let prompts = rows(try encoded(questions)).map(\.prompt)
    var scores = [[Double]](repeating: [], count: questions.count)
    for family in families {
      let places = questions.indices.filter { questions[$0].family == family }
      for (place, found) in zip(
        places, try model.scores(of: options[family]!, after: places.map { prompts[$0] }))
      {
        scores[place] = found
      }
    }
    return Judgement(scores: scores, right: questions.map(\.answer))
  }

  /// Whether a text that is judged is also learned from with this seed.
  public func leaks(_ rows: Int, seed: UInt64) throws -> Bool {
    let learned = Set(try training(rows, seed: seed).map(\.text))
    return (validation + test).contains { learned.contains($0.text) }
  }

  /// The share of test questions that blind guessing gets right.
  public var chance: Double { test.map { 1 / Double($0.family.classAnswers.count) }.mean }

  /// The share that is right with each family's most frequent training answer; of equally frequent
  /// ones the first.
  public func majority(_ rows: Int, seed: UInt64) throws -> Double {
    let learned = try training(rows, seed: seed)
    let usual = Dictionary(
      uniqueKeysWithValues: families.map { family in
        let counts = family.classAnswers.indices.map { answer in
          learned.count { $0.family == family && $0.answer == answer }
        }
        return (family, counts.firstIndex(of: counts.max()!)!)
      })
    return test.map { $0.answer == usual[$0.family]! ? 1 : 0 }.mean
  }
}

extension EncodedExample {
  private var answerStart: Int { labels.firstIndex { $0 != ignoreIndex } ?? count }

  /// What stands before the first label.
  fileprivate var prompt: [Int32] { Array(tokens[..<answerStart]) }

  /// The labels.
  fileprivate var answer: [Int32] { labels.filter { $0 != ignoreIndex } }
}

extension LanguageModel {
  /// ln p of each option after each prompt, all of its tokens together. What all prompts begin with
  /// is computed once.
  fileprivate func scores(
    of options: [[Int32]], after prompts: [[Int32]]
  ) throws -> [[Double]] {
    guard let first = prompts.first else { return [] }
    let shortest = prompts.map(\.count).min()!
    let shared =
      (0..<shortest - 1).first { place in prompts.contains { $0[place] != first[place] } }
      ?? shortest - 1
    return try optionScores(
      prefix: Array(first.prefix(shared)), queries: prompts.map { Array($0.dropFirst(shared)) },
      options: options, rowsAtATime: 32
    ).map { $0.map(\.sum) }
  }
}

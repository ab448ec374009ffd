import Adapters
import FineTuning
import Foundation
import Models
import Tokenizers

/// A language model and the instructions that it learns to answer.
struct TrainAnswers: TrainSubject {
  let model: GPT2LMHeadModel
  var adapter: Adapter?
  let rows: TrainRows
  let questions: [TrainQuestion]
  private let asked: [Example]
  private let template: any ExampleTemplate
  private let tokenizer: Tokenizer

  init(_ options: TrainOptions, folder: URL) throws {
    let tokenizer = try Tokenizer(folder: folder)
    model = try GPT2LMHeadModel.load(folder)
    adapter = try options.method.attachFirst(to: model, tokenizer, seed: options.seed)
    template = try exampleTemplate(options.template, model: folder)
    try template.checkEnd(in: tokenizer, of: folder)
    self.tokenizer = tokenizer
    let encoding = RowEncoding(
      template: template, tokenizer: tokenizer, maxLength: options.maxLength,
      limit: try options.rowLimit(contextLength: model.contextLength),
      contextLength: model.contextLength)
    let sources = try options.sources { try InstructionFile($0).rows() }
    // Validation rows count their answers whatever the mask is.
    rows = TrainRows(
      training: try encoding.encoded(
        sources.training, of: options.dataFile, (options.mask ?? .answers).lossMask),
      validation: try encoding.encoded(sources.validation, of: options.validationFile, .answers))
    asked = try encoding.answerable(
      sources.validation.isEmpty ? sources.training : sources.validation)
    questions = asked.map(TrainQuestion.init)
  }

  var base: GPT2LMHeadModel { model }

  func answers() throws -> [String] {
    try model.answers(to: asked, template, tokenizer, maxTokens: TrainQuestion.answerTokens)
      .map(\.text)
  }

  func save(to folder: URL) throws { try model.save(to: folder) }
}

extension TrainQuestion {
  fileprivate init(_ example: Example) {
    let turns = example.turns
    let before = turns.dropLast()
    text =
      before.count == 1
      ? before[0].text : before.map { "\($0.role.rawValue): \($0.text)" }.joined(separator: "\n")
    expected = turns.last?.text ?? ""
  }
}

/// How rows of instructions become tokens.
private struct RowEncoding {
  let template: any ExampleTemplate
  let tokenizer: Tokenizer
  /// Rows are cut to it.
  let maxLength: Int?
  /// Rows that are longer are refused.
  let limit: Int
  let contextLength: Int

  func encoded(
    _ rows: [InstructionFile.Row], of file: URL, _ mask: LossMask
  ) throws -> [EncodedExample] {
    let examples = try rows.map { row in
      try row.naming(file) {
        let example = try EncodedExample(
          template.segments(of: row.example), tokenizer: tokenizer, mask: mask, row: row.number)
        let short = maxLength.map { example.truncated(to: $0, .promptStart) } ?? example
        guard short.count <= limit else {
          throw TrainRowsError.tooLong(
            tokens: short.count, limit: limit, isContext: limit == contextLength)
        }
        return short
      }
    }
    if let place = examples.firstIndex(where: { $0.labelCount == 0 }) {
      let all = examples.allSatisfy { $0.labelCount == 0 }
      try rows[place].naming(file) {
        throw ExampleError(
          row: rows[place].number,
          all ? .noLabels(rows: rows.count) : .noLabel(tokens: examples[place].count))
      }
    }
    return examples
  }

  /// The first rows whose questions leave room for an answer.
  func answerable(_ rows: [InstructionFile.Row]) throws -> [Example] {
    var found: [Example] = []
    for row in rows where found.count < TrainQuestion.count {
      let prompt = try EncodedExample(template.prompt(of: row.example), tokenizer: tokenizer)
      if (1..<contextLength).contains(prompt.count) { found.append(row.example) }
    }
    return found
  }
}

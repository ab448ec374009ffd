import ArgumentParser
import Commands
import FineTuning
import Foundation
import Models
import Tensors
import Tokenizers

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure a model on rows of instructions, or a classifier on labelled texts.",
    discussion: """
      The loss is the mean over the tokens of all answers, in nats. The model also answers the first \
      rows itself, taking the most likely token each time, and its answers are compared with the \
      rows' last ones: word for word (exact match) and by their longest common subsequence (ROUGE-L, \
      F1). Stopped is the share that ended by an end token or a stop text.

      A folder with a classifier is measured on labelled texts: the shares that it gets right, by \
      class as well, which classes it takes for which, and the distance of its confidence from its \
      accuracy (expected calibration error, ten bins).
      """)

  @OptionGroup var model: ModelArgument
  @OptionGroup var adapter: AdapterOption
  @Option(
    help: "A .jsonl or .json file of rows; for a classifier .csv, .tsv or .jsonl.")
  var data: String
  @Option(help: ArgumentHelp(templateHelp)) var template: String?
  @Option(help: "Let the model answer so many rows.") var answers = 200
  @Option(help: "Tokens of an answer at most.") var maxTokens = 64
  @Option(help: "For a classifier: the column or key of the texts.") var textColumn = "text"
  @Option(help: "For a classifier: the column or key of the labels.") var labelColumn = "label"
  @Option(help: "For a classifier: texts of more tokens lose their end.") var maxLength: Int?
  @Flag(help: "Print one line of JSON.") var json = false

  func validate() throws {
    guard answers >= 0, maxTokens > 0, maxLength ?? 1 > 0 else {
      throw ValidationError("counts must be positive")
    }
  }

  private struct Result: Encodable {
    let rows: Int
    let answerTokens: Int
    let loss: Double
    let perplexity: Double
    let answered: Int
    var exactMatch: Double?
    var rougeL: Double?
    var stopped: Double?
  }

  func run() throws {
    let folder = try model.folder()
    let adapterFolder = try adapter.folder()
    guard try adapterFolder?.isClassifier() ?? isClassifier(folder) else {
      return try evaluateAnswers(folder)
    }
    let result = try ClassEvaluation(
      folder, adapterFolder, file: URL(fileURLWithPath: data), textColumn: textColumn,
      labelColumn: labelColumn,
      maxLength: maxLength)
    if json { try printJSON(result) } else { result.printAsText() }
  }

  private func evaluateAnswers(_ folder: URL) throws {
    guard maxLength == nil else {
      throw ValidationError("--max-length is for classifiers, and \(folder.path) is none")
    }
    let tokenizer = try Tokenizer(folder: folder)
    let model = try adapter.languageModel(folder)
    let template = try exampleTemplate(template, model: folder)
    try template.checkEnd(in: tokenizer, of: folder)
    let file = URL(fileURLWithPath: data)
    let rows = try InstructionFile(file).rows()
    let encoded = try rows.map { row in
      try row.naming(file) {
        let example = try EncodedExample(
          template.segments(of: row.example), tokenizer: tokenizer, row: row.number)
        guard example.count <= model.contextLength else {
          throw ModelInputError.tooLong(
            row: row.number, tokens: example.count, contextLength: model.contextLength)
        }
        return example
      }
    }
    let loss = try model.meanLoss(encoded)
    let asked = Array(rows.prefix(answers))
    let given = try model.answers(
      to: asked.map(\.example), template, tokenizer, maxTokens: maxTokens)
    let found = given.map(\.text)
    let expected = asked.map { $0.example.turns.last!.text }
    var result = Result(
      rows: rows.count, answerTokens: loss.tokenCount, loss: loss.nats,
      perplexity: loss.perplexity, answered: asked.count)
    if !asked.isEmpty {
      result.exactMatch = ExactMatch.share(found, expected)
      result.rougeL =
        zip(found, expected).reduce(0) { $0 + RougeL($1.0, reference: $1.1).f1 }
        / Double(asked.count)
      result.stopped = given.map { $0.ending == .length ? 0 : 1 }.mean
    }
    if json { return try printJSON(result) }
    print("rows\t\(result.rows)")
    print("tokens of answers\t\(result.answerTokens)")
    print(String(format: "loss\t%.4f nats a token", result.loss))
    print(String(format: "perplexity\t%.2f", result.perplexity))
    print("answered\t\(result.answered)")
    for (name, value) in [
      ("exact match", result.exactMatch), ("ROUGE-L", result.rougeL), ("stopped", result.stopped),
    ] {
      if let value { print(String(format: "%@\t%.3f", name, value)) }
    }
  }
}

import Adapters
import FineTuning
import Foundation
import Models
import Tokenizers

/// A classifier and the labelled texts that it learns from.
struct TrainClasses: TrainSubject {
  let model: ClassReader
  var adapter: Adapter?
  let rows: TrainRows
  let questions: [TrainQuestion]
  private let classes: [String]
  private let asked: [[Int32]]
  private let validation: LabelledRows

  /// A folder that is a classifier already goes on with its own labels; any other gets a new head
  /// for the labels of the file, sorted.
  init(_ options: TrainOptions, folder: URL) throws {
    let tokenizer = try Tokenizer(folder: folder)
    let config = try GPT2Config(contentsOf: folder.appendingPathComponent("config.json"))
    guard let pad = config.padToken ?? tokenizer.endOfText ?? config.eosTokens.first else {
      throw TrainClassesError.noPadding(folder)
    }
    let known = try isClassifier(folder) ? config.labels : nil
    let file = try options.labelledFile(options.dataFile, classes: known)
    classes = file.classes
    let sources = try options.sources { url in
      try url == options.dataFile
        ? file.rows : options.labelledFile(url, classes: file.classes).rows
    }
    model = ClassReader(
      try GPT2ForSequenceClassification.load(
        folder, labels: classes.count, padToken: pad, seed: options.seed))
    adapter = try options.method.attachFirst(
      to: model.classifier, tokenizer, seed: options.seed)
    // In training the class takes a place after the text.
    let texts = LabelledTexts(
      tokenizer: tokenizer, maxLength: options.maxLength,
      limit: try options.rowLimit(contextLength: model.contextLength) - 1)
    let training = try texts.encoded(sources.training, of: options.dataFile)
    validation = try texts.encoded(sources.validation, of: options.validationFile)
    let shown = validation.count == 0 ? training : validation
    asked = Array(shown.tokens.prefix(TrainQuestion.count))
    questions = zip(asked, shown.labels).map { [classes] tokens, label in
      TrainQuestion(text: tokenizer.decode(tokens), expected: classes[label])
    }
    rows = TrainRows(training: training.examples, validation: validation.examples)
  }

  var base: GPT2ForSequenceClassification { model.classifier }
  var labels: [String]? { classes }

  func answers() throws -> [String] {
    try model.classifier.probabilities(asked).map { row in
      let likeliest = row.indices.max { row[$0] < row[$1] }!
      return String(format: "%@ (%.1f %%)", classes[likeliest], 100 * row[likeliest])
    }
  }

  func scores() throws -> ClassScores? {
    guard validation.count > 0 else { return nil }
    let predicted = try model.classifier.probabilities(validation.tokens).map { row in
      row.indices.max { row[$0] < row[$1] }!
    }
    let metrics = ClassificationMetrics(
      actual: validation.labels, predicted: predicted, classes: classes.count)
    return ClassScores(accuracy: metrics.accuracy, macroF1: metrics.macroF1)
  }

  func save(to folder: URL) throws {
    try model.classifier.save(to: folder)
    try saveLabels(to: folder)
  }

  /// An adapter's files have no names of labels, nor says its base which token is padding: config.json
  /// of the classifier goes beside them.
  func saveLabels(to folder: URL) throws {
    var config = model.classifier.config
    config.labels = classes
    try config.write(
      to: folder.appendingPathComponent("config.json"),
      architecture: "GPT2ForSequenceClassification")
  }
}

/// Whether a model's folder holds a classifier with its head.
func isClassifier(_ folder: URL) throws -> Bool {
  try WeightFiles(folder).names.contains("score.weight")
}

/// How labelled texts become tokens.
struct LabelledTexts {
  let tokenizer: Tokenizer
  /// Texts are cut to it.
  let maxLength: Int?
  /// Texts of more tokens are refused.
  let limit: Int

  /// Throws a `RowError` for a text that is too long, or that holds a special token: where that is
  /// the padding, it would not be read.
  func encoded(_ rows: [(text: String, label: Int)], of file: URL) throws -> LabelledRows {
    let tokens = try rows.enumerated().map { index, row in
      func refused(_ reason: any Error) -> RowError {
        RowError(file: file, line: nil, row: index + 1, reason: reason)
      }
      let all = tokenizer.encode(row.text)
      if let special = all.first(where: tokenizer.isSpecialToken) {
        throw refused(
          ExampleError(
            row: index + 1, .specialTokenInTurn(tokenizer.piece(special), .user)))
      }
      let tokens = maxLength.map { Array(all.prefix($0)) } ?? all
      guard tokens.count <= limit else {
        throw refused(TrainClassesError.tooLong(tokens: tokens.count, limit: limit))
      }
      return tokens
    }
    return LabelledRows(tokens: tokens, labels: rows.map(\.label))
  }
}

extension TrainOptions {
  fileprivate func labelledFile(_ file: URL, classes: [String]?) throws -> LabelledFile {
    try LabelledFile(
      file, text: textColumn ?? "text", label: labelColumn ?? "label", labels: classes)
  }
}

extension LabelledRows {
  fileprivate var examples: [EncodedExample] {
    zip(tokens, labels).enumerated().map { index, row in
      EncodedExample(text: row.0, class: row.1, row: index + 1)
    }
  }
}

enum TrainClassesError: LocalizedError {
  case noPadding(URL)
  case tooLong(tokens: Int, limit: Int)

  var errorDescription: String? {
    switch self {
    case .noPadding(let folder):
      "\(folder.path): neither model nor tokenizer has a token for padding or for the end of texts"
    case .tooLong(let tokens, let limit): "it has \(tokens) tokens, but \(limit) is the most"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .noPadding: "give the model a pad_token_id in config.json"
    case .tooLong(_, let limit): "shorten the text, or cut all texts with --max-length \(limit)"
    }
  }
}

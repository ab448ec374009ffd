import FineTuning
import Foundation
import Tokenizers

extension InstructionFile.Row {
  /// What `work` makes of the row; an error is thrown on with the place of the row.
  func naming<Value>(_ file: URL, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      throw RowError(file: file, line: line, row: number, reason: error)
    }
  }
}

extension ExampleTemplate {
  /// Throws where the token that ends answers is none of the tokenizer's, so that no row could be
  /// encoded.
  func checkEnd(in tokenizer: Tokenizer, of model: URL) throws(TrainRowsError) {
    guard let end = stops.first else { return }
    guard tokenizer.id(of: end).map(tokenizer.isSpecialToken) != true else { return }
    throw .noEndToken(end, template: name, model: model)
  }
}

/// A row that a command cannot use, with its place.
struct RowError: LocalizedError {
  let file: URL
  /// From 1; nil where rows are not counted in lines.
  let line: Int?
  /// From 1.
  let row: Int
  let reason: any Error

  var errorDescription: String? {
    let place = file.path + (line.map { ":\($0)" } ?? "")
    // These name the row themselves.
    let words = (reason as? any LocalizedError)?.errorDescription ?? "\(reason)"
    return reason is ExampleError ? "\(place), \(words)" : "\(place), row \(row): \(words)"
  }
  var recoverySuggestion: String? {
    (reason as? any LocalizedError)?.recoverySuggestion ?? "mend the row, or delete it"
  }
}

enum TrainRowsError: LocalizedError {
  case maxLengthOverContext(Int, contextLength: Int)
  /// `isContext`: the limit is the model's, else the batch's.
  case tooLong(tokens: Int, limit: Int, isContext: Bool)
  case tooFewToSplit(URL)
  case noEndToken(String, template: String, model: URL)

  var errorDescription: String? {
    switch self {
    case .maxLengthOverContext(let length, let contextLength):
      "--max-length is \(length), but the model looks at \(contextLength) tokens at most"
    case .tooLong(let tokens, let limit, let isContext):
      "it has \(tokens) tokens, but "
        + (isContext ? "the model looks at \(limit) at most" : "a batch holds \(limit)")
    case .tooFewToSplit(let file): "\(file.path): its one row cannot be split"
    case .noEndToken(let end, let template, let model):
      "a vocabulary without the end token: template \"\(template)\" ends answers with \"\(end)\","
        + " which is no special token of the tokenizer in \(model.path)"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .maxLengthOverContext(_, let contextLength): "give \(contextLength) or less"
    case .tooLong(_, let limit, let isContext):
      "shorten the row, or cut all rows with --max-length \(limit)"
        + (isContext ? "" : ", or raise --batch-tokens")
    case .tooFewToSplit: "give more rows, or rows to validate on with --validation"
    case .noEndToken:
      "let the template end answers with a special token that tokenizer.json lists"
    }
  }
}

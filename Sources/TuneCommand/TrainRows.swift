import ArgumentParser
import FineTuning
import Foundation
import Tensors
import Tokenizers

/// The rows of a command line, and how they become tokens.
struct TrainRowsOptions: ParsableArguments {
  enum Mask: String, Codable, CaseIterable, ExpressibleByArgument {
    case answers
    case everything

    var lossMask: LossMask { self == .answers ? .answers : .everything }
  }

  @Option(help: "The .jsonl or .json file of rows to train on.") var data: String
  @Option(help: "A file of rows to validate on.") var validation: String?
  @Option(help: "The share of the rows to validate on instead, such as 0.1.")
  var validationShare: Double?
  @Option(
    help: """
      \(InstructionTemplate.names.joined(separator: ", ")), chat (the model's own chat template), or \
      a .yaml file.
      """)
  var template = "alpaca"
  @Option(help: "What the loss counts.") var mask = Mask.answers
  @Option(
    help: "Rows longer than this lose the start of their prompt, then the end of their answer.")
  var maxLength: Int?

  func validate() throws {
    guard validation == nil || validationShare == nil else {
      throw ValidationError("give either --validation or --validation-share")
    }
    guard validationShare.map({ $0 > 0 && $0 < 1 }) ?? true else {
      throw ValidationError("--validation-share must lie between 0 and 1")
    }
    guard maxLength ?? 2 > 1 else { throw ValidationError("--max-length must be 2 or more") }
  }

  /// Reads and encodes them. Validation rows count their answers whatever the mask is.
  func read(
    tokenizer: Tokenizer, model: URL, contextLength: Int, batchTokens: Int, seed: UInt64
  ) throws -> TrainRows {
    if let maxLength, maxLength > contextLength {
      throw TrainRowsError.maxLengthOverContext(maxLength, contextLength: contextLength)
    }
    let template = try exampleTemplate(template, model: model)
    let limit = min(contextLength, batchTokens)
    func encoded(
      _ row: InstructionFile.Row, _ file: URL, _ mask: LossMask
    ) throws -> EncodedExample {
      try row.naming(file) {
        let segments = try template.segments(of: row.example)
        let example = try EncodedExample(
          segments, tokenizer: tokenizer, mask: mask, row: row.number)
        let short = maxLength.map { example.truncated(to: $0, .promptStart) } ?? example
        guard short.count <= limit else {
          throw TrainRowsError.tooLong(
            tokens: short.count, limit: limit, isContext: limit == contextLength)
        }
        guard short.labelCount > 0 else {
          throw ExampleError(row: row.number, .noLabel(tokens: short.count))
        }
        return short
      }
    }

    let file = URL(fileURLWithPath: data)
    let rows = try InstructionFile(file).rows()
    var validationRows: [EncodedExample] = []
    var isValidation = [Bool](repeating: false, count: rows.count)
    if let validation {
      let file = URL(fileURLWithPath: validation)
      validationRows = try InstructionFile(file).rows().map { try encoded($0, file, .answers) }
    } else if let validationShare {
      guard rows.count > 1 else { throw TrainRowsError.tooFewToSplit(file) }
      let count = min(max(1, Int((Double(rows.count) * validationShare).rounded())), rows.count - 1)
      var random = SeededRandom(seed: seed, stream: "validation")
      for row in random.sample(count, from: Array(rows.indices)) { isValidation[row] = true }
      validationRows = try rows.indices.filter { isValidation[$0] }.map {
        try encoded(rows[$0], file, .answers)
      }
    }
    let training = try rows.indices.filter { !isValidation[$0] }.map {
      try encoded(rows[$0], file, mask.lossMask)
    }
    return TrainRows(training: training, validation: validationRows)
  }
}

struct TrainRows {
  let training: [EncodedExample]
  let validation: [EncodedExample]

  var summary: String {
    let tokens = training.reduce(0) { $0 + $1.count }
    let labels = training.reduce(0) { $0 + $1.labelCount }
    return "\(training.count) rows of \(tokens) tokens, \(labels) of them counted"
      + (validation.isEmpty ? "" : "; \(validation.count) rows to validate on")
  }
}

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

/// A row that a command cannot use, with its place.
struct RowError: LocalizedError {
  let file: URL
  let line: Int
  let row: Int
  let reason: any Error

  var errorDescription: String? {
    let place = "\(file.path):\(line)"
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

  var errorDescription: String? {
    switch self {
    case .maxLengthOverContext(let length, let contextLength):
      "--max-length is \(length), but the model looks at \(contextLength) tokens at most"
    case .tooLong(let tokens, let limit, let isContext):
      "it has \(tokens) tokens, but "
        + (isContext ? "the model looks at \(limit) at most" : "a batch holds \(limit)")
    case .tooFewToSplit(let file): "\(file.path): its one row cannot be split"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .maxLengthOverContext(_, let contextLength): "give \(contextLength) or less"
    case .tooLong(_, let limit, let isContext):
      "shorten the row, or cut all rows with --max-length \(limit)"
        + (isContext ? "" : ", or raise --batch-tokens")
    case .tooFewToSplit: "give more rows, or rows to validate on with --validation"
    }
  }
}

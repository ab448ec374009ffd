import Adapters
import FineTuning
import Foundation
import Models
import Tensors
import Tokenizers

/// A language model and the texts that it is pre-trained on further.
struct TrainTexts: TrainSubject {
  let model: GPT2LMHeadModel
  var adapter: Adapter?
  let rows: TrainRows
  let questions: [TrainQuestion]
  private let tokenizer: Tokenizer
  private let prompts: [[Int32]]

  /// Tokens of a text that are given, where it is long enough.
  private static let promptTokens = 16

  init(_ options: TrainOptions, folder: URL) throws {
    let tokenizer = try Tokenizer(folder: folder)
    model = try GPT2LMHeadModel.load(folder)
    adapter = try options.method.attachFirst(to: model, tokenizer, seed: options.seed)
    let limit = try options.rowLimit(contextLength: model.contextLength)
    if let maxLength = options.maxLength, maxLength > limit {
      throw TrainTextsError.windowOverBatch(maxLength, batchTokens: limit)
    }
    guard let end = (model.eosTokens.first ?? tokenizer.endOfText).map(tokenizer.piece),
      tokenizer.id(of: end).map(tokenizer.isSpecialToken) == true
    else { throw TrainTextsError.noEnd(folder) }
    let sources = try options.sources {
      try DocumentFile($0, key: options.textColumn ?? "text").documents
    }
    func windows(_ documents: [DocumentFile.Document], of file: URL) throws -> [EncodedExample] {
      do {
        return try [EncodedExample](
          documents: documents.map(\.text), end: end, windowLength: options.maxLength ?? limit,
          tokenizer: tokenizer)
      } catch {
        throw RowError(
          file: file, line: documents[error.row - 1].line, row: error.row, reason: error)
      }
    }
    rows = TrainRows(
      training: try windows(sources.training, of: options.dataFile),
      validation: try windows(sources.validation, of: options.validationFile))
    self.tokenizer = tokenizer

    var (prompts, questions): ([[Int32]], [TrainQuestion]) = ([], [])
    let documents = sources.validation.isEmpty ? sources.training : sources.validation
    for document in documents where prompts.count < TrainQuestion.count {
      let tokens = tokenizer.encode(document.text)
      let length = min(Self.promptTokens, tokens.count / 2, limit / 2)
      guard length > 0 else { continue }
      prompts.append(Array(tokens[..<length]))
      questions.append(
        TrainQuestion(
          text: tokenizer.decode(Array(tokens[..<length])),
          expected: tokenizer.decode(
            Array(tokens[length...].prefix(TrainQuestion.answerTokens)))))
    }
    (self.prompts, self.questions) = (prompts, questions)
  }

  var base: GPT2LMHeadModel { model }

  func answers() throws -> [String] {
    var random = SeededRandom(seed: 0)
    let options = GenerationOptions(
      maxNewTokens: TrainQuestion.answerTokens, sampling: .greedy)
    return try model.generate(prompts, options, random: &random).map {
      tokenizer.decode($0.tokens)
    }
  }

  func save(to folder: URL) throws { try model.save(to: folder) }
}

enum TrainTextsError: LocalizedError {
  case noEnd(URL)
  case windowOverBatch(Int, batchTokens: Int)

  var errorDescription: String? {
    switch self {
    case .noEnd(let folder):
      "\(folder.path): neither model nor tokenizer has a token that ends texts"
    case .windowOverBatch(let length, let batchTokens):
      "--max-length is \(length), but a batch holds \(batchTokens) tokens"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .noEnd:
      "give the model an eos_token_id in config.json that is a special token of its tokenizer"
    case .windowOverBatch(let length, _): "raise --batch-tokens to \(length) or more"
    }
  }
}

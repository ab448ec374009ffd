import ArgumentParser
import Commands
import Foundation
import Layers
import Models
import Tensors

struct Logits: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a language model's logits for token ids as a NumPy file.",
    discussion: """
      One --ids gives a float32 array [T, V]; several of one length give [B, T, V].
      """)

  @OptionGroup var model: ModelArgument
  @OptionGroup var adapter: AdapterOption
  @Option(name: .customLong("ids"), help: "Token ids, such as 1,2,3. May be repeated.")
  var rows: [String]
  @Option(help: "The .npy file to write.") var output: String

  func run() throws {
    let ids = try rows.map(tokenIDs)
    guard let length = ids.first?.count, ids.allSatisfy({ $0.count == length }) else {
      throw TokenRowsError.unequal(ids.map(\.count))
    }
    let model = try adapter.languageModel(model.folder())
    let logits = try withoutGradients { try model.logits(TokenBatch(ids)) }
    let shape = (ids.count > 1 ? [ids.count] : []) + [length, model.vocabSize]
    try NumPyFile(shape: shape, values: logits.elements)
      .write(to: URL(fileURLWithPath: output))
  }
}

/// The ids of a text such as "1,2,3".
func tokenIDs(_ row: String) throws(TokenRowsError) -> [Int32] {
  try row.split(separator: ",", omittingEmptySubsequences: false).map {
    text throws(TokenRowsError) in
    guard let id = Int32(text.trimmingCharacters(in: .whitespaces)) else {
      throw .noNumber(String(text))
    }
    return id
  }
}

enum TokenRowsError: LocalizedError {
  case unequal([Int])
  case noNumber(String)

  var errorDescription: String? {
    switch self {
    case .unequal(let lengths):
      "the rows of ids have the lengths \(lengths.map(String.init).joined(separator: ", "))"
    case .noNumber(let text): "\"\(text)\" is no token id"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .unequal: "give rows of one length, or one row at a time"
    case .noNumber: "--ids takes numbers with commas between them, such as 1,2,3"
    }
  }
}

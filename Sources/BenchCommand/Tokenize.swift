import ArgumentParser
import Files
import Foundation
import Tokenizers

/// Encoding on one thread, document by document.
struct Tokenize: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time encoding a corpus.")

  @Argument(help: "A folder with a tokenizer.") var folder: String
  @Option(help: "Documents, each ended by a NUL byte, as `bench corpus` writes them.")
  var corpus: String
  @Option(help: "Write the ids to this file, 32 bits each, with -1 after every document.")
  var ids: String?
  @OptionGroup var timing: Timing

  func run() throws {
    let tokenizer = try Tokenizer(folder: URL(fileURLWithPath: folder, isDirectory: true))
    let documents = try readDocuments()
    let bytes = documents.reduce(0) { $0 + $1.utf8.count }
    try timing.time(warmUp: 1, rates: ["mb_per_s": Double(bytes) / 1e6]) {
      for document in documents { _ = tokenizer.encode(document) }
    } figures: {
      let encoded = documents.map(tokenizer.encode)
      if let ids {
        let ended: [Int32] = encoded.flatMap { $0 + [-1] }
        try writeAtomically(
          ended.withUnsafeBytes { Data($0) }, to: URL(fileURLWithPath: ids))
      }
      return [
        "bytes": Double(bytes), "documents": Double(documents.count),
        "tokens": Double(encoded.reduce(0) { $0 + $1.count }),
      ]
    }
  }

  private func readDocuments() throws -> [String] {
    let text: String
    do {
      text = try String(contentsOfFile: corpus, encoding: .utf8)
    } catch {
      throw UnreadableCorpus(path: corpus, reason: error.localizedDescription)
    }
    return text.utf8.split(separator: 0).map { String(Substring($0)) }
  }
}

struct UnreadableCorpus: LocalizedError {
  let path: String
  let reason: String
  var errorDescription: String? { "\(path) could not be read: \(reason)" }
  var recoverySuggestion: String? { "make one: bench corpus --output \(path)" }
}

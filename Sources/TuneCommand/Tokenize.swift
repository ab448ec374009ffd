import ArgumentParser
import Commands
import Foundation
import Tokenizers

struct Tokenize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the token ids and pieces of a text.")

  @OptionGroup var model: ModelArgument
  @Option(help: "The text.") var text: String?
  @Option(help: "A file with the text.") var file: String?
  @Flag(help: "Print {\"ids\": […]}.") var json = false

  func validate() throws {
    guard (text == nil) != (file == nil) else {
      throw ValidationError("give either --text or --file")
    }
  }

  func run() throws {
    let tokenizer = try Tokenizer(folder: model.folder())
    let ids: [Int32]
    if let file {
      let bytes = try TextFile.bytes(file)
      ids = bytes.withUnsafeBytes { tokenizer.encode(utf8: $0.bindMemory(to: UInt8.self)) }
    } else {
      ids = tokenizer.encode(text ?? "")
    }
    if json {
      try printJSON(["ids": ids])
    } else {
      print("\(ids.count) tokens")
      for id in ids { print("\(id)\t\(shown(tokenizer.piece(id)))") }
    }
  }

  /// Line breaks and tabs would break the table.
  private func shown(_ piece: String) -> String {
    piece.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
      .replacing("\r", with: "\\r")
  }
}

enum TextFile {
  static func bytes(_ path: String) throws -> Data {
    do { return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) } catch {
      throw TextFileError(path: path, reason: error.localizedDescription)
    }
  }
}

struct TextFileError: LocalizedError {
  let path: String
  let reason: String
  var errorDescription: String? { "\(path) could not be read: \(reason)" }
  var recoverySuggestion: String? { "check the path and that you may read the file" }
}

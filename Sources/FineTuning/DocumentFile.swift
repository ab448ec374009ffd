import Foundation
import Models

/// Documents of plain text, for a model to be pre-trained on further.
///
/// A `.jsonl` file holds a document a line, the text under one key of an object; other keys are
/// ignored. A `.txt` file is one document, or as many as `<|endoftext|>` divides it into. Line ends
/// around a document of a .txt file are no part of it, and empty documents are left out of either.
/// The encoding is UTF-8, with or without a byte-order mark.
public struct DocumentFile: Sendable {
  public struct Document: Sendable, Equatable {
    public let text: String
    /// From 1: where it starts.
    public let line: Int
  }

  public let documents: [Document]

  private static let separator = "<|endoftext|>"

  /// - Parameter key: that of the texts in a .jsonl file.
  public init(_ file: URL, key: String = "text") throws(DocumentFileError) {
    func error(_ reason: DocumentFileError.Reason, line: Int? = nil) -> DocumentFileError {
      DocumentFileError(file: file, line: line, reason: reason)
    }
    let isText: Bool
    switch file.pathExtension.lowercased() {
    case "txt": isText = true
    case "jsonl": isText = false
    default: throw error(.unknownKind)
    }
    let data: Data
    do { data = try Data(contentsOf: file) } catch let problem {
      let isMissing = !FileManager.default.fileExists(atPath: file.path)
      throw error(isMissing ? .missing : .unreadable(problem.localizedDescription))
    }
    let lines = data.split(separator: .lineFeed, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
      throw error(.notUTF8, line: index + 1)
    }
    var found: [Document] = []
    do throws(Problem) {
      if isText {
        found = Self.parts(of: data)
      } else {
        for (index, line) in lines.enumerated() {
          if let text = try Self.text(of: line, number: index + 1, key) {
            found.append(Document(text: text, line: index + 1))
          }
        }
      }
    } catch let problem {
      throw error(problem.reason, line: problem.line)
    }
    documents = found.filter { !$0.text.isBlank }
    if documents.isEmpty { throw error(.noText) }
  }

  private struct Problem: Error {
    let line: Int
    let reason: DocumentFileError.Reason
  }

  private static func parts(of data: Data) -> [Document] {
    var text = String(decoding: data, as: UTF8.self)[...]
    if text.hasPrefix("\u{feff}") { text = text.dropFirst() }
    var line = 1
    return text.split(separator: separator, omittingEmptySubsequences: false).map { part in
      let start = line + part.prefix(while: \.isNewline).count
      line += part.utf8.count { $0 == .lineFeed }
      return Document(text: part.trimmingCharacters(in: .newlines), line: start)
    }
  }

  /// The text of one line, nil of an empty one.
  private static func text(
    of line: Data, number: Int, _ key: String
  ) throws(Problem) -> String? {
    func problem(_ reason: DocumentFileError.Reason) -> Problem {
      Problem(line: number, reason: reason)
    }
    let mark = Data([0xef, 0xbb, 0xbf])
    let line = number == 1 && line.starts(with: mark) ? line.dropFirst(mark.count) : line
    if line.allSatisfy({ $0 == .space || $0 == .carriageReturn }) { return nil }
    let json: JSONValue
    do { json = try JSONValue(parsing: line) } catch {
      throw problem(.brokenJSON("\(error.reason), at byte \(error.offset) of the line"))
    }
    guard let members = json.members else { throw problem(.notAnObject(json.kind)) }
    guard let value = json[key] else {
      throw problem(.missingKey(key, found: members.map(\.name)))
    }
    guard let text = value.string else { throw problem(.notAText(key, found: value.kind)) }
    return text
  }
}

/// A file of texts that cannot be used.
public struct DocumentFileError: LocalizedError, Equatable {
  public enum Reason: Equatable, Sendable {
    case missing
    /// The system's own words.
    case unreadable(String)
    case unknownKind
    case notUTF8
    case brokenJSON(String)
    case notAnObject(String)
    case missingKey(String, found: [String])
    case notAText(String, found: String)
    case noText
  }

  public let file: URL
  /// From 1; nil where the file as a whole is wrong.
  public let line: Int?
  public let reason: Reason

  public var errorDescription: String? {
    "\(file.path)\(line.map { ":\($0)" } ?? ""): \(problem)"
  }

  private var problem: String {
    switch reason {
    case .missing: "it does not exist"
    case .unreadable(let words): "it cannot be read: \(words)"
    case .unknownKind: "its name ends in neither .jsonl nor .txt"
    case .notUTF8: "the line is not UTF-8"
    case .brokenJSON(let words): "broken JSON: \(words)"
    case .notAnObject(let kind): "the row is \(kind), not an object"
    case .missingKey(let key, let found):
      "there is no \"\(key)\", only \(found.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .notAText(let key, let kind): "\"\(key)\": a text expected, found \(kind)"
    case .noText: "it holds no text"
    }
  }

  public var recoverySuggestion: String? {
    switch reason {
    case .missing, .unreadable: "check the name, and that you may read the file"
    case .unknownKind:
      #"name it by what it holds: rows {"text": "…"} as .jsonl, plain text as .txt"#
    case .notUTF8: "save the file again as UTF-8 (from GBK: iconv -f GBK -t UTF-8)"
    case .brokenJSON, .notAnObject, .notAText: #"write one object a line, such as {"text": "…"}"#
    case .missingKey: "name the key of the texts with --text-column"
    case .noText: "write at least one document"
    }
  }
}

import Foundation

/// A file of instruction data that cannot be used, or a row of it.
public struct InstructionFileError: LocalizedError, Equatable {
  public enum Reason: Equatable, Sendable {
    case missing
    /// The system's own words.
    case unreadable(String)
    case unknownKind
    case empty
    case noRows
    case notUTF8
    case brokenJSON(String)
    /// A row that is no object.
    case notAnObject(String)
    case noForm(found: [String])
    /// A form of which one key is there and the other is not.
    case missingKey(String, beside: String)
    case twoForms([InstructionFile.Form])
    /// `place` is a key or a turn with its key.
    case wrongType(place: String, expected: String, found: String)
    case unknownRole(String, turn: Int, known: [String])
    /// A turn that calls a tool or answers for one.
    case toolTurn(Int)
    case turnOrder(TurnOrderProblem)
    /// The key, or the turn, whose answer is empty.
    case emptyAnswer(place: String)
  }

  public let file: URL
  /// From 1; nil where the file as a whole is wrong.
  public let row: Int?
  /// From 1; nil where the file as a whole is wrong.
  public let line: Int?
  public let reason: Reason

  public init(file: URL, row: Int? = nil, line: Int? = nil, reason: Reason) {
    self.file = file
    self.row = row
    self.line = line
    self.reason = reason
  }

  public var errorDescription: String? {
    file.path + (line.map { ":\($0)" } ?? "") + (row.map { ", row \($0)" } ?? "") + ": \(problem)"
  }

  private var problem: String {
    switch reason {
    case .missing: "it does not exist"
    case .unreadable(let words): "it cannot be read: \(words)"
    case .unknownKind: "its name ends in neither .jsonl nor .json"
    case .empty: "it is empty"
    case .noRows: "it has no rows"
    case .notUTF8: "the row is not UTF-8"
    case .brokenJSON(let words): "broken JSON: \(words)"
    case .notAnObject(let kind): "the row is \(kind), not an object"
    case .noForm(let found):
      found.isEmpty
        ? "the row is empty" : "no form of instruction data has the keys \(Self.list(found))"
    case .missingKey(let key, let other): "\"\(key)\" is missing beside \"\(other)\""
    case .twoForms(let forms):
      "the row has two forms at once, \(forms.map(\.rawValue).joined(separator: " and "))"
    case .wrongType(let place, let expected, let found):
      "\(place): \(expected) expected, found \(found)"
    case .unknownRole(let role, let turn, _): "turn \(turn) has the unknown role \"\(role)\""
    case .toolTurn(let turn): "turn \(turn) calls a tool or answers for one"
    case .turnOrder(let problem): problem.description
    case .emptyAnswer(let place): "\(place): the answer is empty"
    }
  }

  public var recoverySuggestion: String? {
    switch reason {
    case .missing, .unreadable: "check the name, and that you may read the file"
    case .unknownKind:
      "name it by what it holds: one JSON object a line as .jsonl, one array of objects as .json"
    case .empty, .noRows: #"write rows such as {"instruction": "…", "input": "", "output": "…"}"#
    case .notUTF8: "save the file again as UTF-8 (from GBK: iconv -f GBK -t UTF-8)"
    case .brokenJSON:
      "write one JSON object a line, or one array of them, with straight quotes and ASCII colons and"
        + " commas"
    case .notAnObject, .noForm:
      "write instruction and output, prompt and completion, messages, or conversations"
    case .missingKey(let key, _): "add \"\(key)\", or name your own columns so"
    case .twoForms: "keep the keys of one of them"
    case .wrongType: "only texts are read: no numbers in place of texts, no images, no parts"
    case .unknownRole(_, _, let known): "the roles are \(known.joined(separator: ", "))"
    case .toolTurn: "tools are not supported: delete the turn, or the row"
    case .turnOrder(let problem): problem.help
    case .emptyAnswer: "fill it in, or delete the row"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

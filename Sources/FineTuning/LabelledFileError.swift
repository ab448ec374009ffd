import Foundation

/// A file of labelled texts that cannot be used.
public struct LabelledFileError: LocalizedError, Equatable {
  public enum Reason: Equatable, Sendable {
    case missing
    /// The system's own words.
    case unreadable(String)
    case unknownKind
    case empty
    /// The byte, from 1, counted from the start of its line.
    case notUTF8(byte: Int)
    case missingColumn(String, found: [String])
    case columnTwice(String)
    /// The line given is that of the opening quote.
    case unclosedQuote
    case textAfterQuote
    case fieldCount(Int, expected: Int)
    case notAnObject
    case notAString(String)
    case noRows
    case emptyText
    case emptyLabel
    case oneClass(String)
    case unknownLabel(String, known: [String])
  }

  public let file: URL
  /// From 1; nil when the file as a whole is wrong.
  public let line: Int?
  public let reason: Reason

  public init(file: URL, line: Int?, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var errorDescription: String? {
    "\(file.path)\(line.map { ":\($0)" } ?? ""): \(problem)"
  }

  private var problem: String {
    switch reason {
    case .missing: "it does not exist"
    case .unreadable(let words): "it cannot be read: \(words)"
    case .unknownKind: "its name ends in neither .csv, .tsv nor .jsonl"
    case .empty: "it is empty"
    case .notUTF8(let byte): "byte \(byte) of the line is not UTF-8"
    case .missingColumn(let name, let found):
      "there is no column \"\(name)\"" + (found.isEmpty ? "" : ", only \(Self.list(found))")
    case .columnTwice(let name): "two columns are named \"\(name)\""
    case .unclosedQuote: "the quote that opens here is never closed"
    case .textAfterQuote: "something stands between a closing quote and the next separator"
    case .fieldCount(let count, let expected):
      "it has \(count) \(count == 1 ? "field" : "fields"), and the first line names \(expected)"
    case .notAnObject: "it is not one JSON object"
    case .notAString(let name): "\"\(name)\" is not a string"
    case .noRows: "it has no rows"
    case .emptyText: "the text is empty"
    case .emptyLabel: "the label is empty"
    case .oneClass(let label): "every row has the label \"\(label)\""
    case .unknownLabel(let label, let known):
      "the label \"\(label)\" is none of \(Self.list(known))"
    }
  }

  public var recoverySuggestion: String? {
    switch reason {
    case .missing, .unreadable: "check the name, and that you may read the file"
    case .unknownKind:
      "name it by what it holds: comma-separated .csv, tab-separated .tsv, or one JSON object a"
        + " line as .jsonl"
    case .empty, .noRows: "one row for each text is needed, with its label"
    case .notUTF8:
      "save the file again as UTF-8 (in Excel: \"CSV UTF-8\"; from GBK: iconv -f GBK -t UTF-8)"
    case .missingColumn:
      "name the columns of texts and labels; lessons take --text-column and --label-column"
    case .columnTwice: "give each column a name of its own"
    case .unclosedQuote, .textAfterQuote:
      "put a field with quotes into quotes, and write each quote inside it twice: \"\""
    case .fieldCount: "put a field that holds the separator into quotes"
    case .notAnObject: #"write one object a line, such as {"text": "…", "label": "…"}"#
    case .notAString: #"write texts and labels in quotes, a label 1 as "1""#
    case .emptyText, .emptyLabel: "fill it in, or delete the row"
    case .oneClass: "rows of at least two labels are needed"
    case .unknownLabel: "mend the label, or delete the row"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

/// What is wrong and where, before the file's name is known.
struct LabelledFileProblem: Error {
  let line: Int?
  let reason: LabelledFileError.Reason

  init(_ line: Int?, _ reason: LabelledFileError.Reason) {
    self.line = line
    self.reason = reason
  }
}

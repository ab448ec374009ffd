import Foundation

/// A reader's own labelled texts, from a file that names its columns.
///
/// A `.csv` or `.tsv` file is read by RFC 4180 (TSV with a tab for the comma): its first record
/// names the columns, and quoted fields may hold separators, quotes and line ends. A `.jsonl` file
/// has one JSON object a line. The encoding is UTF-8, with or without a byte-order mark; lines end
/// in LF or CRLF, and empty ones are skipped.
public struct LabelledFile: Sendable {
  /// The texts as they stand in the file, each with the position of its class in `classes`.
  public let rows: [(text: String, label: Int)]
  /// The labels that were given, or else those found, sorted.
  public let classes: [String]

  /// - Parameters:
  ///   - file: a .csv, .tsv or .jsonl file.
  ///   - text: the column, or key, of the texts.
  ///   - label: the column, or key, of the labels; white space around a label is no part of it.
  ///   - labels: the only labels allowed, in the order of the classes; nil for those found.
  /// Throws `LabelledFileError` for whatever cannot be used: no text or label may be empty, and at
  /// least two labels must occur.
  public init(
    _ file: URL, text: String = "text", label: String = "label", labels: [String]? = nil
  ) throws {
    do {
      let bytes = try Self.bytes(of: file)
      let records =
        switch file.pathExtension.lowercased() {
        case "csv": try delimitedRecords(bytes, separator: UInt8(ascii: ","), text, label)
        case "tsv": try delimitedRecords(bytes, separator: UInt8(ascii: "\t"), text, label)
        case "jsonl": try objectRecords(bytes, text, label)
        default: throw LabelledFileProblem(nil, .unknownKind)
        }
      for record in records {
        guard !record.text.trimmed.isEmpty else {
          throw LabelledFileProblem(record.line, .emptyText)
        }
        guard !record.label.isEmpty else { throw LabelledFileProblem(record.line, .emptyLabel) }
        guard labels?.contains(record.label) ?? true else {
          throw LabelledFileProblem(record.line, .unknownLabel(record.label, known: labels!))
        }
      }
      let found = Set(records.map(\.label)).sorted()
      guard let first = found.first else { throw LabelledFileProblem(nil, .noRows) }
      guard found.count > 1 else { throw LabelledFileProblem(nil, .oneClass(first)) }
      let classes = labels ?? found
      let positions = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
      rows = records.map { ($0.text, positions[$0.label]!) }
      self.classes = classes
    } catch let problem as LabelledFileProblem {
      throw LabelledFileError(file: file, line: problem.line, reason: problem.reason)
    }
  }

  /// The bytes of a file that holds UTF-8, without its byte-order mark.
  private static func bytes(of file: URL) throws -> [UInt8] {
    let data: Data
    do { data = try Data(contentsOf: file) } catch {
      let isMissing = !FileManager.default.fileExists(atPath: file.path)
      throw LabelledFileProblem(
        nil, isMissing ? .missing : .unreadable(error.localizedDescription))
    }
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let bytes = Array(data.starts(with: mark) ? data.dropFirst(mark.count) : data)
    guard !bytes.isEmpty else { throw LabelledFileProblem(nil, .empty) }
    if let broken = firstBrokenByte(bytes) {
      let lineStart = bytes[..<broken].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
      let line = bytes[..<lineStart].count { $0 == .lineFeed } + 1
      throw LabelledFileProblem(line, .notUTF8(byte: broken - lineStart + 1))
    }
    return bytes
  }
}

/// One row of a file, and the line from 1 on which it starts.
struct LabelledRecord {
  let line: Int
  let text: String
  let label: String

  init(line: Int, text: String, label: String) {
    self.line = line
    self.text = text
    self.label = label.trimmed
  }
}

/// The rows of a file with one JSON object a line.
private func objectRecords(
  _ bytes: [UInt8], _ text: String, _ label: String
) throws -> [LabelledRecord] {
  var records: [LabelledRecord] = []
  let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
  for (index, line) in lines.enumerated()
  where !line.allSatisfy({ $0 == .carriageReturn || $0 == .space }) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
      throw LabelledFileProblem(index + 1, .notAnObject)
    }
    func string(_ key: String) throws -> String {
      guard let value = object[key] else {
        throw LabelledFileProblem(
          index + 1, .missingColumn(key, found: object.keys.sorted()))
      }
      guard let string = value as? String else {
        throw LabelledFileProblem(index + 1, .notAString(key))
      }
      return string
    }
    records.append(
      try LabelledRecord(line: index + 1, text: string(text), label: string(label)))
  }
  return records
}

/// Where the first byte stands that is no part of well-formed UTF-8.
private func firstBrokenByte(_ bytes: [UInt8]) -> Int? {
  guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
  var place = 0
  var rest = bytes.makeIterator()
  var parser = Unicode.UTF8.ForwardParser()
  while case .valid(let character) = parser.parseScalar(from: &rest) { place += character.count }
  return place
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

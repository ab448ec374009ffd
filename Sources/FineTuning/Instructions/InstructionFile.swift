import Foundation
import Models

/// Rows of instruction data in a file that people already have: .jsonl, one JSON object a line, or
/// .json, one array of objects (or, as many data sets have it, one object a line as well).
///
/// The form of each row is recognised by its fields; other keys beside them are ignored, and null
/// counts as absent:
/// - Alpaca: `instruction`, `output`, and where present `input`, `system` and `history` (pairs of
///   question and answer, as LLaMA-Factory has them). A row with a system text or a history is a
///   conversation, its last question the instruction and the input on lines of their own.
/// - `prompt` and `completion`: two strings, or two lists of messages as TRL has them.
/// - `messages`: a list of `{"role": …, "content": …}`.
/// - ShareGPT's `conversations`: a list of `{"from": …, "value": …}`; a `system` text may stand
///   beside it.
///
/// The file is read in pieces: memory holds one row and what the caller keeps. The encoding is UTF-8,
/// with or without a byte-order mark.
///
///     let rows = try InstructionFile(url).rows()
public struct InstructionFile: Sendable {
  /// How a row says who speaks.
  public enum Form: String, Sendable, Codable, CaseIterable {
    case alpaca
    case completion = "prompt-completion"
    case messages
    case shareGPT = "sharegpt"
  }

  public struct Row: Sendable, Equatable {
    /// From 1, counted without empty lines.
    public let number: Int
    /// From 1: where the row starts.
    public let line: Int
    public let form: Form
    public let example: Example
  }

  /// What a file holds, with every row that cannot be used.
  public struct Survey: Sendable, Equatable {
    public var rows = 0
    public var forms: [Form: Int] = [:]
    /// The first of them, in the order of the file.
    public var problems: [InstructionFileError] = []
    public var problemCount = 0
  }

  public let file: URL

  public init(_ file: URL) {
    self.file = file
  }

  /// Gives row after row to `body`. Throws `InstructionFileError` at the first that cannot be used,
  /// and what `body` throws.
  public func forEachRow(_ body: (Row) throws -> Void) throws {
    try forEachRow(problem: { throw $0 }, body)
  }

  /// The same, passing over the rows that cannot be used: `problem` is told of each. Throws
  /// `InstructionFileError` where the file as a whole cannot be read.
  public func forEachRow(
    problem: (InstructionFileError) throws -> Void, _ body: (Row) throws -> Void
  ) throws {
    guard ["json", "jsonl"].contains(file.pathExtension.lowercased()) else {
      throw InstructionFileError(file: file, reason: .unknownKind)
    }
    var splitter = try RowSplitter(file)
    var number = 0
    while true {
      number += 1
      let place: RowSplitter.Place
      do {
        guard let next = try splitter.next() else { break }
        place = next
      } catch let error as RowError {
        return try problem(error.located(in: file, row: number))
      }
      let row: Row
      do throws(RowError) {
        let (form, example) = try splitter.withBytes(of: place) {
          bytes throws(RowError) in try recognisedRow(bytes, line: place.line)
        }
        row = Row(number: number, line: place.line, form: form, example: example)
      } catch {
        try problem(error.located(in: file, row: number))
        continue
      }
      try body(row)
    }
    if number == 1 { throw InstructionFileError(file: file, reason: .noRows) }
  }

  /// Every row. Throws `InstructionFileError` at the first that cannot be used.
  public func rows() throws -> [Row] {
    var rows: [Row] = []
    try forEachRow { rows.append($0) }
    return rows
  }

  /// Counts the rows that can be used and lists those that cannot, `limit` of them at most. Throws
  /// `InstructionFileError` where the file as a whole cannot be read.
  public func survey(limit: Int = 100) throws -> Survey {
    var survey = Survey()
    try forEachRow(
      problem: { problem in
        survey.problemCount += 1
        if survey.problems.count < limit { survey.problems.append(problem) }
      },
      { row in
        survey.rows += 1
        survey.forms[row.form, default: 0] += 1
      })
    return survey
  }

  /// Every row that cannot be used.
  public func problems() throws -> [InstructionFileError] {
    try survey(limit: .max).problems
  }
}

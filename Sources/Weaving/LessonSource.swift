import Foundation

/// A lesson's main.swift, taken apart into prose and the source of its cells.
///
/// `//:` at column 0 is Markdown and belongs to the cell that follows; `cell("id")` at column 0
/// opens a cell, whose source runs to the next `//:` or `cell`; a line that ends in `// hide` runs
/// but is not shown. Prose after the last cell is the section `end`. Code before the first cell is
/// not shown.
public struct LessonSource: Sendable {
  public struct Cell: Sendable {
    public let id: String
    /// The line of the `cell("id")` statement, from 1.
    public let line: Int
    /// The Markdown that stands before the cell.
    public let prose: Prose
    /// The Swift that the report shows.
    public let source: String
  }

  /// The file's name as errors show it.
  public let file: String
  public let cells: [Cell]
  /// The section `end`.
  public let closing: Prose
  /// The digest of everything that runs: lines of prose and blank lines do not move it.
  public let codeDigest: String

  /// The id of the section after the last cell.
  public static let closingID = "end"

  /// Reads a lesson's text. `otherCode` holds the texts of further files whose code the lesson
  /// runs; they count in `codeDigest` only.
  public init(parsing text: String, file: String, otherCode: [String] = []) throws {
    var parser = LessonParser(file: file)
    for (index, line) in lines(of: text).enumerated() { try parser.read(line, number: index + 1) }
    (cells, closing) = try parser.finish()
    self.file = file
    var digest = Digest()
    for text in [text] + otherCode {
      for line in lines(of: text) where !line.isEmpty && !LessonParser.isProse(line) {
        digest.add(line)
      }
      digest.add("")
    }
    codeDigest = digest.hex
  }

  /// Reads main.swift and the lesson's other Swift files, except exercises and their checks, which
  /// main.swift never calls.
  public init(folder: URL) throws {
    let name = "Lessons/\(folder.lastPathComponent)/main.swift"
    let apart: Set = ["main.swift", "Exercises.swift", "Checks.swift"]
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    let others = try names.filter { $0.hasSuffix(".swift") && !apart.contains($0) }
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    guard
      let main = try? String(
        contentsOf: folder.appendingPathComponent("main.swift"), encoding: .utf8)
    else {
      throw WeavingError(
        file: name, reason: "it is missing or not UTF-8",
        help: "a lesson's program is named lesson-NN-name and its folder Lessons/NN-name")
    }
    try self.init(parsing: main, file: name, otherCode: others)
  }

  /// Every section that has prose, in order, `end` last.
  public var sections: [(id: String, prose: Prose)] {
    (cells.map { ($0.id, $0.prose) } + [(Self.closingID, closing)]).filter { !$0.1.isEmpty }
  }
}

/// Goes through a lesson line by line.
private struct LessonParser {
  let file: String
  private var cells: [LessonSource.Cell] = []
  private var opened: (id: String, line: Int, prose: Prose)?
  private var source: [String] = []
  private var prose: [(number: Int, text: String)] = []
  private var lastProseLine = 0

  init(file: String) { self.file = file }

  static func isProse(_ line: String) -> Bool { line.hasPrefix("//:") }

  mutating func read(_ line: String, number: Int) throws {
    if Self.isProse(line) {
      readProse(line.dropFirst(3), number: number)
    } else if line.wholeMatch(of: /cell\s*\(.*/) != nil {
      try openCell(line, number: number)
    } else {
      try readCode(line, number: number)
    }
  }

  private mutating func readProse(_ text: Substring, number: Int) {
    if lastProseLine > 0, lastProseLine < number - 1, !prose.isEmpty {
      prose.append((number - 1, ""))
    }
    prose.append((number, String(text.first == " " ? text.dropFirst() : text)))
    lastProseLine = number
  }

  private mutating func openCell(_ line: String, number: Int) throws {
    guard let match = line.wholeMatch(of: /cell\("([a-z0-9][a-z0-9-]*)"\)(?:\s*\/\/.*)?/) else {
      throw error(
        number, "this is not a cell line",
        "write cell(\"id\") alone on its line; an id holds lower-case letters, digits and hyphens")
    }
    let id = String(match.1)
    guard id != LessonSource.closingID, id != Translation.stringsID else {
      throw error(
        number, "a cell may not be named `\(id)`", "that section has a meaning of its own")
    }
    closeCell()
    if let other = cells.first(where: { $0.id == id }) {
      throw error(
        number, "the cell `\(id)` was opened on line \(other.line) already",
        "give each cell an id of its own")
    }
    opened = (id, number, Prose(lines: prose))
    prose = []
  }

  private mutating func readCode(_ line: String, number: Int) throws {
    guard opened != nil, prose.isEmpty || line.isEmpty else {
      if opened == nil || Self.isHidden(line) { return }
      throw error(
        number, "code stands after prose and before the next cell, where no report shows it",
        "move it below the next cell line, or open a cell for it")
    }
    if prose.isEmpty, !Self.isHidden(line) { source.append(line) }
  }

  private mutating func closeCell() {
    guard let (id, line, before) = opened else { return }
    let shown = source.drop(while: \.isEmpty)
    let end = shown.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? shown.startIndex
    cells.append(
      .init(
        id: id, line: line, prose: before,
        source: shown[shown.startIndex..<end].joined(separator: "\n")))
    opened = nil
    source = []
  }

  mutating func finish() throws -> ([LessonSource.Cell], Prose) {
    closeCell()
    guard !cells.isEmpty else {
      throw WeavingError(
        file: file, reason: "there is no cell in it", help: "open one with cell(\"id\") at column 0"
      )
    }
    return (cells, Prose(lines: prose))
  }

  private static func isHidden(_ line: String) -> Bool {
    line.hasSuffix("// hide")
  }

  private func error(_ line: Int, _ reason: String, _ help: String) -> WeavingError {
    WeavingError(file: file, line: line, reason: reason, help: help)
  }
}

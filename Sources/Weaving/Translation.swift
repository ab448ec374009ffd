import Foundation

/// A lesson's zh.md: the prose of each section in Chinese, and the strings that the code shows.
///
/// A section is opened by `## cell-id <!-- en: 1a2b3c4d -->`, where the stamp is the digest of the
/// English that was translated; headings without a cell's id are headings of the prose. The section
/// `## strings` holds a two-column table, English and Chinese, where `\|` stands for a bar.
public struct Translation: Sendable {
  public struct Section: Sendable {
    public let id: String
    /// The line of its heading, from 1.
    public let line: Int
    /// nil when the heading has no stamp or an empty one.
    public let stamp: String?
    public let prose: Prose
  }

  public struct Entry: Sendable {
    public let line: Int
    public let chinese: String
  }

  public static let stringsID = "strings"

  public let file: String
  public private(set) var sections: [Section] = []
  /// Chinese by English.
  public private(set) var strings: [String: Entry] = [:]

  /// Reads zh.md next to a lesson's main.swift; nil when there is none.
  public init?(folder: URL, of lesson: LessonSource) throws {
    let url = folder.appendingPathComponent("zh.md")
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let name = "Lessons/\(folder.lastPathComponent)/zh.md"
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw WeavingError(
        file: name, reason: "it is not UTF-8", help: "save the file as UTF-8")
    }
    try self.init(parsing: text, file: name, of: lesson)
  }

  public init(parsing text: String, file: String, of lesson: LessonSource) throws {
    self.file = file
    let ids = Set(lesson.cells.map(\.id) + [LessonSource.closingID, Self.stringsID])
    var open: Heading?
    var body: [(number: Int, text: String)] = []
    for (index, line) in lines(of: text).enumerated() {
      if let heading = Heading(line, number: index + 1, ids: ids) {
        try close(open, body)
        open = heading
        body = []
      } else {
        body.append((index + 1, line))
      }
    }
    try close(open, body)
  }

  public subscript(id: String) -> Section? { sections.first { $0.id == id } }

  private mutating func close(_ heading: Heading?, _ body: [(number: Int, text: String)]) throws {
    guard let heading else {
      if let first = body.first(where: { !$0.text.isEmpty && !$0.text.hasPrefix("# ") }) {
        throw error(
          first.number, "text stands before the first section",
          "open a section with `## cell-id <!-- en: -->`")
      }
      return
    }
    if heading.id == Self.stringsID {
      for line in body where !line.text.isEmpty { try readString(line.text, number: line.number) }
      return
    }
    if let other = self[heading.id] {
      throw error(
        heading.line, "the section `\(heading.id)` was opened on line \(other.line) already",
        "keep one of the two")
    }
    sections.append(
      Section(
        id: heading.id, line: heading.line, stamp: heading.stamp, prose: Prose(lines: body)))
  }

  private mutating func readString(_ line: String, number: Int) throws {
    guard let match = line.wholeMatch(of: /\|\s*((?:[^|\\]|\\.)*?)\s*\|\s*((?:[^|\\]|\\.)*?)\s*\|/)
    else {
      throw error(
        number, "this is not a row of two cells",
        "write | English | Chinese |, with \\| for a bar inside a string")
    }
    let (english, chinese) = (Self.unescaped(match.1), Self.unescaped(match.2))
    if english.wholeMatch(of: /:?-+:?/) != nil || (english == "en" && chinese == "zh") { return }
    guard !english.isEmpty, !chinese.isEmpty else {
      throw error(number, "one side of the row is empty", "fill in both strings or drop the row")
    }
    if let other = strings[english] {
      throw error(
        number, "\"\(english)\" was translated on line \(other.line) already",
        "keep one of the two rows")
    }
    strings[english] = Entry(line: number, chinese: chinese)
  }

  private static func unescaped(_ cell: Substring) -> String {
    String(cell).replacing("\\|", with: "|")
  }

  private func error(_ line: Int, _ reason: String, _ help: String) -> WeavingError {
    WeavingError(file: file, line: line, reason: reason, help: help)
  }
}

/// A line that opens a section of zh.md.
struct Heading {
  let id: String
  let line: Int
  let stamp: String?

  init?(_ text: String, number: Int, ids: Set<String>) {
    guard
      let match = text.wholeMatch(of: /##\s+([a-z0-9-]+)(?:\s*<!--\s*en:\s*([0-9a-f]*)\s*-->)?/),
      ids.contains(String(match.1)) || match.2 != nil
    else { return nil }
    id = String(match.1)
    line = number
    stamp = match.2.flatMap { $0.isEmpty ? nil : String($0) }
  }
}

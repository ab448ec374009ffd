/// Something that keeps the Chinese edition from being complete.
public struct TranslationIssue: Sendable, Equatable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let message: String

  public var description: String { "\(file):\(line): \(message)" }
}

extension Translation {
  /// Whether a text reads differently in Chinese: one without a Latin letter, such as a number or a
  /// Chinese token that labels a bar, does not.
  public static func isNeeded(for text: String) -> Bool {
    text.contains { $0.isASCII && $0.isLetter }
  }

  /// Sections and strings that are missing, stale or left over. `shown` holds the strings that the
  /// lesson's code shows, as results.json of any run lists them.
  public func issues(of lesson: LessonSource, strings shown: [String]) -> [TranslationIssue] {
    lesson.sections.flatMap { issues(of: $0.id, english: $0.prose, lesson: lesson) }
      + leftovers(of: lesson) + stringIssues(shown)
  }

  /// The same for a lesson that has no zh.md.
  public static func missing(file: String) -> [TranslationIssue] {
    [TranslationIssue(file: file, line: 1, message: "the lesson has no Chinese yet")]
  }

  private func issues(
    of id: String, english: Prose, lesson: LessonSource
  ) -> [TranslationIssue] {
    let stamp = Digest.stamp(of: english.text)
    guard let section = self[id] else {
      return [
        TranslationIssue(
          file: lesson.file, line: english.lineNumbers[0],
          message: "the prose of `\(id)` is not in \(file): add `## \(id) <!-- en: \(stamp) -->`")
      ]
    }
    var issues: [TranslationIssue] = []
    func report(_ message: String) {
      issues.append(TranslationIssue(file: file, line: section.line, message: message))
    }
    if section.prose.isEmpty {
      report("the section `\(id)` is empty")
    } else if section.stamp == nil {
      report("the section `\(id)` has no stamp: once it is translated, write en: \(stamp)")
    } else if section.stamp != stamp {
      report(
        "the section `\(id)` is older than its English (\(lesson.file), line"
          + " \(english.lineNumbers[0])): bring it up to date and write en: \(stamp)")
    }
    let (here, there) = (Set(keys(in: section.prose.text)), Set(keys(in: english.text)))
    for key in there.subtracting(here).sorted() {
      report("the section `\(id)` does not use {{\(key)}}, which its English uses")
    }
    return issues
  }

  private func leftovers(of lesson: LessonSource) -> [TranslationIssue] {
    let ids = Set(lesson.sections.map(\.id))
    return sections.filter { !ids.contains($0.id) }.map {
      TranslationIssue(
        file: file, line: $0.line, message: "\(lesson.file) has no prose for `\($0.id)`: drop it")
    }
  }

  private func stringIssues(_ shown: [String]) -> [TranslationIssue] {
    let table = sections.last.map { $0.line + $0.prose.lineNumbers.count } ?? 1
    let missing = Set(shown).subtracting(strings.keys).sorted().map {
      TranslationIssue(
        file: file, line: strings.values.map(\.line).max() ?? table,
        message: "the table of strings lacks \"\($0)\"")
    }
    let unused = strings.filter { !shown.contains($0.key) }.sorted { $0.value.line < $1.value.line }
      .map {
        TranslationIssue(
          file: file, line: $0.value.line, message: "no code shows \"\($0.key)\": drop the row")
      }
    return missing + unused
  }

  /// The text of zh.md with every stamp brought up to date, for an author who has just checked
  /// that the Chinese says what the English says.
  public static func restamped(_ text: String, of lesson: LessonSource) -> String {
    let stamps = Dictionary(
      lesson.sections.map { ($0.id, Digest.stamp(of: $0.prose.text)) }, uniquingKeysWith: { $1 })
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let heading = Heading(String(line), number: 0, ids: Set(stamps.keys)),
        let stamp = stamps[heading.id]
      else { return String(line) }
      return "## \(heading.id) <!-- en: \(stamp) -->"
    }.joined(separator: "\n")
  }

  /// An empty zh.md for a lesson: every section with its stamp left open, and the strings.
  public static func skeleton(of lesson: LessonSource, strings shown: [String]) -> String {
    let sections = lesson.sections.map { "## \($0.id) <!-- en: -->\n\n" }.joined()
    let rows = Set(shown).sorted().map { "| \($0.replacing("|", with: "\\|")) | |\n" }.joined()
    return sections + "## \(stringsID)\n\n| en | zh |\n|---|---|\n" + rows
  }
}

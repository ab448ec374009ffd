import Files
import Foundation
import Notebook
import Weaving

/// README.md and README.zh.md of a folder of reports: every lesson that has one there.
struct ReportIndex {
  let folder: URL
  let profile: Profile

  private static let mark = "<!-- course run -->\n"

  private func file(_ language: Language) -> URL {
    folder.appendingPathComponent(language == .en ? "README.md" : "README.zh.md")
  }

  /// A README that somebody wrote is not replaced.
  func checkThatItMayBeReplaced() throws {
    for file in Language.allCases.map(file) {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      guard text.hasPrefix(Self.mark) else { throw IndexInTheWay(file: file) }
    }
  }

  func write(lessons: [Lesson]) throws {
    for language in Language.allCases {
      let rows = lessons.compactMap { row($0, language) }.joined()
      try writeAtomically(Data((heading(language) + rows).utf8), to: file(language))
    }
  }

  private func heading(_ language: Language) -> String {
    switch language {
    case .en:
      Self.mark + """
        # Reports, profile \(profile.rawValue)

        | Lesson | Reports | Time | Checks passed |
        |:--|:--|--:|--:|

        """
    case .zh:
      Self.mark + """
        # 报告，运行档 \(profile.rawValue)

        | 课 | 报告 | 用时 | 通过的检查 |
        |:--|:--|--:|--:|

        """
    }
  }

  private func row(_ lesson: Lesson, _ language: Language) -> String? {
    let results = folder.appendingPathComponent("\(lesson.name)/results.json")
    guard let data = try? Data(contentsOf: results),
      let results = try? fromJSON(Results.self, data)
    else { return nil }
    let title = lesson.title(language) ?? lesson.title(.en) ?? lesson.name
    let links = [(Language.zh, "中文"), (.en, "English")].map {
      "[\($1)](\(lesson.name)/report.\($0.rawValue).md)"
    }
    let time = results.timings["run"].map(ValueFormat.seconds.string) ?? ""
    let passed = results.checks.count(where: \.holds)
    return "| \(title) | \(links.joined(separator: " · ")) | \(time)"
      + " | \(passed)/\(results.checks.count) |\n"
  }
}

struct IndexInTheWay: LocalizedError {
  let file: URL

  var errorDescription: String? { "the index would replace \(file.path), which is somebody's" }
  var recoverySuggestion: String? { "name a new or empty folder with --output DIR" }
}

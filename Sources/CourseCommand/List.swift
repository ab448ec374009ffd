import ArgumentParser
import Commands
import Files
import Weaving

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the lessons, and say which published reports are current.")

  @Flag(help: "Print one line of JSON.") var json = false

  private struct Row: Encodable {
    let number: Int
    let name: String
    let title: [String: String]
    let report: PublishedReport.State
  }

  func run() throws {
    let root = try CourseFolder.root()
    let ledger = try ClaimLedger(root: root)
    var digests = DataDigests(root: root)
    let rows = try Lesson.all(in: root).map { lesson in
      var title: [String: String] = [:]
      for language in Language.allCases { title[language.rawValue] = lesson.title(language) }
      return Row(
        number: lesson.number, name: lesson.name, title: title,
        report: PublishedReport(of: lesson, ledger).state(digests: &digests))
    }
    if json { return try printJSON(rows) }
    for row in rows {
      let titles = Language.allCases.compactMap { row.title[$0.rawValue] }
      print("\(row.name)  \(titles.joined(separator: "  "))  (report: \(row.report.rawValue))")
    }
  }
}

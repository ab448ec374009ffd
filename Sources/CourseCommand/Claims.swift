import ArgumentParser
import Commands
import Files
import Weaving

extension Language: ExpressibleByArgument {}

struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every claim of the course with its verdict.")

  @Option(help: "The language of statements and verdicts: en or zh.") var language = Language.en
  @Flag(help: "Print one line of JSON.") var json = false
  @Flag(help: "Write Lessons/CLAIMS.md and CLAIMS.zh.md instead.") var write = false

  private struct Row: Encodable {
    let id: String
    let lesson: Int
    let kind: Claim.Kind
    let source: String
    let statement: Bilingual
    let metric: Bilingual?
    let rule: Bilingual?
    let margin: Double?
    let controls: Bilingual?
    let verdict: Claim.Verdict?
    let pValue: Double?
    let evidence: [Claim.Evidence]

    init(_ record: ClaimRecord) {
      let entry = record.entry
      id = entry.id
      lesson = entry.lesson
      kind = entry.kind
      source = entry.source.text(.en)
      statement = entry.statement
      metric = entry.plan?.metric
      rule = entry.plan?.rule
      margin = entry.plan?.margin
      controls = entry.plan?.controls
      verdict = record.finding?.verdict
      pValue = record.finding?.pValue
      evidence = record.finding?.evidence ?? []
    }
  }

  func run() throws {
    let root = try CourseFolder.root()
    let records = try ClaimRecord.all(
      of: ClaimLedger(root: root), lessons: Lesson.all(in: root))
    if write {
      for language in Language.allCases {
        try ClaimPage(records: records, language: language).write(to: root)
      }
    } else if json {
      try printJSON(records.map(Row.init))
    } else {
      print(terminalText(of: .table(table(of: records))))
    }
  }

  private func table(of records: [ClaimRecord]) -> Table {
    var table = Table(
      columns: language == .en
        ? [.left("claim"), .left("lesson"), .left("verdict"), .left("statement")]
        : [.left("论断"), .left("课"), .left("判定"), .left("内容")])
    for record in records {
      table.add(
        .text(record.entry.id), .text(record.lessonNumber), .text(record.verdict(language)),
        .text(record.entry.statement[language]))
    }
    return table
  }
}

import Files
import Foundation
import Weaving

/// Lessons/CLAIMS.md or CLAIMS.zh.md: the ledger with its verdicts, for readers.
struct ClaimPage {
  let records: [ClaimRecord]
  let language: Language

  var file: String { language == .en ? "Lessons/CLAIMS.md" : "Lessons/CLAIMS.zh.md" }

  func write(to root: URL) throws {
    try writeAtomically(Data(text.utf8), to: root.appendingPathComponent(file))
  }

  /// The first line that is not what it would be if the page were written now.
  func problem(in root: URL) -> Problem? {
    let url = root.appendingPathComponent(file)
    guard let found = try? String(contentsOf: url, encoding: .utf8) else {
      return Problem(file: file, line: 1, message: "it is missing: course claims --write")
    }
    guard found != text else { return nil }
    let (old, new) = (lines(of: found), lines(of: text))
    let line = zip(old, new).prefix { $0 == $1 }.count
    let row = line < new.count ? new[line] : ""
    let what = row.firstMatch(of: /C[0-9]{2}\.[0-9]+/).map { "of \($0.0) " } ?? ""
    return Problem(
      file: file, line: line + 1,
      message: "what it says \(what)is not what \(ClaimLedger.file) and the published results say:"
        + " course claims --write")
  }

  private func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  var text: String {
    let numbers = Set(records.map(\.entry.lesson)).sorted()
    return ([heading] + numbers.map(section)).joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let decided = records.compactMap { $0.finding?.verdict }
    let counts = Claim.Verdict.allCases.compactMap { verdict -> String? in
      let count = decided.count { $0 == verdict }
      guard count > 0 else { return nil }
      let text = verdict.text(language)
      return language == .en ? "\(count) \(text)" : "\(text) \(count) 条"
    }.joined(separator: language == .en ? ", " : "，")
    return switch language {
    case .en:
      """
      # Claims

      What the lectures say, and some of our own, put to the test: \(decided.count) of \
      \(records.count) claims have a verdict\(counts.isEmpty ? "" : " (\(counts))"). Metric and rule of \
      each were written into [claims.yaml](claims.yaml) before its run. This page is written by \
      `course claims --write`. [中文](CLAIMS.zh.md)
      """
    case .zh:
      """
      # 论断

      讲义里的说法，加上本课程自己提出的一些，逐条检验：\(records.count) 条论断中，\(decided.count) 条已有判定\
      \(counts.isEmpty ? "" : "（\(counts)）")。每条的指标和规则都在运行之前写进了 \
      [claims.yaml](claims.yaml)。本页由 `course claims --write` 生成。[English](CLAIMS.md)
      """
    }
  }

  private func section(_ number: Int) -> String {
    let own = records.filter { $0.entry.lesson == number }
    let lesson = own[0].lesson
    let two = own[0].lessonNumber
    var parts = [
      "## "
        + (lesson.flatMap { $0.title(language) ?? $0.title(.en) }
          ?? (language == .en ? "Lesson \(two)" : "第 \(two) 课"))
    ]
    if let lesson, own.contains(where: { $0.finding != nil }) {
      let report = "\(lesson.name)/report/report.\(language.rawValue).md"
      parts.append("[\(language == .en ? "Report" : "报告")](\(report))")
    }
    var table = Table(
      columns: language == .en
        ? [
          .left("Claim"), .left("Statement"), .left("Source"), .left("Verdict"), .left("Evidence"),
        ]
        : [.left("论断"), .left("内容"), .left("出处"), .left("判定"), .left("证据")])
    for record in own {
      table.add(
        .text(record.entry.id), .text(record.entry.statement[language]),
        .text(record.entry.source.text(language)), .text(record.verdict(language)),
        .text(record.evidence(language)))
    }
    return (parts + [markdown(of: table)]).joined(separator: "\n\n")
  }
}

import Foundation
import Weaving

/// The calls `claim("C01.1", …)` in the code of lessons, held against the ledger.
struct ClaimCalls {
  let ledger: ClaimLedger

  private struct Call {
    let id: String
    let lesson: Lesson
    let file: String
    let line: Int
  }

  /// Claims that nobody knows, that another lesson is to decide, that are decided twice, and those
  /// that a lesson leaves out.
  func problems(in lessons: [Lesson]) throws -> [Problem] {
    var first: [String: Call] = [:]
    var problems: [Problem] = []
    for call in try lessons.flatMap(calls) {
      func report(_ message: String) {
        problems.append(Problem(file: call.file, line: call.line, message: message))
      }
      guard let entry = ledger[call.id] else {
        report("\(ClaimLedger.file) has no claim \(call.id): enter it before the run")
        continue
      }
      if entry.lesson != call.lesson.number {
        report("\(call.id) is for another lesson to decide: drop it here")
      }
      if let other = first[call.id] {
        report("\(call.id) is decided at \(other.file):\(other.line) already: keep one")
      } else {
        first[call.id] = call
      }
    }
    for lesson in lessons {
      for entry in ledger.entries(ofLesson: lesson.number) {
        func report(_ message: String) {
          problems.append(Problem(file: ClaimLedger.file, line: entry.line, message: message))
        }
        if first[entry.id]?.lesson.number != lesson.number {
          report(
            "Lessons/\(lesson.name) does not decide \(entry.id): call claim(\"\(entry.id)\", …)")
        }
        if entry.plan == nil {
          report(
            "\(entry.id) has no metric and rule: write them before Lessons/\(lesson.name) runs")
        }
      }
    }
    return problems
  }

  private func calls(in lesson: Lesson) throws -> [Call] {
    let names = try FileManager.default.contentsOfDirectory(atPath: lesson.folder.path).sorted()
    return try names.filter { $0.hasSuffix(".swift") }.flatMap { name in
      let text = try String(contentsOf: lesson.folder.appendingPathComponent(name), encoding: .utf8)
      let code = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { $0.replacing(/\s*\/\/ hide$/, with: "") }
        .map { $0.drop(while: \.isWhitespace).hasPrefix("//") ? "" : $0 }
        .joined(separator: "\n")
      return code.matches(of: /\bclaim\(\s*"([^"\n]*)"/).map { match in
        Call(
          id: String(match.1), lesson: lesson, file: "Lessons/\(lesson.name)/\(name)",
          line: 1 + code[..<match.range.lowerBound].count { $0 == "\n" })
      }
    }
  }
}

import ArgumentParser
import Commands
import Files
import Foundation
import Weaving

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check translations, published reports and claims without running anything.")

  @Argument(help: "Lessons, such as 5, 05 or 05-loss-mask; by default all.") var lessons: [String] =
    []
  @Option(help: "The folder with reports of smoke runs; by default Reports/smoke.")
  var smoke: String?
  @Option(
    parsing: .upToNextOption,
    help: "Lessons whose full run is still to come: no report is asked of them.")
  var unpublished: [String] = []
  @Flag(help: "Print the zh.md of one lesson with its stamps brought up to date.") var stamps =
    false
  @Flag(help: "With --stamps: write it instead.") var write = false

  func validate() throws {
    if stamps, lessons.count != 1 { throw ValidationError("--stamps takes one lesson") }
    if write, !stamps { throw ValidationError("--write goes with --stamps") }
  }

  func run() throws {
    let root = try CourseFolder.root()
    let chosen = try lessons.isEmpty ? Lesson.all(in: root) : Lesson.named(lessons, in: root)
    let smokeRuns = SmokeRuns(
      folder: smoke.map { URL(fileURLWithPath: $0, isDirectory: true) }
        ?? root.appendingPathComponent("Reports/smoke", isDirectory: true))
    if stamps { return try restamp(chosen[0], smokeRuns) }

    let awaited = try Set(Lesson.named(unpublished, in: root).map(\.name))
    let ledger = try ClaimLedger(root: root)
    var digests = DataDigests(root: root)
    var problems: [Problem] = []
    for lesson in chosen {
      do {
        let source = try LessonSource(folder: lesson.folder)
        let isAwaited = awaited.contains(lesson.name)
        problems += try PublishedReport(of: lesson, ledger)
          .problems(source, digests: &digests, smokeRuns, isAwaited: isAwaited)
        let edition = ChineseEdition(lesson: lesson, source: source, smokeRuns: smokeRuns)
        let strings = try edition.strings()
        if let strings { say("\(lesson.name): strings as listed by \(strings.origin)") }
        problems += try edition.problems(strings: strings, mayHoldMore: isAwaited)
      } catch {
        problems.append(Problem(error, in: "Lessons/\(lesson.name)"))
      }
    }
    let all = try Lesson.all(in: root)
    problems += try ClaimCalls(ledger: ledger).problems(in: all)
    do {
      let records = try ClaimRecord.all(of: ledger, lessons: all)
      problems += Language.allCases.compactMap {
        ClaimPage(records: records, language: $0).problem(in: root)
      }
    } catch {
      let problem = Problem(error, in: "Lessons")
      if !problems.contains(problem) { problems.append(problem) }
    }

    for problem in problems { print(problem) }
    guard problems.isEmpty else {
      print(problems.count == 1 ? "1 problem" : "\(problems.count) problems")
      throw ExitCode.failure
    }
    print("ok")
  }

  private func restamp(_ lesson: Lesson, _ smokeRuns: SmokeRuns) throws {
    let source = try LessonSource(folder: lesson.folder)
    let edition = ChineseEdition(lesson: lesson, source: source, smokeRuns: smokeRuns)
    let text = try edition.restamped()
    if write {
      try writeAtomically(Data(text.utf8), to: lesson.folder.appendingPathComponent("zh.md"))
    } else {
      print(text, terminator: "")
    }
  }
}

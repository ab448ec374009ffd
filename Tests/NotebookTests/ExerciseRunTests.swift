import Foundation
import Notebook
import Testing

/// The fixture's exercises end in every way that a process can.
@Suite struct ExerciseRunTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  func report(_ wish: String = "") throws -> (report: ExerciseReport, outcome: Fixture.Outcome) {
    let outcome = try fixture.run(wish, ["--exercises", "--json", "--time-limit", "3"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1)
    let report = try JSONDecoder().decode(ExerciseReport.self, from: Data(lines[0].utf8))
    return (report, outcome)
  }

  @Test func noCheckHidesAnother() throws {
    let (report, outcome) = try report()
    #expect(outcome.status == 1 && !outcome.signal)
    #expect(report.lesson == "99-fixture" && !report.passed)
    #expect(
      report.checks.map(\.exercise) == [
        "99.1", "99.1", "99.2", "99.2", "99.2", "99.2", "99.2", "99.2", "99.3",
      ])
    #expect(report.checks.map(\.passed) == [true, true, true] + Array(repeating: false, count: 6))
    #expect(report.checks.map(\.unsolved) == Array(repeating: false, count: 8) + [true])
    #expect(report.checks[4].name == "the way exit" && report.checks[4].hint == "not by exit")
    let failures = report.checks.map { $0.failure ?? "" }
    #expect(failures[...2] == ["", "", ""])
    #expect(failures[3].hasPrefix("it crashed with signal "))
    #expect(failures[4] == "it ended the program with exit(0)")
    #expect(failures[5] == "it did not end within 3 s")
    #expect(failures[6].hasPrefix("it threw "))
    #expect(failures[7] == "expected right, found wrong")
    #expect(failures[8] == "exercise 99.3 is not solved yet")
  }

  @Test func whatASolutionPrintsIsNotTheResult() throws {
    let outcome = try report().outcome
    #expect(outcome.errors.contains("the solution prints\n"))
    #expect(!outcome.output.contains("the solution prints"))
  }

  @Test func theLessonItselfDoesNotRun() throws {
    let (report, outcome) = try report("solved")
    #expect(outcome.status == 0 && report.passed && report.checks.count == 9)
    #expect(outcome.errors == "")
    #expect(!FileManager.default.fileExists(atPath: fixture.root.appending(path: "Reports").path))
  }

  @Test func oneCheckRunsInItsOwnProcess() throws {
    let right = try fixture.run("", ["--check", "0"])
    #expect(right.status == 0 && right.output.hasPrefix("{"))
    #expect(try fixture.run("", ["--check", "3"]).signal)
    let none = try fixture.run("", ["--check", "9"])
    #expect(none.status == 1)
    #expect(none.errors.hasPrefix("error: there is no check 9: the lesson has 9\nhelp: "))
  }

  @Test func aReaderSeesEachExerciseOnce() {
    func check(_ id: String, _ failure: String? = nil, unsolved: Bool = false)
      -> ExerciseReport.Check
    {
      .init(exercise: id, name: "the sum", hint: "add", unsolved: unsolved, failure: failure)
    }
    let report = ExerciseReport(
      lesson: "09-nine",
      checks: [
        check("9.1"), check("9.1"), check("9.2"), check("9.2", "expected 1,\nfound 2"),
        check("9.3", "not yet", unsolved: true), check("9.3", "not yet", unsolved: true),
      ])
    #expect(
      report.text == """
        9.1  solved
        9.2  failed: the sum
             expected 1,
             found 2
             hint: add
        9.3  not solved yet
        lesson 09-nine: 1 of 3 exercises solved

        """)
    #expect(
      ExerciseReport(lesson: "09-nine", checks: []).text == "lesson 09-nine has no exercises\n")
    #expect(ExerciseReport(lesson: "09-nine", checks: []).passed)
  }
}

import Foundation
import ProgramRunning
import Testing

/// The lessons here are shell scripts that lie beside a copy of `course`.
@Suite struct CheckTests {
  let made: MadeUpCourse
  let programs: ProgramFolder

  init() throws {
    made = try MadeUpCourse()
    try made.add("02-second", claims: "C02")
    programs = try ProgramFolder()
    try programs.add("01-first", "echo \"first: $*\"")
    try programs.add("02-second", "echo \"second: $*\"")
  }

  func check(_ arguments: String...) throws -> Program.Outcome {
    try programs.course(["check", "--no-build"] + arguments, root: made.folder.url)
  }

  @Test func whatALessonSaysOfItsExercisesIsShown() throws {
    let outcome = try check("2")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output == "second: --exercises\n")
    #expect(
      try check("--all", "--json").output
        == "first: --exercises --json\nsecond: --exercises --json\n"
    )
  }

  @Test func oneThatFailsFailsTheCheckAndHidesNoOther() throws {
    try programs.add("01-first", "echo failed; exit 1")
    let outcome = try check("--all")
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(outcome.output == "failed\nsecond: --exercises\n")
  }

  @Test func aProgramThatBreaksIsAnError() throws {
    try programs.add("01-first", "exit 3")
    #expect(try check("1").isReportedFailure)
    #expect(try check("1").errors.hasPrefix("error: lesson 01-first failed with status 3\n"))
    try programs.add("01-first", "kill -KILL $$")
    #expect(try check("1").errors.hasPrefix("error: lesson 01-first was ended by signal 9\n"))
    try FileManager.default.removeItem(at: programs.folder.path("lesson-01-first"))
    #expect(try check("1").errors.hasPrefix("error: lesson 01-first has no program: "))
    #expect(try check("9").errors.hasPrefix("error: there is no lesson \"9\"\n"))
  }

  @Test(arguments: [[], ["1", "--all"]]) func whatMakesNoSenseIsRefused(arguments: [String]) throws
  {
    let outcome = try programs.course(["check"] + arguments, root: made.folder.url)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }

  @Test func aLessonThatDoesNotBuildIsAnError() throws {
    let outcome = try programs.course(["check", "1"], root: made.folder.url)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("error: lesson 01-first does not build\nhelp: "))
  }
}

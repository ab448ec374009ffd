import Foundation
import ProgramRunning
import Testing
import Weaving

/// The lessons here are shell scripts that lie beside a copy of `course`.
@Suite struct RunTests {
  let made: MadeUpCourse
  let programFolder: ProgramFolder

  var programs: TemporaryFolder { programFolder.folder }

  init() throws {
    made = try MadeUpCourse()
    programFolder = try ProgramFolder()
    try made.writeResults(profile: "smoke", to: "results.json")
    try lesson(
      "01-first",
      """
      echo what cells print
      echo "arguments: $*" >&2
      while [ "$1" != --output ]; do shift; done
      mkdir -p "$2"
      cp "$COURSE_ROOT/results.json" "$2"
      cp "$COURSE_ROOT"/report.??.md "$COURSE_ROOT/loss.csv" "$2"
      """)
    for language in Language.allCases {
      try made.folder.write(
        MadeUpCourse.report(language), to: "report.\(language.rawValue).md")
    }
    try made.folder.write("1,2\n", to: "loss.csv")
  }

  func lesson(_ name: String, _ script: String) throws { try programFolder.add(name, script) }

  func run(_ arguments: String...) throws -> Program.Outcome {
    try programFolder.course(["run", "--no-build"] + arguments, root: made.folder.url)
  }

  @Test func dataOfOnesOwnIsPassedOn() throws {
    let outcome = try run(
      "01", "--profile", "smoke", "--data", "my.csv", "--text-column", "review", "--label-column",
      "mood")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "--seed 0 --data my.csv --text-column review --label-column mood --output "),
      "\(outcome.errors)")
    let columns = try run("01", "--text-column", "review")
    #expect(columns.status != 0 && columns.errors.contains("--data"), "\(columns.errors)")
    let published = try run("01", "--profile", "full", "--publish", "--data", "my.csv")
    #expect(published.status != 0 && published.errors.contains("--publish"), "\(published.errors)")
  }

  @Test(arguments: ["1", "01", "01-first"])
  func aLessonRunsAndTheIndexNamesItsReports(name: String) throws {
    let outcome = try run(name, "--profile", "smoke", "--seed", "7", "--fresh")
    #expect(outcome.status == 0 && outcome.output == "")
    let report = made.folder.path("Reports/smoke/01-first").path
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines[0] == "arguments: --profile smoke --seed 7 --fresh --output \(report)")
    #expect(lines[1].wholeMatch(of: /01-first: [0-9.]+ s/) != nil)
    #expect(lines[2].wholeMatch(of: /1 lesson: [0-9.]+ s/) != nil && lines.count == 3)
    #expect(
      try made.folder.text("Reports/smoke/README.md") == """
        <!-- course run -->
        # Reports, profile smoke

        | Lesson | Reports | Time | Checks passed |
        |:--|:--|--:|--:|
        | 01 · First | [中文](01-first/report.zh.md) · [English](01-first/report.en.md) | 2.50 s | 1/1 |

        """)
    #expect(
      try made.folder.text("Reports/smoke/README.zh.md").contains(
        "\n| 01 · 第一课 | [中文](01-first/report.zh.md) · "))
    #expect(try made.folder.names(in: "Reports/smoke").count == 3)
  }

  @Test func theFirstLessonThatFailsIsNamedAndEndsTheRun() throws {
    try made.add("02-second", claims: "C02")
    try made.add("03-third", claims: "C03")
    try lesson("02-second", "echo 'error: nothing works' >&2; exit 3")
    let outcome = try run("--all", "--output", "out")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasSuffix(
        """
        error: nothing works
        error: lesson 02-second failed with status 3
        help: what it says itself stands above; the reports of earlier runs are untouched

        """))
    #expect(try programs.names(in: "out") == ["01-first", "README.md", "README.zh.md"])
    try lesson("02-second", "kill -KILL $$")
    #expect(try run("2").errors.hasPrefix("error: lesson 02-second was ended by signal 9\n"))
    #expect(try run("3").errors.hasPrefix("error: lesson 03-third has no program: "))
  }

  @Test func anUnknownLessonIsAnErrorBeforeAnythingRuns() throws {
    let outcome = try run("1", "04-none")
    #expect(outcome.isReportedFailure)
    #expect(
      outcome.errors == "error: there is no lesson \"04-none\"\nhelp: the course has 01-first\n")
    #expect(try !made.folder.names().contains("Reports"))
  }

  @Test(arguments: [
    [], ["1", "--all"], ["1", "--publish"], ["1", "--publish", "--profile", "smoke"],
    ["1", "--publish", "--profile", "full", "--model", "mine"], ["1", "--profile", "fast"],
  ])
  func whatMakesNoSenseIsRefused(arguments: [String]) throws {
    let outcome = try programFolder.course(
      ["run", "--no-build"] + arguments, root: made.folder.url)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(try !made.folder.names().contains("Reports"))
  }

  @Test func publishingReplacesTheReportAsAWhole() throws {
    try made.writeResults(profile: "full", to: "results.json")
    let outcome = try run("1", "--profile", "full", "--publish", "--seed", "3")
    #expect(outcome.status == 0)
    let starts = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("arguments: ") }
    #expect(starts.count == 2)
    #expect(starts.last?.hasPrefix("arguments: --profile smoke --fresh --output ") == true)
    let report = "Lessons/01-first/report"
    #expect(
      try made.folder.names(in: report) == [
        "loss.csv", "report.en.md", "report.zh.md", "results.json", "smoke.json",
      ])
    #expect(try made.folder.names(in: "Lessons/01-first") == ["main.swift", "report", "zh.md"])
    #expect(try made.course("list").output.contains("report: current"))

    try made.remove(report)
    try made.folder.write("", to: "\(report)/.gitkeep")
    #expect(try run("1", "--profile", "full", "--publish").status == 0)
    #expect(try made.folder.names(in: report).count == 5)
    #expect(try made.course("verify").output == "ok\n")
  }

  @Test func aReadersFileIsNotReplacedByTheIndex() throws {
    try programs.write("# mine\n", to: "README.zh.md")
    let outcome = try run("1", "--output", ".")
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.contains("README.zh.md, which is somebody's"))
    #expect(try programs.text("README.zh.md") == "# mine\n")
    #expect(try !programs.names().contains("01-first"))
  }

  @Test(.timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM])
  func aSignalEndsTheLessonToo(signal: Int32) throws {
    try lesson(
      "01-first",
      """
      trap 'touch "$COURSE_ROOT/ended"; exit' TERM
      touch "$COURSE_ROOT/started"
      while true; do sleep 0.1; done
      """)
    let process = try Program(at: programs.path("course")).start(
      ["run", "--no-build", "1"], in: programs.url,
      environment: ["COURSE_ROOT": made.folder.url.path], output: .nullDevice,
      errors: .nullDevice)
    while try !made.folder.names().contains("started") { usleep(10_000) }
    usleep(500_000)  // `course` listens for signals a moment after the lesson has started.
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal)
    while try !made.folder.names().contains("ended") { usleep(10_000) }
  }
}

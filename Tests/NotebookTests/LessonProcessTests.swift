import Foundation
import Testing
import Weaving

@Suite struct LessonProcessTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test func aRunLeavesItsReport() throws {
    let outcome = try fixture.run()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "report: \(fixture.report.path)/report.en.md\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.report.path).sorted() == [
        "lesson.en.ipynb", "lesson.zh.ipynb", "loss.en.csv", "loss.en.gp", "loss.en.svg",
        "loss.zh.csv", "loss.zh.gp", "loss.zh.svg", "report.en.md", "report.zh.md", "results.json",
      ])
    #expect(try fixture.besideTheReport() == ["99-fixture"])
    let report = try fixture.text("report.en.md")
    #expect(
      report.hasPrefix(
        """
        # 99 · The fixture

        What the tests of Notebook run: it holds 12,345 of $n$ things, and a \\*word\\*.

        ```swift
        print("one from Swift")
        puts("two from C")
        try shell("echo three from a child")
        print("four from Swift")
        ```

        ```text
        one from Swift
        two from C
        three from a child
        four from Swift
        ```

        The numbers.

        ```swift
        print("before the table")
        """))
    #expect(
      report.contains(
        """
        ```text
        before the table
        ```

        **Sizes**

        | part | size |
        |:--|--:|
        | head | 1,536 |

        ```text
        after the table
        ```

        | | |
        |:--|:--|
        | profile | smoke |
        | rows | 1 |
        """))
    #expect(report.contains("| Seeds | 0, 1 |\n| Profile | smoke |"))
    #expect(report.contains("> **✓ Check**: a third is a third: 0.333\n\n"))
    #expect(report.contains("](loss.en.svg)\n\n[gnuplot script](loss.en.gp)"))
    #expect(report.contains("1.00 s were needed."))
    #expect(report.hasSuffix("The end of 12,345.\n"))
    #expect(try fixture.text("report.zh.md").hasPrefix("> 本课尚无中文，以下为英文原文。\n"))
  }

  @Test func whatIsCapturedIsAlsoSeen() throws {
    let output = try fixture.run().output
    #expect(
      output.hasPrefix(
        """
        one from Swift
        two from C
        three from a child
        four from Swift
        before the table
        Sizes
        part   size
        head  1,536
        after the table
        profile  smoke
        rows     1
        the arm is computed
        """))
  }

  @Test func whatIsPrintedBeforeTheFirstCellIsSeenButNotReported() throws {
    let outcome = try fixture.run("early print")
    #expect(outcome.output.hasPrefix("profile smoke\none from Swift\n"))
    #expect(try fixture.text("report.en.md").contains("```text\none from Swift\n"))
    #expect(try !fixture.text("report.en.md").contains("profile smoke"))
  }

  @Test func twoRunsAreTheSameButForTheirTimings() throws {
    var files: [[String: Data]] = []
    var results: [Results] = []
    for _ in 1...2 {
      _ = try fixture.run("", ["--profile", "smoke", "--fresh"])
      var contents: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: fixture.report.path)
      where name != "results.json" {
        contents[name] = try Data(contentsOf: fixture.report.appendingPathComponent(name))
      }
      files.append(contents)
      results.append(try fixture.results())
    }
    #expect(files[0] == files[1])
    #expect(results[0].timings.keys == results[1].timings.keys)
    let numbers = try results.map { results in
      var object = try #require(
        try JSONSerialization.jsonObject(with: json(results)) as? [String: Any])
      object["timings"] = nil
      return try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    }
    #expect(numbers[0] == numbers[1])
  }

  @Test func resultsHoldWhatTheRunFound() throws {
    _ = try fixture.run("", ["--profile", "smoke", "--seed", "7"])
    let results = try fixture.results()
    #expect(results.lesson == "99-fixture" && results.profile == "smoke")
    #expect(results.seeds == [7, 8])
    #expect(results.notes == ["count": .integer(12_345), "word": .text("a *word*")])
    #expect(results.timings["note time"] == 1)
    #expect(results.checks.map(\.holds) == [true, true])
    #expect(results.claims.map(\.verdict) == [nil])
    #expect(results.hardware.keys.sorted() == ["cores", "processor", "system"])
    #expect(
      results.strings == [
        "Loss", "Sizes", "a third is a third", "all is well", "arm", "difference", "head",
        "nats", "none", "nothing", "part", "profile", "rows", "size", "step", "the data",
      ])
  }

  @Test func onlyTheFullProfileDecides() throws {
    #expect(try fixture.run("", ["--profile", "full"]).status == 0)
    let full = fixture.root.appendingPathComponent("Reports/full/99-fixture")
    let report = try String(
      contentsOf: full.appendingPathComponent("report.en.md"), encoding: .utf8)
    #expect(report.contains("**Verdict: supported**\n"))

    try FileManager.default.moveItem(at: full, to: fixture.lesson.appendingPathComponent("report"))
    #expect(try fixture.run().status == 0)
    #expect(
      try fixture.text("report.en.md").contains(
        "the published verdict is **supported** (seeds: 2)."))
  }

  @Test func theClassProfileIsTheDefault() throws {
    #expect(try fixture.run("", []).status == 0)
    let folder = fixture.root.appendingPathComponent("Reports/class/99-fixture/report.en.md")
    #expect(FileManager.default.fileExists(atPath: folder.path))
  }

  @Test(arguments: [
    ("throw", "error: the fixture refuses\nhelp: ask for something else\n"),
    ("early throw", "error: the fixture refuses\nhelp: ask for something else\n"),
    ("silent throw", "error: Silence()\nhelp: the report of the last good run is untouched"),
    ("early show", "error: Lessons/99-fixture/main.swift: show is called before the first cell\n"),
    (
      "exit",
      "error: Lessons/99-fixture/main.swift:<train>: the run never reached the cell `train`\n"
    ),
    ("unused note", "error: Lessons/99-fixture/main.swift:<show>: no prose uses {{nobody}}\n"),
    (
      "note twice", "error: Lessons/99-fixture/main.swift:<show>: note(\"count\") is called twice\n"
    ),
    ("missing note", "error: Lessons/99-fixture/main.swift:3: no note gives {{count}} a value\n"),
    (
      "show in cached", "error: Lessons/99-fixture/main.swift:<train>: show is called inside cached"
    ),
    (
      "cached twice",
      "error: Lessons/99-fixture/main.swift:<train>: cached(\"arm 1\") is called twice\n"
    ),
    (
      "plot twice",
      "error: Lessons/99-fixture/main.swift:<decide>: plot(\"loss\") is called twice\n"
    ),
    ("failed check", "✗ all is well\nerror: a check failed: all is well (cell `decide`)\nhelp: "),
  ])
  func aRunThatFailsLeavesTheEarlierReport(wish: String, errors: String) throws {
    let errors = try fixture.naming(linesIn: errors)
    #expect(try fixture.run().status == 0)
    try fixture.write("earlier", to: fixture.report.appendingPathComponent("report.en.md"))
    let outcome = try fixture.run(wish, ["--profile", "smoke", "--fresh"])
    #expect(outcome.status == 1 && !outcome.signal)
    #expect(outcome.errors.hasPrefix(errors), "\(outcome.errors)")
    #expect(outcome.errors.contains("\nhelp: "))
    #expect(try fixture.text("report.en.md") == "earlier")
    #expect(try fixture.besideTheReport() == ["99-fixture"])
    if !wish.hasPrefix("early") { #expect(outcome.output.hasPrefix("one from Swift\n")) }
  }

  @Test func anExitWithAnotherStatusKeepsIt() throws {
    #expect(try fixture.run("exit 3").status == 3)
    #expect(try fixture.besideTheReport() == [])
  }

  @Test func aTrapShowsWhatWasPrintedAndTheNextRunCleansUp() throws {
    #expect(try fixture.run().status == 0)
    let before = try fixture.text("results.json")
    let outcome = try fixture.run("trap")
    #expect(outcome.signal)
    #expect(outcome.output.hasPrefix("one from Swift\n"))
    #expect(try fixture.text("results.json") == before)
    #expect(try fixture.besideTheReport().count == 2)
    #expect(try fixture.run().status == 0)
    #expect(try fixture.besideTheReport() == ["99-fixture"])
  }

  @Test func aStaleProgramIsFound() throws {
    let line = try fixture.line(of: "cell(\"show\")")
    try fixture.edit("//: The numbers.", to: "//: The numbers,\n//: anew.")
    let outcome = try fixture.run()
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        error: the program opens cell("show") on line \(line), but in \
        Lessons/99-fixture/main.swift cell("show") on line \(line + 1) comes next
        help: the program is not what the file says; build it with: swift build -c release \
        --product lesson-99-fixture

        """)
  }

  @Test func anotherIdIsFoundToo() throws {
    try fixture.edit("cell(\"train\")", to: "cell(\"learn\")")
    let reason = try fixture.naming(linesIn: "cell(\"learn\") on line <learn> comes next")
    #expect(try fixture.run().errors.contains(reason))
  }

  @Test func aMistakeInTheLessonIsFoundBeforeItRuns() throws {
    try fixture.edit("cell(\"train\")", to: "cell(\"show\")")
    let outcome = try fixture.run()
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.errors.contains("the cell `show` was opened on line"))
  }
}

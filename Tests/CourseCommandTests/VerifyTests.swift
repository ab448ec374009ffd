import Foundation
import ProgramRunning
import Testing
import Weaving

@Suite struct VerifyTests {
  let made: MadeUpCourse

  init() throws { made = try MadeUpCourse() }

  /// The lines that `course verify` prints about problems, after the last line was seen to count
  /// them.
  func problems() throws -> [String] {
    let outcome = try made.course("verify")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let count = lines.count - 1
    #expect(lines.last == (count == 1 ? "1 problem" : "\(count) problems"))
    #expect(outcome.status == 1)
    return Array(lines.dropLast())
  }

  @Test func aCourseWithNothingWrongIsOK() throws {
    try made.add("02-second", claims: "C02")
    let outcome = try made.course("verify")
    #expect(outcome.output == "ok\n" && outcome.status == 0)
    #expect(
      outcome.errors == """
        01-first: strings as listed by the published report
        02-second: strings as listed by the published report

        """)
  }

  @Test func aReportMayBeAwaited() throws {
    try made.remove("Lessons/01-first/report/results.json")
    #expect(try made.course("claims", "--write").status == 0)
    #expect(try problems().contains { $0.contains("no report is published") })
    let outcome = try made.course("verify", "--unpublished", "1")
    #expect(!outcome.output.contains("no report is published"))
  }

  @Test func whoIsPublishedIsNotAwaited() throws {
    let outcome = try made.course("verify", "--unpublished", "01")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("a report is published: take it off --unpublished"))
  }

  @Test func aStaleStampIsFound() throws {
    try made.edit("Lessons/01-first/main.swift", "//: The end.", to: "//: The very end.")
    let problem = try #require(try problems().first)
    #expect(
      problem.hasPrefix(
        "Lessons/01-first/zh.md:7: the section `end` is older than its English"
          + " (Lessons/01-first/main.swift, line 12)"))
    #expect(try problems().count == 1)
  }

  @Test func stampsArePrintedAndWritten() throws {
    let fresh = try made.folder.text("Lessons/01-first/zh.md")
    try made.edit("Lessons/01-first/main.swift", "//: The end.", to: "//: The very end.")
    let outcome = try made.course("verify", "--stamps", "1")
    #expect(outcome.status == 0)
    #expect(outcome.output == Translation.restamped(fresh, of: try made.source()))
    #expect(try made.folder.text("Lessons/01-first/zh.md") == fresh)
    #expect(try made.course("verify", "--stamps", "01", "--write").output == "")
    #expect(try made.course("verify").output == "ok\n")
  }

  @Test func aLessonWithoutChineseGetsItsSections() throws {
    try made.remove("Lessons/01-first/zh.md")
    #expect(try made.course("claims", "--write").status == 0)
    #expect(try problems() == ["Lessons/01-first/zh.md:1: the lesson has no Chinese yet"])
    #expect(
      try made.course("verify", "--stamps", "01-first").output == """
        ## count <!-- en: -->

        ## end <!-- en: -->

        ## strings

        | en | zh |
        |---|---|
        | things | |
        | three are three | |

        """)
  }

  @Test func aMissingSectionIsFound() throws {
    let stamp = Digest.stamp(of: try made.source().closing.text)
    try made.edit("Lessons/01-first/zh.md", "## end <!-- en: \(stamp) -->\n\n完。\n", to: "")
    #expect(
      try problems() == [
        "Lessons/01-first/main.swift:12: the prose of `end` is not in Lessons/01-first/zh.md:"
          + " add `## end <!-- en: \(stamp) -->`"
      ])
  }

  @Test func aMissingStringIsFound() throws {
    try made.edit("Lessons/01-first/zh.md", "| three are three | 三就是三 |\n", to: "")
    let problems = try problems()
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("Lessons/01-first/zh.md:"))
    #expect(problems[0].hasSuffix(": the table of strings lacks \"three are three\""))
  }

  @Test func changedCodeMakesTheReportStaleAndItsStringsUnknown() throws {
    try made.edit("Lessons/01-first/main.swift", "note(\"count\", 3)", to: "note(\"count\", 4)")
    #expect(
      try problems() == [
        "Lessons/01-first/report/results.json:1: the lesson's code was changed after the run:"
          + " course run 01-first --profile full --publish",
        "Lessons/01-first/zh.md:1: no run of the present code lists its strings: course run"
          + " 01-first --profile smoke",
      ])
  }

  @Test(arguments: [nil, "elsewhere"])
  func aSmokeRunListsTheStringsOfALessonThatIsNotPublished(folder: String?) throws {
    try made.remove("Lessons/01-first/report")
    #expect(try made.course("claims", "--write").status == 0)
    let smoke = made.folder.path(folder ?? "Reports/smoke").path
    try made.writeResults(
      profile: "smoke", strings: ["things", "three are three", "more"],
      to: "\(folder ?? "Reports/smoke")/01-first/results.json")
    let outcome = try made.course("verify", "--smoke", smoke)
    #expect(outcome.errors == "01-first: strings as listed by \(smoke)/01-first/results.json\n")
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first == """
        Lessons/01-first/report/results.json:1: no report is published: course run 01-first \
        --profile full --publish
        """)
    #expect(lines.dropFirst().first?.hasSuffix("the table of strings lacks \"more\"") == true)
    #expect(lines.last == "2 problems" && outcome.status == 1)
  }

  @Test func changedDataAndRulesMakeTheReportStale() throws {
    try made.folder.write("other words", to: "Data/words.txt")
    let results = "Lessons/01-first/report/results.json"
    try made.edit("Lessons/claims.yaml", "en: equality", to: "en: within 3 points")
    try made.edit(results, "\"profile\" : \"full\"", to: "\"profile\" : \"class\"")
    let again = ": course run 01-first --profile full --publish"
    #expect(
      try problems() == [
        "\(results):1: it is of the profile class, and only full is published\(again)",
        "\(results):1: Data/words.txt was changed after the run\(again)",
        "\(results):1: the rule of C01.1 was changed after the run\(again)",
      ])
    try made.remove("Data/words.txt")
    #expect(try problems()[1].contains("Data/words.txt, which the run read, is not there"))
  }

  @Test func aSmokeRunWithOtherNumbersMakesTheReportStale() throws {
    let smoke = "Reports/smoke/01-first/results.json"
    try made.writeResults(profile: "smoke", to: smoke)
    #expect(try made.course("verify").output == "ok\n")
    try made.writeResults(profile: "smoke", count: 4, to: smoke)
    let report = "Lessons/01-first/report/results.json:1:"
    let again = ": course run 01-first --profile full --publish"
    #expect(
      try problems() == [
        "\(report) the smoke run gives other numbers than at publication\(again)"
      ])
    try made.edit(smoke, "\"hardware\" : {", to: "\"hardware\" : { \"OpenBLAS core\" : \"Zen\"")
    #expect(try made.course("verify").output == "ok\n")
    try made.remove("Lessons/01-first/report/smoke.json")
    #expect(try problems() == ["\(report) it has no smoke.json that can be read\(again)"])
  }

  @Test func linksThatLeadNowhereAreFound() throws {
    try made.folder.write(
      """
      # 01

      ![a chart](loss.en.svg)

      [a](loss.csv), [the web](https://example.org), [b](#part), [c](../main.swift#L3)

      ```text
      [d](nowhere)
      ```

      and [e](nowhere.csv) <img src="no%20image.png">

      \(MadeUpCourse.report(.en))
      """, to: "Lessons/01-first/report/report.en.md")
    try made.remove("Lessons/01-first/report/report.zh.md")
    let report = "Lessons/01-first/report/report"
    #expect(
      try problems() == [
        "\(report).en.md:3: loss.en.svg does not exist",
        "\(report).en.md:11: nowhere.csv does not exist",
        "\(report).en.md:11: no image.png does not exist",
        "\(report).zh.md:1: it is missing or not UTF-8",
      ])
  }

  @Test func aLessonThatDoesNotParseIsOneProblemAmongOthers() throws {
    try made.add("02-second", claims: "C02")
    try made.remove("Lessons/02-second/zh.md")
    try made.edit("Lessons/01-first/main.swift", "cell(\"count\")", to: "cell(\"Count\")")
    let problems = try problems()
    #expect(problems.count == 2)
    #expect(problems[0].hasPrefix("Lessons/01-first/main.swift:7: this is not a cell line"))
    #expect(problems[1].hasPrefix("Lessons/02-second/zh.md:1:"))
  }

  @Test func onlyTheLessonsThatAreNamedAreLookedAt() throws {
    try made.add("02-second", claims: "C02")
    try made.remove("Lessons/02-second/zh.md")
    #expect(try made.course("claims", "--write").status == 0)
    #expect(try made.course("verify", "1").output == "ok\n")
    #expect(try made.course("verify", "2").status == 1)
    let unknown = try made.course("verify", "3")
    #expect(unknown.isReportedFailure)
    #expect(
      unknown.errors == """
        error: there is no lesson "3"
        help: the course has 01-first, 02-second

        """)
  }
}

import Foundation
import ProgramRunning
import Testing
import Weaving

/// What `course verify` says about claims.
@Suite struct VerifyClaimsTests {
  let made: MadeUpCourse
  let again = ": course run 01-first --profile full --publish"

  init() throws { made = try MadeUpCourse() }

  /// The problems that are found, without their count.
  func problems() throws -> [String] {
    let outcome = try made.course("verify")
    #expect(outcome.status == 1, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").dropLast().map(String.init)
  }

  /// Adds a file to a lesson's code and publishes anew, so that nothing but its claims is wrong.
  func code(_ text: String, in lesson: String = "01-first", claims: String = "C01") throws {
    try made.folder.write(text, to: "Lessons/\(lesson)/More.swift")
    for (profile, name) in [("full", "results.json"), ("smoke", "smoke.json")] {
      try made.writeResults(
        lesson, profile: profile, claims: claims, to: "Lessons/\(lesson)/report/\(name)")
    }
  }

  @Test func aClaimThatIsDecidedTwiceIsFound() throws {
    try code(
      "// claim(\"C01.1\")\n\nfunc more() {\n  claim(  // hide\n    \"C01.1\", .exact(true))\n}\n")
    #expect(
      try problems() == [
        "Lessons/01-first/main.swift:10: C01.1 is decided at Lessons/01-first/More.swift:4"
          + " already: keep one"
      ])
  }

  @Test func aClaimOfAnotherLessonIsFound() throws {
    try made.add("02-second", claims: "C02")
    try code(
      "func more() { claim(\"C01.1\", .exact(true), evidence: []) }\n", in: "02-second",
      claims: "C02")
    #expect(
      try problems() == [
        "Lessons/02-second/More.swift:1: C01.1 is for another lesson to decide: drop it here",
        "Lessons/02-second/More.swift:1: C01.1 is decided at Lessons/01-first/main.swift:10"
          + " already: keep one",
      ])
  }

  @Test func aClaimThatNobodyKnowsIsFound() throws {
    try code("func more() { claim(\"C1.1\", .exact(true), evidence: []) }\n")
    #expect(
      try problems() == [
        "Lessons/01-first/More.swift:1: Lessons/claims.yaml has no claim C1.1: enter it before the"
          + " run"
      ])
  }

  @Test func aClaimThatItsLessonLeavesOutIsFound() throws {
    let ledger = try made.folder.text("Lessons/claims.yaml")
    let second = MadeUpCourse.entry.replacing("C01.1", with: "C01.2")
    try made.folder.write(ledger + second, to: "Lessons/claims.yaml")
    #expect(try made.course("claims", "--write").status == 0)
    #expect(
      try problems() == [
        "Lessons/01-first/report/results.json:1: it does not decide C01.2\(again)",
        "Lessons/claims.yaml:9: Lessons/01-first does not decide C01.2: call claim(\"C01.2\", …)",
      ])
  }

  @Test func aClaimWithoutARuleIsFound() throws {
    try made.edit("Lessons/claims.yaml", "  metric: { en: difference, zh: 差 }\n", to: "")
    try made.edit("Lessons/claims.yaml", "  rule: { en: equality, zh: 相等 }\n", to: "")
    #expect(
      try problems() == [
        "Lessons/01-first/report/results.json:1: the rule of C01.1 was changed after the run\(again)",
        "Lessons/claims.yaml:2: C01.1 has no metric and rule: write them before Lessons/01-first"
          + " runs",
      ])
  }

  @Test func onlyTheEnglishOfARuleCounts() throws {
    try made.edit("Lessons/claims.yaml", "zh: 相等", to: "zh: 完全相等")
    #expect(try made.course("verify").output == "ok\n")
    try made.edit("Lessons/claims.yaml", "en: equality", to: "en: equality to 1e-6")
    #expect(
      try problems() == [
        "Lessons/01-first/report/results.json:1: the rule of C01.1 was changed after the run\(again)"
      ])
  }

  @Test func aPageThatIsNotUpToDateIsFound() throws {
    try made.edit("Lessons/claims.yaml", "en: One is one.", to: "en: One is always one.")
    #expect(
      try problems() == [
        "Lessons/CLAIMS.md:11: what it says of C01.1 is not what Lessons/claims.yaml and the"
          + " published results say: course claims --write"
      ])
    #expect(try made.course("claims", "--write").status == 0)
    #expect(try made.course("verify").output == "ok\n")
    try made.edit("Lessons/CLAIMS.zh.md", "| 得到支持 |", to: "| 未定 |")
    #expect(
      try problems().first?.hasPrefix("Lessons/CLAIMS.zh.md:11: what it says of C01.1") == true)
    try made.remove("Lessons/CLAIMS.zh.md")
    #expect(
      try problems() == ["Lessons/CLAIMS.zh.md:1: it is missing: course claims --write"])
  }

  /// A verdict that somebody touched up shows in every place where it still stands as it was.
  @Test func aVerdictIsTheSameEverywhere() throws {
    let report = "Lessons/01-first/report"
    try made.edit("\(report)/report.zh.md", "判定：得到支持", to: "判定：未得到支持")
    let shown = "\(report)/report.zh.md:1: it shows not supported for C01.1, where results.json has"
    #expect(try problems() == ["\(shown) supported"])
    try made.edit(
      "\(report)/results.json", "\"verdict\" : \"supported\"", to: "\"verdict\" : \"undecided\"")
    let problems = try problems()
    #expect(problems.count == 4)
    #expect(
      problems[0]
        == "\(report)/report.en.md:1: it shows supported for C01.1, where results.json has"
        + " undecided")
    #expect(problems[1] == "\(shown) undecided")
    #expect(problems[2].hasPrefix("Lessons/CLAIMS.md:3: what it says"))
  }

  @Test func aResultForAClaimOfAnotherLessonIsFound() throws {
    try made.edit(
      "Lessons/01-first/report/results.json", "\"id\" : \"C01.1\"", to: "\"id\" : \"C40.1\"")
    let problems = try problems()
    let results = "Lessons/01-first/report/results.json:1:"
    #expect(problems[0] == "\(results) it decides C40.1, which is no claim of this lesson\(again)")
    #expect(problems[1] == "\(results) it does not decide C01.1\(again)")
  }

  /// Results of a lesson that was not named stop nobody from hearing of the others.
  @Test func resultsThatCannotBeReadAreOneProblem() throws {
    try made.add("02-second", claims: "C02")
    try made.folder.write("{", to: "Lessons/02-second/report/results.json")
    for arguments in [["verify"], ["verify", "1"]] {
      let outcome = try Program("course").run(
        arguments, in: FileManager.default.temporaryDirectory,
        environment: ["COURSE_ROOT": made.folder.url.path])
      #expect(
        outcome.output.hasPrefix("Lessons/02-second/report/results.json:1: it cannot be read: "))
      #expect(outcome.output.hasSuffix("\n1 problem\n") && outcome.status == 1)
    }
  }
}

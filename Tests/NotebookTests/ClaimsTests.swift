import Foundation
import Testing
import Weaving

@Suite struct ClaimsTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// The verdicts and p-values of a run in the full profile, by id.
  func decided(_ wish: String) throws -> [String: Claim] {
    let outcome = try fixture.run(wish, ["--profile", "full"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = fixture.root.appendingPathComponent("Reports/full/99-fixture/results.json")
    let results = try fromJSON(Results.self, Data(contentsOf: file))
    return Dictionary(results.claims.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// One claim passes alone and not among three that chance could decide.
  @Test func theVerdictsOfALessonAreCorrectedTogether() throws {
    let alone = try #require(decided("a claim")["C99.2"])
    #expect(alone.verdict == .supported)
    let among = try decided("claims")
    #expect(among["C99.2"]?.verdict == .undecided)
    #expect(abs(try #require(among["C99.2"]?.pValue) - 3 * #require(alone.pValue)) < 1e-12)
    #expect(among["C99.1"]?.verdict == .supported && among["C99.1"]?.pValue == nil)
    #expect(among["C99.3"]?.verdict == .undecided && among["C99.5"]?.verdict == .notTestable)

    let report = try String(
      contentsOf: fixture.root.appendingPathComponent("Reports/full/99-fixture/report.en.md"),
      encoding: .utf8)
    #expect(
      reportedVerdicts(in: report, .en)
        == among.compactMapValues(\.verdict))
  }

  @Test func theTerminalSaysThatVerdictsFollow() throws {
    let output = try fixture.run("a claim", ["--profile", "full"]).output
    #expect(output.contains("claim C99.1: difference 0 (the verdict follows at the end)\n"))
    #expect(
      output.hasSuffix(
        "verdicts, with Holm's correction\nC99.1  supported\nC99.2  supported\n"))
    let smoke = try fixture.run("a claim").output
    #expect(smoke.contains("claim C99.1: difference 0 (this run decides nothing)\n"))
    #expect(!smoke.contains("Holm"))
    #expect(try fixture.results().claims.map(\.verdict) == [nil, nil])
  }

  @Test func theReportTakesMetricAndRuleFromTheLedger() throws {
    _ = try fixture.run()
    let folded = "> <details><summary>How it is decided (X)</summary>\n>\n> Metric: difference\n"
    #expect(try fixture.text("report.en.md").contains(folded))
    #expect(try fixture.text("report.zh.md").contains("> 指标：差\n>\n> 规则：相等\n"))
    let ledger = try ClaimLedger(parsing: Fixture.claims)
    #expect(try fixture.results().digests.rules == ["C99.1": ledger["C99.1"]!.ruleDigest])
  }

  /// A change of the rule stales the published verdict, one of the Chinese does not.
  @Test func theRuleOfThePublishedRunIsRemembered() throws {
    _ = try decided("")
    try FileManager.default.moveItem(
      at: fixture.root.appendingPathComponent("Reports/full/99-fixture"),
      to: fixture.lesson.appendingPathComponent("report"))
    let file = fixture.root.appendingPathComponent("Lessons/claims.yaml")
    try fixture.write(Fixture.claims.replacing("zh: 相等", with: "zh: 完全相等"), to: file)
    _ = try fixture.run()
    let decided = "the published verdict is **supported** (seeds: 2).\n"
    #expect(try fixture.text("report.en.md").contains(decided))
    try fixture.write(Fixture.claims.replacing("en: equality", with: "en: 1e-6"), to: file)
    _ = try fixture.run()
    #expect(try fixture.text("report.en.md").contains("The rule was changed since"))
  }

  @Test(arguments: [
    ("claim twice", "C99.1 is decided twice\nhelp: decide each claim once"),
    ("unknown claim", "Lessons/claims.yaml has no claim C99.7\nhelp: enter it there"),
    ("foreign claim", "C98.1 is for another lesson to decide\nhelp: "),
    ("claim without rule", "C99.6 has no metric and rule yet\nhelp: write them into"),
    ("claim of another kind", "C99.2 is of kind S, and its test of kind X\nhelp: "),
    ("another margin", "no test of C99.2 has the margin 0.5 of Lessons/claims.yaml\nhelp: "),
    ("claim in cached", "claim is called inside cached(\"arm 2\")"),
  ])
  func mistakesEndTheRun(wish: String, errors: String) throws {
    let outcome = try fixture.run(wish)
    let line = try fixture.line(of: "cell(\"decide\")")
    #expect(outcome.status == 1 && !outcome.signal)
    #expect(
      outcome.errors.hasPrefix("error: Lessons/99-fixture/main.swift:\(line): \(errors)"),
      "\(outcome.errors)")
    #expect(try fixture.besideTheReport() == [])
  }

  @Test func aBrokenLedgerIsFoundBeforeAnythingRuns() throws {
    try fixture.write(
      Fixture.claims.replacing("kind: N", with: "kind: Q"),
      to: fixture.root.appendingPathComponent("Lessons/claims.yaml"))
    let outcome = try fixture.run()
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      outcome.errors.contains("C99.5 has the unknown kind Q\nhelp: the kinds are X, S, E, V, N"))
  }
}

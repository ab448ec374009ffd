import Foundation
import Testing
import Weaving

@Suite struct ClaimTests {
  func claim(verdict: Claim.Verdict?, rule: String = "equality") -> Claim {
    Claim(
      id: "C08.2", kind: .exact, statement: Bilingual(en: "Merging changes nothing.", zh: "合并不变。"),
      metric: "largest difference", rule: rule,
      evidence: [
        Claim.Evidence("difference", .scientific(1.2e-6)),
        Claim.Evidence("gain", 0.5, interval: 0.25...0.75, .percent(0)),
        Claim.Evidence("time", .number(3, .seconds)),
      ], verdict: verdict)
  }

  func text(_ block: Block, _ language: Language = .en) throws -> String {
    try markdown(
      of: document(lesson("cell(\"a\")\n"), language, translation: nil, blocks: ["a": [block]]))
  }

  @Test func aFullRunShowsItsVerdict() throws {
    #expect(
      try text(.claim(claim(verdict: .notSupported), published: nil)) == """
        > **Claim C08.2**: Merging changes nothing.
        >
        > Rule (X): equality
        >
        > This run: difference = 1.2e-6; gain = 50% [25%, 75%]; time = 3.00 s
        >
        > **Verdict: not supported**

        """)
  }

  @Test func aRunThatDecidesNothingShowsThePublishedVerdict() throws {
    let published = PublishedVerdict(verdict: .supported, seeds: 5, hasSameRule: true)
    let decided = try text(.claim(claim(verdict: nil), published: published))
    #expect(decided.contains("the published verdict is **supported** (seeds: 5)."))
    let old = PublishedVerdict(verdict: .supported, seeds: 5, hasSameRule: false)
    #expect(
      try text(.claim(claim(verdict: nil), published: old)).contains("The rule was changed since"))
    #expect(
      try text(.claim(claim(verdict: nil), published: nil)).contains("no verdict is published yet"))
    #expect(
      try text(.claim(claim(verdict: nil), published: published), .zh)
        .contains("已发布的判定为**得到支持**（种子数：5）。"))
  }

  func results(verdict: Claim.Verdict?, note: Double = 1, seconds: Double = 2) throws -> Results {
    try Results(
      lesson: "08-lora", profile: "full", seeds: [0, 1], codeDigest: "c", dataDigests: [:],
      hardware: ["cores": "2"],
      notes: ["loss": .fixed(note, 2), "time": .number(seconds, .seconds)],
      checks: [
        Check(cell: "a", text: "fast", holds: true, evidence: .number(seconds, .rate("tokens")))
      ],
      claims: [claim(verdict: verdict)], strings: ["fast"], timings: ["run": seconds])
  }

  @Test func timingsLiveApart() throws {
    let (one, two) = (try results(verdict: nil), try results(verdict: nil, seconds: 9))
    #expect(one.notes.keys.sorted() == ["loss"])
    #expect(
      one.timings == [
        "run": 2, "note time": 2, "check fast": 2, "claim C08.2 time": 3,
      ])
    #expect(one.digests == two.digests)
    #expect(one.notes == two.notes && one.checks == two.checks && one.claims == two.claims)
    #expect(try results(verdict: nil, note: 2).digests.numbers != one.digests.numbers)
  }

  @Test func resultsReadBackAndAnswerForAClaim() throws {
    let results = try results(verdict: .undecided)
    let read = try fromJSON(Results.self, json(results))
    #expect(read == results)
    #expect(
      read.verdict(on: claim(verdict: nil))
        == PublishedVerdict(verdict: .undecided, seeds: 2, hasSameRule: true))
    #expect(read.verdict(on: claim(verdict: nil, rule: "another"))?.hasSameRule == false)
    #expect(try self.results(verdict: nil).verdict(on: claim(verdict: nil)) == nil)
  }
}

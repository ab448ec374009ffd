import Foundation
import Testing
import Weaving

@Suite struct ClaimTests {
  static let plan = ClaimEntry.Plan(
    metric: Bilingual(en: "largest difference", zh: "最大差值"),
    rule: Bilingual(en: "equality", zh: "相等"),
    margin: nil, controls: Bilingual(en: "an *unmerged* copy", zh: "未合并的一份"))

  func entry(plan: ClaimEntry.Plan? = Self.plan) throws -> ClaimEntry {
    ClaimEntry(
      id: "C08.2", lesson: 8, source: try #require(ClaimSource("004:110-114")), kind: .exact,
      statement: Bilingual(en: "Merging changes nothing.", zh: "合并不变。"), plan: plan)
  }

  func claim(verdict: Claim.Verdict?, pValue: Double? = nil) -> Claim {
    Claim(
      "C08.2",
      evidence: [
        Claim.Evidence("difference", .scientific(1.2e-6)),
        Claim.Evidence("gain", 0.5, interval: 0.25...0.75, .percent(0)),
        Claim.Evidence("time", .number(3, .seconds)),
      ], verdict: verdict, pValue: pValue)
  }

  func text(
    _ claim: Claim, published: PublishedVerdict? = nil, plan: ClaimEntry.Plan? = Self.plan,
    _ language: Language = .en
  ) throws -> String {
    let block = Block.claim(try entry(plan: plan), claim, published: published)
    return try markdown(
      of: document(lesson("cell(\"a\")\n"), language, translation: nil, blocks: ["a": [block]]))
  }

  @Test func aFullRunShowsItsVerdictAndFoldsTheRule() throws {
    #expect(
      try text(claim(verdict: .notSupported, pValue: 0.00123)) == """
        > **Claim C08.2** (lecture 004, lines 110–114): Merging changes nothing.
        >
        > **Verdict: not supported** (p = 0.0012 after Holm's correction)
        >
        > This run: difference = 1.2e-6; gain = 50% [25%, 75%]; time = 3.00 s
        >
        > <details><summary>How it is decided (X)</summary>
        >
        > Metric: largest difference
        >
        > Rule: equality
        >
        > Controls: an \\*unmerged\\* copy
        >
        > </details>

        """)
    #expect(
      try text(Claim("C08.2", evidence: [], verdict: .supported), plan: nil) == """
        > **Claim C08.2** (lecture 004, lines 110–114): Merging changes nothing.
        >
        > **Verdict: supported**

        """)
  }

  @Test func theChineseReportIsInChinese() throws {
    #expect(
      try text(Claim("C08.2", evidence: [], verdict: .undecided, pValue: 0.3), .zh)
        .hasSuffix(
          """
          > **论断 C08.2**（讲义 004，第 110–114 行）：合并不变。
          >
          > **判定：未定**（Holm 校正后 p = 0.3000）
          >
          > <details><summary>如何判定（X）</summary>
          >
          > 指标：最大差值
          >
          > 规则：相等
          >
          > 对照：未合并的一份
          >
          > </details>

          """))
  }

  @Test func aRunThatDecidesNothingShowsThePublishedVerdict() throws {
    let published = PublishedVerdict(verdict: .supported, seeds: 5, hasSameRule: true)
    let open = claim(verdict: nil)
    #expect(
      try text(open, published: published).contains(
        "the published verdict is **supported** (seeds: 5)."))
    let old = PublishedVerdict(verdict: .supported, seeds: 5, hasSameRule: false)
    #expect(try text(open, published: old).contains("The rule was changed since"))
    #expect(try text(open).contains("no verdict is published yet"))
    #expect(try text(open, published: published, .zh).contains("已发布的判定为**得到支持**（种子数：5）。"))
  }

  @Test(arguments: Language.allCases) func whatReportsShowIsReadAgain(language: Language) throws {
    for verdict in Claim.Verdict.allCases {
      let report = try text(claim(verdict: verdict, pValue: 0.01), language)
      #expect(reportedVerdicts(in: report, language) == ["C08.2": verdict])
    }
    let published = PublishedVerdict(verdict: .supported, seeds: 5, hasSameRule: true)
    let report = try text(claim(verdict: nil), published: published, language)
    #expect(reportedVerdicts(in: report, language) == [:])
    #expect(reportedVerdicts(in: "> **Verdict: supported**\n", .en) == [:])
    #expect(reportedVerdicts(in: "> **Claim C01.1**: x\n\n> **Verdict: supported**\n", .en) == [:])
  }

  @Test func theDigestHoldsWhatWasFixedInEnglish() throws {
    let digest = try entry().ruleDigest
    func changed(
      metric: String = "largest difference", rule: String = "equality", zh: String = "最大差值",
      margin: Double? = nil, controls: String? = "an *unmerged* copy"
    ) throws -> Bool {
      let plan = ClaimEntry.Plan(
        metric: Bilingual(en: metric, zh: zh), rule: Bilingual(en: rule, zh: zh), margin: margin,
        controls: controls.map { Bilingual(en: $0, zh: zh) })
      return try entry(plan: plan).ruleDigest != digest
    }
    #expect(try !changed() && !changed(zh: "差"))
    #expect(try changed(metric: "difference") && changed(rule: "equality to 1e-6"))
    #expect(try changed(margin: 0.03) && changed(controls: nil))
    #expect(try entry(plan: nil).ruleDigest != digest)
  }

  func results(verdict: Claim.Verdict?, note: Double = 1, seconds: Double = 2) throws -> Results {
    try Results(
      lesson: "08-lora", profile: "full", seeds: [0, 1], codeDigest: "c", dataDigests: [:],
      hardware: ["cores": "2"],
      notes: ["loss": .fixed(note, 2), "time": .number(seconds, .seconds)],
      checks: [
        Check(cell: "a", text: "fast", holds: true, evidence: .number(seconds, .rate("tokens")))
      ],
      claims: [claim(verdict: verdict, pValue: verdict == nil ? nil : 0.25)],
      rules: ["C08.2": try entry().ruleDigest], strings: ["fast"], timings: ["run": seconds])
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
    #expect(read == results && read.claims[0].pValue == 0.25)
    #expect(
      read.verdict(on: try entry())
        == PublishedVerdict(verdict: .undecided, seeds: 2, hasSameRule: true))
    #expect(read.verdict(on: try entry(plan: nil))?.hasSameRule == false)
    #expect(try self.results(verdict: nil).verdict(on: entry()) == nil)
  }
}

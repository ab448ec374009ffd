import Foundation
import Testing
import Weaving

@Suite struct ClaimsTests {
  let made: MadeUpCourse

  init() throws { made = try MadeUpCourse() }

  @Test func theLedgerIsListedInBothLanguages() throws {
    #expect(
      try made.course("claims").output == """
        claim  lesson  verdict      statement
        C40.1  40      not yet run  Later.
        C01.1  01      supported    One is one.

        """)
    #expect(
      try made.course("claims", "--language", "zh").output == """
        论断   课  判定      内容
        C40.1  40  尚未运行  以后。
        C01.1  01  得到支持  一就是一。

        """)
    #expect(try made.course("claims", "--language", "fr").status == 64)
  }

  @Test func theLedgerIsJSONForPrograms() throws {
    #expect(
      try made.course("claims", "--json").output == """
        [{"evidence":[],"id":"C40.1","kind":"S","lesson":40,"source":"the course's own",\
        "statement":{"en":"Later.","zh":"以后。"}},\
        {"evidence":[{"name":"things","value":{"format":"integer","number":3}}],"id":"C01.1",\
        "kind":"X","lesson":1,"metric":{"en":"difference","zh":"差"},\
        "rule":{"en":"equality","zh":"相等"},"source":"lecture 000, line 7",\
        "statement":{"en":"One is one.","zh":"一就是一。"},"verdict":"supported"}]

        """)
  }

  @Test func thePagesAreGroupedByLesson() throws {
    let page = try made.folder.text("Lessons/CLAIMS.md")
    #expect(page.hasPrefix("# Claims\n\n"))
    #expect(page.contains("1 of 2 claims have a verdict (1 supported)."))
    #expect(
      page.hasSuffix(
        """
        ## 01 · First

        [Report](01-first/report/report.en.md)

        | Claim | Statement | Source | Verdict | Evidence |
        |:--|:--|:--|:--|:--|
        | C01.1 | One is one. | lecture 000, line 7 | supported | things = 3 |

        ## Lesson 40

        | Claim | Statement | Source | Verdict | Evidence |
        |:--|:--|:--|:--|:--|
        | C40.1 | Later. | the course's own | not yet run |  |

        """))
    let chinese = try made.folder.text("Lessons/CLAIMS.zh.md")
    #expect(chinese.contains("2 条论断中，1 条已有判定（得到支持 1 条）。"))
    #expect(chinese.contains("## 01 · 第一课\n\n[报告](01-first/report/report.zh.md)\n"))
    #expect(chinese.contains("| C01.1 | 一就是一。 | 讲义 000，第 7 行 | 得到支持 | 东西 = 3 |"))
    #expect(chinese.contains("## 第 40 课\n"))
  }

  @Test func whatIsNotPublishedIsNotDecided() throws {
    try made.remove("Lessons/01-first/report")
    #expect(try made.course("claims", "--write").output == "")
    let page = try made.folder.text("Lessons/CLAIMS.md")
    #expect(page.contains("0 of 2 claims have a verdict. Metric"))
    #expect(page.contains("| C01.1 | One is one. | lecture 000, line 7 | not yet run |  |"))
    #expect(!page.contains("[Report]"))
  }

  @Test(arguments: ["claims", "list", "verify"]) func aBrokenLedgerIsAnError(command: String) throws
  {
    try made.edit("Lessons/claims.yaml", "kind: X", to: "kind: Y")
    let outcome = try made.course(command)
    #expect(outcome.isReportedFailure)
    #expect(
      outcome.errors.hasPrefix(
        "error: Lessons/claims.yaml:5: C01.1 has the unknown kind Y\nhelp: "))
  }
}

import Foundation
import Testing
import Weaving

@Suite struct ChineseTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  func translate(_ text: String) throws {
    try fixture.write(text, to: fixture.lesson.appendingPathComponent("zh.md"))
  }

  @Test func theChineseReportIsWoven() throws {
    let lesson = try LessonSource(folder: fixture.lesson)
    try translate(
      Translation.restamped(
        """
        ## speak <!-- en: -->
        # 99 · 夹具
        有 {{count}} 个中的$n$，以及{{word}}。

        ## show <!-- en: -->
        数字。

        ## decide <!-- en: -->
        用了{{time}}。

        ## end <!-- en: -->
        {{count}}完。

        ## strings
        | en | zh |
        |---|---|
        | Sizes | 大小 |
        | head | 分类头 |
        | step | 步 |
        | Loss | 损失曲线 |
        """, of: lesson))
    let outcome = try fixture.run()
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "warning: the table of strings in Lessons/99-fixture/zh.md lacks \"a "))
    #expect(!outcome.errors.contains("\"head\""))
    let report = try fixture.text("report.zh.md")
    #expect(report.hasPrefix("# 99 · 夹具\n有 12,345 个中的 $n$ ，以及a \\*word\\*。\n"))
    #expect(report.contains("**大小**\n\n| part | size |"))
    #expect(report.contains("| 分类头 | 1,536 |"))
    #expect(report.contains("**论断 C99.1**（本课程提出）：一就是一。"))
    #expect(report.contains("![损失曲线"))
    #expect(try fixture.text("loss.zh.gp").contains("损失曲线"))
    #expect(try fixture.text("loss.en.gp").contains("Loss"))
    #expect(report.contains("用了1.00 s。"))
    #expect(report.hasSuffix("12,345完。\n"))
    let issues = try #require(try Translation(folder: fixture.lesson, of: lesson))
      .issues(of: lesson, strings: fixture.results().strings)
    #expect(issues.count == 12)
    #expect(issues.allSatisfy { $0.message.hasPrefix("the table of strings lacks") })
  }

  @Test func aKeyThatOnlyTheChineseUsesIsFoundBeforeTheRun() throws {
    try translate("## show <!-- en: -->\n{{count}}\n")
    let outcome = try fixture.run()
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      outcome.errors.hasPrefix(
        "error: Lessons/99-fixture/zh.md:1: the section `show` uses {{count}}"))
  }
}

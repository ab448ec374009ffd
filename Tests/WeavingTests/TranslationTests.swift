import Foundation
import Testing
import Weaving

@Suite struct TranslationTests {
  let stamps = Dictionary(
    uniqueKeysWithValues: sample.sections.map { ($0.id, Digest.stamp(of: $0.prose.text)) })

  /// A complete zh.md of the sample.
  var complete: String {
    """
    # 第 8 课

    ## load <!-- en: \(stamps["load"]!) -->

    # 8 · LoRA

    LoRA 在$W_0$旁学习修正。

    ## adapter <!-- en: \(stamps["adapter"]!) -->

    ## 适配器
    从零开始。

    ## end <!-- en: \(stamps["end"]!) -->

    共 {{total}}，剩 {{trainable}}。

    ## strings

    | en | zh |
    |----|:--:|
    | loss | 损失 |
    | a \\| b | 甲 \\| 乙 |
    """
  }

  @Test func sectionsAndStringsAreRead() throws {
    let zh = try translation(complete)
    #expect(zh.sections.map(\.id) == ["load", "adapter", "end"])
    #expect(zh["adapter"]?.prose.text == "## 适配器\n从零开始。")
    #expect(zh["adapter"]?.line == 9)
    #expect(zh.strings.mapValues(\.chinese) == ["loss": "损失", "a | b": "甲 | 乙"])
    #expect(zh.issues(of: sample, strings: ["loss", "a | b"]) == [])
  }

  @Test func wrappingTheEnglishAnewKeepsTheStampAndAWordMovesIt() {
    #expect(Digest.stamp(of: "one two\nthree") == Digest.stamp(of: "one\ntwo   three"))
    #expect(Digest.stamp(of: "one two") != Digest.stamp(of: "one too"))
    #expect(Digest.stamp(of: "one two") != Digest.stamp(of: "onetwo"))
    #expect(Digest.stamp(of: "").count == 8)
  }

  @Test(arguments: [
    ("stale", "## load <!-- en: 00000000 -->", "zh.md:3: the section `load` is older"),
    ("open", "## load <!-- en: -->", "zh.md:3: the section `load` has no stamp"),
    ("bare", "## load", "zh.md:3: the section `load` has no stamp"),
  ])
  func staleSectionsAreListed(name: String, heading: String, message: String) throws {
    let text = complete.replacing("## load <!-- en: \(stamps["load"]!) -->", with: heading)
    let issues = try translation(text).issues(of: sample, strings: ["loss", "a | b"])
    #expect(issues.count == 1)
    #expect(issues.first?.description.hasPrefix(message) == true)
    #expect(issues.first?.description.contains("en: \(stamps["load"]!)") == true)
  }

  @Test func missingAndLeftoverSectionsAreListed() throws {
    let text = complete.replacing("## adapter", with: "## removed")
    let issues = try translation(text).issues(of: sample, strings: ["loss", "a | b"])
    #expect(
      issues.map(\.description) == [
        "Lessons/08-lora/main.swift:12: the prose of `adapter` is not in zh.md: add"
          + " `## adapter <!-- en: \(stamps["adapter"]!) -->`",
        "zh.md:9: Lessons/08-lora/main.swift has no prose for `removed`: drop it",
      ])
  }

  @Test func emptySectionsAndForgottenKeysAreListed() throws {
    let text = complete.replacing("共 {{total}}，剩", with: "剩")
      .replacing("## 适配器\n从零开始。", with: "")
    let issues = try translation(text).issues(of: sample, strings: ["loss", "a | b"])
    #expect(
      issues.map(\.message) == [
        "the section `adapter` is empty",
        "the section `end` does not use {{total}}, which its English uses",
      ])
  }

  @Test func missingAndUnusedStringsAreListed() throws {
    let issues = try translation(complete).issues(of: sample, strings: ["loss", "step"])
    #expect(
      issues.map(\.description) == [
        "zh.md:23: the table of strings lacks \"step\"",
        "zh.md:23: no code shows \"a | b\": drop the row",
      ])
  }

  @Test(arguments: [
    ("hello\n## load\n", 1, "before the first section"),
    ("## load\n## load\n", 2, "opened on line 1"),
    ("## strings\n| a |\n", 2, "not a row"),
    ("## strings\n| a | |\n", 2, "one side"),
    ("## strings\n| a | 甲 |\n| a | 乙 |\n", 3, "translated on line 2"),
  ])
  func mistakesAreNamedWithTheirLine(text: String, line: Int, reason: String) throws {
    let error = try #require(throws: WeavingError.self) { try translation(text) }
    #expect(error.line == line)
    #expect(error.reason.contains(reason))
  }

  @Test func restampingBringsEveryStampUpToDateAndNothingElse() throws {
    let old = complete.replacing(stamps["load"]!, with: "0000000f")
      .replacing(" <!-- en: \(stamps["end"]!) -->", with: "")
    #expect(Translation.restamped(old, of: sample) == complete)
  }

  @Test func theSkeletonNamesEverySectionAndString() throws {
    let text = Translation.skeleton(of: sample, strings: ["step", "a|b", "step"])
    #expect(
      text == """
        ## load <!-- en: -->

        ## adapter <!-- en: -->

        ## end <!-- en: -->

        ## strings

        | en | zh |
        |---|---|
        | a\\|b | |
        | step | |

        """)
  }
}

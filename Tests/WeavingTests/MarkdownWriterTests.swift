import Testing
import Weaving

@Suite struct MarkdownWriterTests {
  let notes: [String: Value] = ["trainable": .integer(10), "total": .integer(1000)]

  let falling = Bilingual(en: "Loss falls from 7 to 1.", zh: "损失自 7 降至 1。")

  @Test func aReportReadsAsAChapter() throws {
    var table = Table("Sizes", columns: [.left("part"), .right("size"), .center("note")])
    table.add("head", .integer(1536), .text("a|b\nc"))
    let blocks: [String: [Block]] = [
      "load": [.output("loaded\n```\nfence")],
      "adapter": [.table(table), .chart(name: "loss", summary: falling)],
    ]
    let text = try markdown(of: document(sample, blocks: blocks, notes: notes))
    #expect(
      text == """
        # 8 · LoRA

        LoRA learns a correction beside $W_0$.

        ```swift
        let model = try load()
        ```

        ````text
        loaded
        ```
        fence
        ````

        ## The adapter
        It starts at zero.

        ```swift
        // a comment
        let adapter = Adapter()
          //: not prose
        ```

        **Sizes**

        | part | size | note |
        |:--|--:|:-:|
        | head | 1,536 | a\\|b<br>c |

        ![Loss falls from 7 to 1.](loss.en.svg)

        [gnuplot script](loss.en.gp) · [data](loss.en.csv)

        ```swift
        run()
        ```

        10 of 1,000 are left.

        """)
  }

  @Test func labelsAreTranslatedAndTextsAreNot() throws {
    let zh = try translation(
      """
      ## strings
      | Sizes | 大小 |
      | part | 部分 |
      | head | 分类头 |
      | it holds | 成立 |
      """)
    var table = Table("Sizes", columns: [.left("part"), .left("part")])
    table.add("head", .text("head"))
    let blocks: [String: [Block]] = [
      "train": [
        .table(table), .chart(name: "loss", summary: falling), .pairs([.init("part", "head")]),
        .check(Check(cell: "train", text: "it holds", holds: true, evidence: .fixed(0.5, 2))),
      ]
    ]
    let text = try markdown(
      of: document(sample, .zh, translation: zh, blocks: blocks, notes: notes))
    #expect(text.contains("**大小**\n\n| 部分 | 部分 |\n|:--|:--|\n| 分类头 | head |"))
    #expect(text.contains("![损失自 7 降至 1。](loss.zh.svg)\n\n[gnuplot 脚本](loss.zh.gp)"))
    #expect(text.contains("| | |\n|:--|:--|\n| 部分 | 分类头 |"))
    #expect(text.contains("> **✓ 检查**：成立：0.50"))
  }

  @Test func aLessonWithoutChineseSaysSoAtItsTop() throws {
    let text = try markdown(of: document(sample, .zh, notes: notes))
    #expect(text.hasPrefix("> 本课尚无中文，以下为英文原文。\n\n# 8 · LoRA"))
  }

  @Test func missingAndStaleSectionsAreNamedAtTheTop() throws {
    let zh = try translation("## load <!-- en: 00000000 -->\n标题\n")
    let text = try markdown(of: document(sample, .zh, translation: zh, notes: notes))
    #expect(
      text.hasPrefix(
        "> 以下部分尚无中文，显示英文原文：`adapter`、`end`。以下部分的中文早于英文原文：`load`。\n\n标题\n"))
  }

  @Test func foldedAnswersPassThrough() throws {
    let prose = "Guess.\n\n<details><summary>Answer</summary>\n\n{{a}} & $x$\n\n</details>"
    #expect(
      try woven(prose, notes: ["a": .integer(7)])
        == "Guess.\n\n<details><summary>Answer</summary>\n\n7 & $x$\n\n</details>\n")
  }

  @Test func outputLosesItsControlCharacters() {
    #expect(printable("a\u{1b}[31mb\u{1b}[0m\tc\nd\r\u{7}\u{9b}") == "a\u{62}\tc\nd")
  }

  @Test func theSetupNamesSeedsAndMachine() throws {
    let setup = Setup(
      fixed: ["the data", .text("nano")], varies: ["the rank"], budget: .integer(500))
    let text = try markdown(of: document(sample, blocks: ["load": [.setup(setup)]], notes: notes))
    #expect(
      text.contains(
        """
        | | |
        |:--|:--|
        | Fixed | the data; nano |
        | Varies | the rank |
        | Budget | 500 |
        | Seeds | 0, 1 |
        | Profile | class |
        | Machine | A processor, cores: 2, A system |
        """))
  }
}

import Testing
import Weaving

@Suite struct TerminalWriterTests {
  @Test func columnsAreAlignedAlsoInChinese() {
    var table = Table("Sizes", columns: [.left("part"), .right("size"), .center("mark")])
    table.add("head", .integer(1536), .text("x"))
    table.add(.text("词元"), .integer(7), .text("a\nb"))
    table.add("embedding", .integer(38_597_376), .text(""))
    #expect(
      terminalText(of: .table(table)) == """
        Sizes
        part             size  mark
        head            1,536   x
        词元                7  a⏎b
        embedding  38,597,376
        """)
  }

  @Test func everyBlockHasAText() {
    let check = Check(cell: "a", text: "it holds", holds: false, evidence: .fixed(0.5, 1))
    let entry = ClaimEntry(
      id: "C01.1", lesson: 1, source: ClaimSource("course")!, kind: .exact,
      statement: Bilingual(en: "One.", zh: "一。"), plan: nil)
    let claim = Claim("C01.1", evidence: [.init("rows", .integer(2))])
    let setup = Setup(fixed: ["a", "b"], varies: ["c"], budget: "d")
    let texts = [
      Block.output("o"), .pairs([.init("k", .integer(1))]),
      .generation(prompt: "p", answer: "a"), .check(check), .claim(entry, claim, published: nil),
      .chart(name: "loss", summary: Bilingual(en: "Falls.", zh: "降。")), .setup(setup),
    ].map(terminalText)
    #expect(
      texts == [
        "o", "k  1", "> p\na", "✗ it holds: 0.5", "claim C01.1: rows 2",
        "[chart loss] Falls.", "fixed   a; b\nvaries  c\nbudget  d",
      ])
  }
}

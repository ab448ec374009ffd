import Testing
import Weaving

@Suite struct LessonSourceTests {
  @Test func cellsHoldProseLineAndSource() {
    #expect(sample.cells.map(\.id) == ["load", "adapter", "train"])
    #expect(sample.cells.map(\.line) == [8, 14, 18])
    #expect(
      sample.cells[0].prose.text == "# 8 · LoRA\n\nLoRA learns a correction beside $W_0$.")
    #expect(sample.cells[0].prose.lineNumbers == [1, 2, 3])
    #expect(sample.cells[1].prose.text == "## The adapter\nIt starts at zero.")
    #expect(sample.cells[2].prose.isEmpty)
  }

  @Test func codeBeforeTheFirstCellAndHiddenLinesAreNotShown() {
    #expect(sample.cells[0].source == "let model = try load()")
  }

  @Test func commentsAndIndentedMarksAreCode() {
    #expect(
      sample.cells[1].source == "// a comment\nlet adapter = Adapter()\n  //: not prose")
  }

  @Test func proseAfterTheLastCellIsTheEnd() {
    #expect(sample.closing.text == "{{trainable}} of {{total}} are left.")
    #expect(sample.closing.lineNumbers == [21])
    #expect(sample.sections.map(\.id) == ["load", "adapter", "end"])
  }

  @Test func proseOnBothSidesOfTheImportBelongsToTheFirstCell() throws {
    let lesson = try lesson("//: # Title\nimport Course\n//: more\ncell(\"a\")\nlet x = 1\n")
    #expect(lesson.cells[0].prose.text == "# Title\n\nmore")
    #expect(lesson.cells[0].prose.lineNumbers == [1, 2, 3])
  }

  @Test func blankLinesInsideACellStayAndThoseAroundItGo() throws {
    let lesson = try lesson("cell(\"a\")\n\nlet x = 1\n\n  let y = 2\n\ncell(\"b\")\n")
    #expect(lesson.cells[0].source == "let x = 1\n\n  let y = 2")
    #expect(lesson.cells[1].source == "")
  }

  @Test func windowsLineEndsAreRead() throws {
    let lesson = try lesson("//: Prose\r\ncell(\"a\")\r\nlet x = 1\r\n")
    #expect(lesson.cells[0].prose.text == "Prose")
    #expect(lesson.cells[0].source == "let x = 1")
    #expect(lesson.cells[0].line == 2)
  }

  @Test(
    arguments: [
      ("let x = 1\n", nil, "there is no cell"),
      ("cell(\"a\")\ncell(\"a\")\n", 2, "opened on line 1 already"),
      ("cell(\"end\")\n", 1, "may not be named `end`"),
      ("cell(\"strings\")\n", 1, "may not be named `strings`"),
      ("cell(\"A b\")\n", 1, "not a cell line"),
      ("cell(name)\n", 1, "not a cell line"),
      ("cell(\"a\"); run()\n", 1, "not a cell line"),
      ("cell(\"a\")\n//: prose\nlet y = 2\ncell(\"b\")\n", 3, "code stands after prose"),
      ("cell(\"a\")\n//: prose\n\nfunc late() {}\n", 4, "code stands after prose"),
    ] as [(String, Int?, String)])
  func mistakesAreNamedWithTheirLine(text: String, line: Int?, reason: String) throws {
    let error = try #require(throws: WeavingError.self) { try lesson(text) }
    #expect(error.line == line)
    #expect(error.reason.contains(reason))
    #expect(!error.help.isEmpty)
    #expect(error.errorDescription?.hasPrefix(line.map { "main.swift:\($0): " } ?? "main.") == true)
  }

  @Test func hiddenCodeMayFollowProse() throws {
    let lesson = try lesson("cell(\"a\")\n//: prose\nprepare() // hide\ncell(\"b\")\nrun()\n")
    #expect(lesson.cells[1].source == "run()")
    #expect(lesson.cells[0].source == "")
  }

  @Test func theCodeDigestMovesWithCodeAlone() throws {
    let base = "//: one\ncell(\"a\")\nlet x = 1\n"
    let digest = try lesson(base).codeDigest
    #expect(try lesson("//: two\n//: three\n\ncell(\"a\")\n\nlet x = 1\n").codeDigest == digest)
    #expect(try lesson("//: one\ncell(\"a\")\nlet x = 2\n").codeDigest != digest)
    #expect(try lesson("//: one\ncell(\"b\")\nlet x = 1\n").codeDigest != digest)
    let helped = try LessonSource(parsing: base, file: "main.swift", otherCode: ["func f() {}"])
    #expect(helped.codeDigest != digest)
  }
}

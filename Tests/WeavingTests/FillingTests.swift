import Testing
import Weaving

@Suite struct FillingTests {
  @Test func valuesReplaceTheirKeys() throws {
    let text = try woven(
      "{{a}} of {{b.c-d_1}}, again {{a}}",
      notes: ["a": .integer(294_912), "b.c-d_1": .percent(0.2364, 1)])
    #expect(text == "294,912 of 23.6%, again 294,912\n")
  }

  @Test func mathematicsAndCodeAreNotFilled() throws {
    let prose = "$x_{{a}}$ `{{a}}` $$y_{{a}}$$ {{a}}\n```\n{{a}}\n```"
    let text = try woven(prose, notes: ["a": .integer(1)])
    #expect(text == "$x_{{a}}$ `{{a}}` $$y_{{a}}$$ 1\n```\n{{a}}\n```\n")
  }

  @Test func aTextIsShownAsItIs() throws {
    let text = try woven("so: {{a}}", notes: ["a": .text("**b** $c$ `d` <e>\n[f](g) h_i")])
    #expect(text == "so: \\*\\*b\\*\\* \\$c\\$ \\`d\\` \\<e\\> [f]\\(g) h\\_i\n")
  }

  @Test func aKeyWithoutANoteIsAnErrorWithItsLine() throws {
    let error = try #require(throws: WeavingError.self) {
      try woven("one\n`code`\nthree {{gone}}")
    }
    #expect(error.line == 3)
    #expect(error.reason == "no note gives {{gone}} a value")
  }

  @Test func malformedBracesAreAnError() throws {
    let error = try #require(throws: WeavingError.self) { try woven("one\n\n{{ a }}") }
    #expect(error.line == 3)
  }

  @Test func bothLanguagesAreFilled() throws {
    let zh = try translation(
      "## end <!-- en: -->\n\n共{{total}}个参数，其中{{trainable}}个可训练。\n")
    let notes: [String: Value] = ["total": .integer(1000), "trainable": .integer(10)]
    let text = try markdown(of: document(sample, .zh, translation: zh, notes: notes))
    #expect(text.contains("共1,000个参数，其中10个可训练。"))
    #expect(try markdown(of: document(sample, notes: notes)).contains("10 of 1,000 are left."))
  }

  @Test func aKeyThatOnlyTheChineseUsesIsAnErrorInItsFile() throws {
    let zh = try translation("## end <!-- en: -->\n\n{{wrong}}\n")
    let notes: [String: Value] = ["total": .integer(1000), "trainable": .integer(10)]
    let error = try #require(throws: WeavingError.self) {
      try document(sample, .zh, translation: zh, notes: notes)
    }
    #expect(error.file == "zh.md")
    #expect(error.line == 3)
  }
}

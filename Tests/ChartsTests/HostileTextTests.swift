import Charts
import Foundation
import Testing

@Suite struct HostileTextTests {
  static let texts = [
    "<script>alert('1')</script>", "it's \"quoted\"", "back\\slash \\n \\", "a@b @home #c ;",
    "x_1^2 {/Bold y} }{", "100% %g %%", "`ls` $(ls) $data", "&amp; <b> ]]> -->", "EOD",
    "损失，越低越好 😀👩🏽‍🔬",
    "id='gpDot' black rgb(0,0,0) url(#x)",
  ]

  @Test(arguments: texts)
  func isShownLiterallyEverywhere(text: String) throws {
    for chart in Samples.everyKind {
      let hostile = chart.translated { _ in text }
      let written = try Written(hostile)
      let parsed = try Parsed(written.image)
      #expect(parsed.elements["script"] == nil && parsed.elements["b"] == nil)
      let shown = parsed.texts.joined(separator: " ").filter { $0 != " " }
      #expect(shown.contains(text.filter { $0 != " " }), "\(type(of: chart))")
      #expect(try Parsed(written.inlined).texts == parsed.texts)
    }
  }

  @Test func lineBreaksBecomeSpacesAndControlsVanish() throws {
    var chart = Samples.lines
    chart.title = "one\ntwo\u{1B}[31m\u{0} three\u{FFFE}"
    #expect(try Parsed(Written(chart).image).texts.contains("one two[31m three"))
  }

  @Test func ticksThatArePercentagesAreNotFormats() throws {
    let texts = try Parsed(Written(Samples.lines).image).texts
    #expect(texts.contains("0%") && texts.contains("100%"))
  }
}

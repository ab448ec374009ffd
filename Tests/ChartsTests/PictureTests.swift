import Charts
import Foundation
import Testing

@Suite struct PictureTests {
  @Test func theFileHasAWhiteGroundAndTellsWhatItShows() throws {
    let image = try Written(Samples.lines).image
    #expect(image.contains("fill=\"#ffffff\""))
    #expect(image.contains(#"role="img" aria-labelledby="title summary""#))
    #expect(image.contains("<title id=\"title\">Accuracy over labelled rows</title>"))
    #expect(image.contains("<desc id=\"summary\">\(Samples.lines.summary)</desc>"))
    #expect(try Parsed(image).elements["title"] == 1)
  }

  @Test func textsStayTextsInFontsThatHaveChinese() throws {
    let written = try Written(Samples.lines.translated { _ in "准确率" })
    #expect(try Parsed(written.image).texts.contains("准确率"))
    for font in ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"] {
      #expect(written.image.contains(font))
    }
    let families = written.image.matches(of: #/font-family="([^"]*)"/#).map(\.output.1)
    #expect(Set(families).count == 1)
  }

  @Test(arguments: Samples.everyKind.indices)
  func theInlinedPictureFollowsThePage(index: Int) throws {
    let written = try Written(Samples.everyKind[index])
    let inlined = written.inlined
    #expect(inlined.hasPrefix("<svg") && !inlined.contains("<?xml"))
    #expect(!inlined.contains("'black'") && !inlined.contains("\"black\""))
    #expect(!inlined.contains("rgb(0,0,0)") && !inlined.contains("rgb(  0,   0,   0)"))
    #expect(inlined.contains("currentColor"))
    let ground = #/<rect [^>]*width="720"/#
    #expect(written.image.contains(ground) && !inlined.contains(ground))
    #expect(try Parsed(inlined).texts == Parsed(written.image).texts)
  }

  @Test func idsArePrefixedAndStillFound() throws {
    let first = try Written(Samples.lines, idPrefix: "a-").inlined
    let second = try Written(Samples.scatter, idPrefix: "b-").inlined
    let (a, b) = (Set(try Parsed(first).ids), Set(try Parsed(second).ids))
    #expect(a.isDisjoint(with: b))
    #expect(a.allSatisfy { $0.hasPrefix("a-") })
    #expect(a.isSuperset(of: ["a-title", "a-summary"]))
    for link in first.matches(of: #/href=['"]#([^'"]*)['"]|url\(#([^)]*)\)/#) {
      #expect(a.contains(String(link.output.1 ?? link.output.2 ?? "")))
    }
    #expect(first.contains("aria-labelledby=\"a-title a-summary\""))
  }
}

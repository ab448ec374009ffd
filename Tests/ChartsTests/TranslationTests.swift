import Charts
import Testing

@Suite struct TranslationTests {
  @Test(arguments: Samples.everyKind.indices)
  func everyTextIsTranslated(index: Int) throws {
    let chart = Samples.everyKind[index]
    let translated = chart.translated { "«\($0)»" }
    let (before, after) = (strings(in: chart), strings(in: translated))
    #expect(before.count > 4)
    #expect(after == before.map { $0.isEmpty ? "" : "«\($0)»" })
    #expect(translated.title == "«\(chart.title)»")
    let shown = try Parsed(Written(translated).image).texts.joined(separator: " ")
    for text in after where !text.isEmpty { #expect(shown.contains(text)) }
  }

  @Test func aMissingTranslationIsThrownOn() {
    struct Missing: Error {}
    for chart in Samples.everyKind {
      #expect(throws: Missing.self) { try chart.translated { _ in throw Missing() } }
    }
  }

  @Test func emptyTextsAreNotAskedFor() {
    let chart = BarChart("Plain", value: "", [Bar("a", 1)])
    var asked: [String] = []
    _ = chart.translated {
      asked.append($0); return $0
    }
    #expect(asked == ["Plain", "a"])
  }

  /// Every string in a value, however deep.
  private func strings(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { strings(in: $0.value) }
  }
}

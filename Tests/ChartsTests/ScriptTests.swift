import Charts
import Foundation
import Testing

@Suite struct ScriptTests {
  @Test(arguments: Samples.everyKind.indices)
  func settingsComeFirstThenNumbersThenOnePlot(index: Int) throws {
    let lines = try Written(Samples.everyKind[index]).script.split(separator: "\n").map(String.init)
    #expect(lines.first == "set encoding utf8")
    let firstBlock = try #require(lines.firstIndex { $0.hasPrefix("$") })
    let plot = try #require(lines.firstIndex { $0.hasPrefix("plot ") })
    let lastEnd = try #require(lines.lastIndex(of: "EOD"))
    #expect(lines[..<firstBlock].allSatisfy { $0.hasPrefix("set ") || $0.hasPrefix("unset ") })
    #expect(lastEnd == plot - 1)
    #expect(lines[plot...].allSatisfy { $0.hasPrefix("plot $") || $0.hasPrefix("  $") })
    var isInBlock = false
    for line in lines[firstBlock..<plot] {
      if line.hasPrefix("$") { isInBlock = true; continue }
      if line == "EOD" { isInBlock = false; continue }
      #expect(isInBlock && line.split(separator: " ").allSatisfy { Double($0) != nil })
    }
  }

  @Test(arguments: Samples.everyKind.indices)
  func theTerminalIsPlain(index: Int) throws {
    let written = try Written(Samples.everyKind[index])
    let lines = written.script.split(separator: "\n")
    let terminal = try #require(lines.first { $0.hasPrefix("set terminal") })
    #expect(terminal.contains("noenhanced"))
    #expect(!written.script.replacing("noenhanced", with: "").contains("enhanced"))
    #expect(lines.contains("set output 'chart.svg'"))
    #expect(lines.contains("set colorsequence podo"))
    #expect(!written.script.contains("\""))
  }

  @Test func textsAreQuotedInOnePlace() {
    #expect(quoted("it's") == "'it''s'")
    #expect(quoted("a\nb\r\nc\u{7}d\u{0}e\u{FFFF}f") == "'a b cdef'")
    #expect(quoted(#"\n "x" {y} @z `ls`"#) == #"'\n "x" {y} @z `ls`'"#)
    #expect(quoted("\n") == "''")
  }

  @Test func seriesDifferInColourDashAndMarker() throws {
    let series = (0..<7).map { k in Series("\(k)", [Point(0, Double(k)), Point(1, Double(k))]) }
    let script = try Written(LineChart("Seven", x: "x", y: "y", series)).script
    let layers = script.split(separator: "\n").filter { $0.contains("with linespoints") }
    #expect(layers.count == 7)
    for pattern in [#/ lc (\d+)/#, #/ dt (\S+)/#, #/ pt (\d+)/#] {
      let found = layers.compactMap { $0.firstMatch(of: pattern)?.output.1 }
      #expect(Set(found).count == 7)
    }
    // Yellow, the fifth of podo, is invisible on white.
    #expect(!layers.contains { $0.contains(" lc 5 ") })
  }

  /// The interval of a share may pass 100 %; its number stays in the picture.
  @Test(arguments: [BarChart.Direction.vertical, .horizontal])
  func numbersStayBesideTheAxis(direction: BarChart.Direction) throws {
    func number(high: Double) throws -> Substring? {
      let bars = [Bar("one", 0.8, low: 0.5, high: high), Bar("two", 0.3, low: 0.2, high: 0.4)]
      return try Written(
        BarChart(
          "Shares", value: .percent("right"), [BarSeries("", bars)], direction: direction)
      ).script.split(separator: "\n").first { $0.contains("'80%'") }
    }
    let beyond = try #require(try number(high: 1.4))
    #expect(try beyond == number(high: 1))
    #expect(try beyond != number(high: 0.9))
  }

  @Test func csvHasTheNumbersThatAreDrawn() throws {
    let awkward = [0.1, 1.0 / 3, 1e-7, 123_456_789.125, 5e22]
    let series = Series("s", awkward.map { Point($0, $0 * 3, low: $0, high: $0 * 4) })
    let written = try Written(LineChart("Awkward", x: "x", y: "y", [series]))
    #expect(written.csv.hasPrefix("series,x,y,low,high,label\n"))
    #expect(written.blocks["interval1"] == written.rows.map { $0[1...4].map { Double($0)! } })
    #expect(written.blocks["interval1"] == awkward.map { [$0, $0 * 3, $0, $0 * 4] })
    #expect(written.blocks["series1"] == awkward.map { [$0, $0 * 3] })

    let bars = try Written(Samples.bars)
    let values = bars.rows.filter { $0[0] == "tuned" }.map { Double($0[2])! }
    #expect(bars.blocks["bars2"]?.map { $0[1] } == values)
    let cells = try Written(Samples.heat)
    #expect(cells.blocks["cells"]?.map { $0[2] } == cells.rows.map { Double($0[2])! })
    let histogram = try Written(Samples.histogram)
    let kept = histogram.rows.filter { $0[0] == "kept" }.map { $0[1...3].map { Double($0)! } }
    #expect(histogram.blocks["sample1"] == kept)
    let scatter = try Written(Samples.scatter)
    let lora = scatter.rows.filter { $0[0] == "LoRA" }.map { $0[1...2].map { Double($0)! } }
    #expect(scatter.blocks["group1"] == lora)
    let confusion = try Written(Samples.confusion)
    #expect(confusion.blocks["cells"]?.map { $0[2] } == confusion.rows.map { Double($0[3])! })
  }

  @Test func csvQuotesTexts() throws {
    let series = Series("a,\"b\"\nc", [Point(1, 2)])
    let csv = try Written(LineChart("Quotes", x: "x", y: "y", [series])).csv
    #expect(csv.contains("\"a,\"\"b\"\"\nc\",1,2,,,\n"))
  }
}

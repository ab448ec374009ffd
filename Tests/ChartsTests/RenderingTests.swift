import Charts
import Foundation
import Testing

@Suite struct RenderingTests {
  @Test(arguments: Samples.everyKind.indices)
  func eachKindIsDrawn(index: Int) throws {
    let chart = Samples.everyKind[index]
    let folder = try TemporaryFolder()
    _ = try chart.write(named: "chart", to: folder.url)
    #expect(try folder.names == ["chart.csv", "chart.gp", "chart.svg"])
    let written = try Written(chart)
    let parsed = try Parsed(written.image)
    #expect(parsed.texts.contains(chart.title))
    #expect(written.csv.split(separator: "\n").count > 2)
  }

  @Test(arguments: Samples.everyKind.indices)
  func twoRunsGiveTheSameBytes(index: Int) throws {
    let (first, second) = (
      try Written(Samples.everyKind[index]), try Written(Samples.everyKind[index])
    )
    #expect(first.image == second.image)
    #expect(first.script == second.script)
    #expect(first.csv == second.csv)
  }

  @Test(arguments: Samples.everyKind.indices)
  func nothingTellsTheDateTheMachineOrTheVersion(index: Int) throws {
    let written = try Written(Samples.everyKind[index])
    let year = String(Calendar.current.component(.year, from: Date()))
    for text in [written.image, written.script, written.csv] {
      #expect(!text.localizedCaseInsensitiveContains("produced by"))
      #expect(!text.contains(FileManager.default.temporaryDirectory.path))
      #expect(!text.contains(year + "-"))
    }
  }

  @Test func theScriptDrawsTheSamePictureAgain() throws {
    let folder = try TemporaryFolder()
    let files = try Samples.lines.write(named: "lines", to: folder.url)
    let drawn = try Parsed(String(contentsOf: files.image, encoding: .utf8))
    let again = Process()
    again.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    again.arguments = ["gnuplot", "-d", "lines.gp"]
    again.currentDirectoryURL = folder.url
    try again.run()
    again.waitUntilExit()
    #expect(again.terminationStatus == 0)
    #expect(
      try Parsed(String(contentsOf: files.image, encoding: .utf8)).texts == drawn.texts)
  }

  @Test func intervalsAreDrawn() throws {
    var bare = Samples.lines
    bare.series = bare.series.map { one in
      Series(one.name, one.points.map { Point($0.x, $0.y, label: $0.label) })
    }
    let polygons = try Parsed(Written(Samples.lines).image).elements["polygon"] ?? 0
    #expect(try Parsed(Written(bare).image).elements["polygon"] ?? 0 == polygons - 2)
    #expect(try Written(Samples.lines).blocks["interval1"]?.first == [8, 0.72, 0.66, 0.78])
    #expect(try Written(bare).blocks["interval1"] == nil)

    var bars = Samples.lines
    bars.intervals = .bars
    #expect(try Written(bars).script.contains("$interval1 using 1:3:(0):($4-$3) with vectors"))
    #expect(try Written(Samples.bars).blocks["interval2"]?.count == 2)
    #expect(try Written(Samples.scatter).blocks["interval1"] == [[1000, 0.7, 0.65, 0.75]])
  }

  @Test func referenceLinesAndMarkersAreDrawn() throws {
    let lines = try Written(Samples.lines)
    #expect(lines.blocks["reference"]?.map { $0[1] } == [0.5, 0.5])
    #expect(lines.blocks["marker1"]?.map { $0[0] } == [32, 32])
    let texts = try Parsed(lines.image).texts
    #expect(texts.contains("chance") && texts.contains("class"))
    #expect(try Parsed(Written(Samples.bars).image).texts.contains("majority"))
    #expect(try Parsed(Written(Samples.histogram).image).texts.contains("limit"))
  }

  @Test func everyBarKindHasItsValues() throws {
    let parts = ["GPT-2", "a classifier"]
    let stacked = BarChart(
      "Parameters", value: "parameters",
      [
        BarSeries("embeddings", parts.map { Bar($0, 40) }),
        BarSeries("blocks", parts.map { Bar($0, 85) }),
      ], arrangement: .stacked)
    for direction in [BarChart.Direction.vertical, .horizontal] {
      var chart = stacked
      chart.direction = direction
      let written = try Written(chart)
      #expect(written.blocks["bars2"] == [[0, 85, 40], [1, 85, 40]])
      #expect(try Parsed(written.image).texts.filter { $0 == "85" }.count == 2)
    }
    var lying = Samples.bars
    lying.direction = .horizontal
    #expect(try Parsed(Written(lying).image).texts.contains("45%"))
    let long = BarChart(
      "Long names", value: "x",
      (0..<12).map { Bar("a category with a long name \($0)", Double($0)) })
    let texts = try Parsed(Written(long).image).texts
    #expect(texts.contains("a category with a long name 11"))
  }

  @Test func directLabelsDoNotTouch() {
    let close = [100.0, 101, 101, 103, 240, 299]
    let spread = EndLabels.spread(close, apart: 17, within: 0...300)
    for (first, second) in zip(spread, spread.dropFirst()) {
      #expect(second - first >= 17 - 1e-9)
    }
    #expect(spread.allSatisfy { (0...300).contains($0) })
    #expect(EndLabels.spread([10, 50, 90], apart: 17, within: 0...300) == [10, 50, 90])
  }

  @Test func aLineThatEndsEarlyIsNotDrawnOn() throws {
    let chart = LineChart(
      "Steps", x: "step", y: "loss",
      [
        Series("short", [Point(0, 1), Point(40, 2)]), Series("long", [Point(0, 2), Point(100, 1)]),
      ])
    let leaders = try Written(chart).script.split(separator: "\n")
      .filter { $0.hasPrefix("set arrow") }
    #expect(leaders.filter { $0.contains("lc 6") && $0.contains("dt (2,4)") }.count == 1)
    #expect(leaders.filter { $0.contains("lc 7") && $0.contains("dt solid") }.count == 1)
  }

  @Test func manyLinesGetAKeyInstead() throws {
    let series = (1...12).map { k in
      Series("seed \(k)", [Point(0, Double(k)), Point(1, Double(k))])
    }
    let texts = try Parsed(Written(LineChart("Seeds", x: "x", y: "y", series)).image).texts
    for one in series { #expect(texts.filter { $0 == one.name }.count == 1) }
  }

  @Test func largeMapsAreDrawnWithoutNumbers() throws {
    let names = (0..<40).map { "token \($0)" }
    let map = HeatMap(
      "Attention", rows: names, columns: names,
      values: names.indices.map { row in names.indices.map { $0 <= row ? 1 / Double(row + 1) : 0 }
      },
      x: "key", y: "query", value: Axis("weight", from: 0, to: 1))
    let written = try Written(map)
    #expect(written.blocks["cells"]?.count == 1600)
    #expect(try Parsed(written.image).texts.contains("token 39"))
  }
}

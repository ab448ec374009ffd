import Charts
import Foundation
import Testing

@Suite struct RefusalTests {
  private func refusal(_ chart: any Chart, named name: String = "chart") -> ChartError? {
    #expect(throws: ChartError.self) {
      let folder = try TemporaryFolder()
      do {
        _ = try chart.write(named: name, to: folder.url)
      } catch {
        #expect(try folder.names.isEmpty)
        throw error
      }
    }
  }

  private func lines(_ points: [Point], x: Axis = "x", y: Axis = "y") -> LineChart {
    LineChart("Loss", x: x, y: y, [Series("fine", [Point(1, 1)]), Series("mini", points)])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func valuesThatAreNotFinite(bad: Double) {
    let expected = ChartError.notFinite(chart: "Loss", series: "mini", index: 1)
    #expect(refusal(lines([Point(1, 1), Point(2, bad)])) == expected)
    #expect(refusal(lines([Point(1, 1), Point(bad, 2)])) == expected)
    #expect(refusal(lines([Point(1, 1), Point(2, 2, low: bad, high: 3)])) == expected)
    #expect(
      refusal(ScatterPlot("Loss", x: "x", y: "y", [Series("mini", [Point(0, 0), Point(0, bad)])]))
        == expected)
    #expect(
      refusal(BarChart("Loss", value: "y", [BarSeries("mini", [Bar("a", 1), Bar("b", bad)])]))
        == expected)
    #expect(refusal(Histogram("Loss", x: "x", y: "y", [Sample("mini", [1, bad])])) == expected)
    #expect(
      refusal(
        HeatMap(
          "Loss", rows: ["mini"], columns: ["a", "b"], values: [[1, bad]], x: "x", y: "y",
          value: "v")) == expected)
    #expect(
      refusal(
        LineChart(
          "Loss", x: "x", y: "y", [Series("s", [Point(0, 0)])],
          reference: .horizontal(bad, "chance")))
        == .notFinite(chart: "Loss", series: "chance", index: 0))
    let text = expected.errorDescription ?? ""
    #expect(text.contains("Loss") && text.contains("mini") && text.contains("1"))
  }

  @Test func nothingToDraw() {
    #expect(refusal(LineChart("Loss", x: "x", y: "y", [])) == .empty(chart: "Loss", series: nil))
    let expected = ChartError.empty(chart: "Loss", series: "mini")
    #expect(refusal(lines([])) == expected)
    #expect(refusal(ScatterPlot("Loss", x: "x", y: "y", [Series("mini", [])])) == expected)
    #expect(refusal(BarChart("Loss", value: "y", [BarSeries("mini", [])])) == expected)
    #expect(refusal(Histogram("Loss", x: "x", y: "y", [Sample("mini", [])])) == expected)
    #expect(
      refusal(ConfusionMatrix("Loss", classes: [], counts: []))
        == .empty(chart: "Loss", series: nil))
    #expect(
      refusal(HeatMap("Loss", rows: [], columns: [], values: [], x: "", y: "", value: ""))
        == .empty(chart: "Loss", series: nil))
    #expect(expected.errorDescription?.contains("mini") == true)
  }

  @Test func zeroOnALogarithmicAxis() {
    let expected = ChartError.notPositive(chart: "Loss", series: "mini", index: 0)
    #expect(refusal(lines([Point(0, 1)], x: .log("x"))) == expected)
    #expect(refusal(lines([Point(1, -1)], y: .log("y"))) == expected)
    #expect(refusal(Histogram("Loss", x: .log("x"), y: "y", [Sample("mini", [0, 1])])) == expected)
  }

  @Test func intervalsThatDoNotHoldTheirValue() {
    for point in [Point(1, 1, low: 2, high: 3), Point(1, 1, low: 0), Point(1, 1, high: 2)] {
      guard case .inconsistent("Loss", "mini", _) = refusal(lines([point])) else {
        Issue.record("\(point) was accepted")
        continue
      }
    }
  }

  @Test func partsThatDoNotFit() {
    let charts: [any Chart] = [
      BarChart(
        "t", value: "v",
        [BarSeries("one", [Bar("a", 1)]), BarSeries("two", [Bar("b", 1)])]),
      BarChart(
        "t", value: "v", [BarSeries("one", [Bar("a", -1)])], arrangement: .stacked),
      HeatMap(
        "t", rows: ["a"], columns: ["b", "c"], values: [[1]], x: "x", y: "y", value: "v"),
      HeatMap("t", rows: ["a"], columns: ["b"], values: [], x: "x", y: "y", value: "v"),
      ConfusionMatrix("t", classes: ["a", "b"], counts: [[1, 2]]),
      ConfusionMatrix("t", classes: ["a"], counts: [[-1]]),
      Histogram("t", x: "x", y: "y", [1, 2], bins: 0),
    ]
    for chart in charts {
      _ = chart.summary
      guard case .inconsistent(chart: "t", _, _) = refusal(chart) else {
        Issue.record("\(chart) was accepted")
        continue
      }
    }
  }

  @Test func impossibleAxes() {
    for axis in [
      Axis("y", from: 2, to: 1), Axis("y", from: .nan), .log("y", from: 0),
      Axis("y", from: -.greatestFiniteMagnitude, to: .greatestFiniteMagnitude),
    ] {
      #expect(
        refusal(lines([Point(1, 1), Point(2, 3)], y: axis)) == .badAxis(chart: "Loss", axis: "y"))
    }
  }

  @Test(arguments: ["", ".hidden", "a/b", "../a", "a b", "a'b", "a\nb", "图"])
  func namesThatAreNoFileNames(name: String) {
    #expect(refusal(Samples.lines, named: name) == .badName(name))
  }

  @Test func everyErrorHasAHelpLine() {
    let errors: [ChartError] = [
      .empty(chart: "c", series: nil), .notFinite(chart: "c", series: "s", index: 0),
      .notPositive(chart: "c", series: "s", index: 0),
      .inconsistent(chart: "c", series: "s", reason: "r"), .badAxis(chart: "c", axis: "a"),
      .badName("n"), .scriptNotWritten(chart: "c", reason: "r"), .gnuplotMissing(searchPath: "p"),
      .gnuplotFailed(chart: "c", status: 1, message: "m"),
      .gnuplotTimedOut(chart: "c", seconds: 1), .badImage(chart: "c", reason: "r"),
    ]
    for error in errors {
      #expect(!(error.errorDescription ?? "").isEmpty)
      #expect(!(error.recoverySuggestion ?? "").isEmpty)
    }
  }
}

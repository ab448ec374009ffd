import Charts
import Foundation

/// One chart of every kind, with a text in every place that takes one.
enum Samples {
  static let lines = LineChart(
    "Accuracy over labelled rows", x: .log("labelled rows"), y: .percent("accuracy"),
    [
      Series(
        "pre-trained",
        [
          Point(8, 0.72, low: 0.66, high: 0.78), Point(32, 0.9, low: 0.86, high: 0.93),
          Point(128, 0.96, low: 0.94, high: 0.98, label: "best"),
        ]),
      Series(
        "random",
        [
          Point(8, 0.52, low: 0.47, high: 0.57), Point(32, 0.55, low: 0.5, high: 0.6),
          Point(128, 0.81, low: 0.77, high: 0.85),
        ]),
    ], reference: .horizontal(0.5, "chance"), markers: [Marker(32, "class")])

  static let bars = BarChart(
    "Exact match by task", value: .percent("exact match"),
    [
      BarSeries("base", [Bar("sentiment", 0), Bar("sums", 0.02, low: 0, high: 0.05)]),
      BarSeries(
        "tuned", [Bar("sentiment", 1, low: 0.97, high: 1), Bar("sums", 0.45, low: 0.4, high: 0.5)]),
    ], reference: Reference(0.5, "majority"))

  static let everyKind: [any Chart] = [lines, bars]
}

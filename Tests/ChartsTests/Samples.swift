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

  static let histogram = Histogram(
    "Length of the answers", x: "tokens", y: "rows",
    [Sample("kept", [3, 4, 4, 5, 6, 6, 6, 7, 9]), Sample("rejected", [1, 1, 2, 12, 14])],
    markers: [Marker(10, "limit")])

  static let heat = HeatMap(
    "Loss by learning rate and batch", rows: ["1e-4", "1e-3"], columns: ["eight", "sixteen"],
    values: [[2.125, 2.5], [1.75, 1.875]], x: "batch size", y: "learning rate", value: "loss")

  static let scatter = ScatterPlot(
    "Quality and cost", x: .log("parameters"), y: "score",
    [
      Series("LoRA", [Point(1000, 0.7, low: 0.65, high: 0.75, label: "rank 1"), Point(8000, 0.8)]),
      Series("full", [Point(2_000_000, 0.82, label: "all")]),
    ], reference: .horizontal(0.6, "base"))

  static let confusion = ConfusionMatrix(
    "Sentiment of reviews", classes: ["negative", "positive"], counts: [[45, 5], [3, 47]])

  static let everyKind: [any Chart] = [lines, bars, histogram, heat, scatter, confusion]
}

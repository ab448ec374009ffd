import Charts

/// The pictures of the page of benchmarks, by the name of their files.
struct BenchCharts {
  let comparison: Comparison
  let sweep: SweepResult

  var all: [(name: String, chart: any Chart)] {
    let lines = sweep.lines
    return [
      ("ratios", ratios),
      ("time", time),
      ("width", share("Width of the model", "width", lines.width, \.width)),
      ("depth", share("Depth of the model", "blocks", lines.depth, \.layers)),
      (
        "length-fixed-tokens",
        share(
          "Length of rows, the same tokens in a batch", "tokens a row", lines.lengthAtFixedTokens,
          \.length)
      ),
      (
        "length-fixed-rows",
        share(
          "Length of rows, the same rows in a batch", "tokens a row", lines.lengthAtFixedRows,
          \.length)
      ),
      ("batch", share("Rows in a batch", "rows", lines.batch, \.batch)),
    ]
  }

  private var ratios: BarChart {
    let workloads = comparison.workloads.filter { $0.goal != nil }
    return BarChart(
      "How many times faster than the peer", value: "ratio",
      [
        BarSeries(
          "measured, with 95 % interval",
          workloads.map { Bar($0.name, $0.ratio, low: $0.low, high: $0.high) }),
        BarSeries("goal", workloads.map { Bar($0.name, $0.goal!) }),
      ], direction: .horizontal, reference: .horizontal(1, "as fast as the peer"))
  }

  private var time: LineChart {
    let lines = sweep.lines.all.map { name, points in
      Series(
        name,
        points.map {
          Point(Double($0.cost.flops) / 1e9, $0.ms, low: $0.low, high: $0.high)
        }.sorted { $0.x < $1.x })
    }
    let places = lines.flatMap { $0.points.map(\.x) }
    let roof = [places.min()!, places.max()!].map {
      Point($0, 1e12 * $0 / sweep.roof.flopsPerSecond)
    }
    return LineChart(
      "A training step over its FLOPs", x: .log("GFLOP"), y: .log("milliseconds"),
      lines + [Series("the roof", roof)], intervals: .bars)
  }

  private func share(
    _ title: String, _ label: String, _ points: [SweepResult.Point],
    _ size: KeyPath<StepShape, Int>
  ) -> LineChart {
    func series(_ name: String, _ point: (SweepResult.Point) -> Point) -> Series {
      Series(name, points.map(point))
    }
    func x(_ point: SweepResult.Point) -> Double { Double(point.shape[keyPath: size]) }
    return LineChart(
      title, x: .log(label), y: .percent("share"),
      [
        series("of the roof") {
          Point(
            x($0), sweep.roofShare($0), low: sweep.roofShare($0.cost, ms: $0.high),
            high: sweep.roofShare($0.cost, ms: $0.low))
        },
        series("by the formulas") { Point(x($0), sweep.expectedShare($0)) },
        series("of time in sgemm") { Point(x($0), $0.sgemmShare) },
      ], intervals: .bars)
  }
}

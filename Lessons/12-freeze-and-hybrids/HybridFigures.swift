import Course

/// Full tuning, LoRA, and what lies between them, by the share of the steps that train everything.
struct Switches {
  /// In rising order, from LoRA alone to full tuning alone.
  let outcomes: [(share: Double, outcome: Outcome)]

  private var full: Outcome { outcomes.last!.outcome }

  var quality: LineChart {
    LineChart(
      "Where to switch", x: .percent("of the steps train everything"),
      y: .percent("test accuracy", from: nil, to: nil),
      [
        Series(
          "full, then LoRA",
          outcomes.map { Estimate($0.outcome.hits.paired).point($0.share) })
      ], intervals: .bars)
  }

  /// What is held, the mean over the steps and the most at any time, against full tuning.
  var cost: LineChart {
    func line(_ name: String, _ value: (Outcome) -> Double) -> Series {
      Series(name, outcomes.map { Point($0.share, value($0.outcome) / value(full)) })
    }
    return LineChart(
      "Optimiser state", x: .percent("of the steps train everything"),
      y: .percent("of full tuning"),
      [line("mean over the steps", \.meanBytes), line("peak") { Double($0.peakBytes) }])
  }

  var table: Table {
    var table = Table(
      "The switch",
      columns: [
        .right("full for"), .right("seeds"), .right("accuracy"),
        .right("standard deviation, in points"), .right("state, mean"), .right("state, peak"),
        .right("training"),
      ])
    for (share, outcome) in outcomes {
      table.add(
        .percent(share), .integer(outcome.trials.count), .percent(outcome.hits.mean, 1),
        .fixed(100 * outcome.accuracies.standardDeviation, 2), .number(outcome.meanBytes, .bytes),
        .number(Double(outcome.peakBytes), .bytes),
        .number(outcome.stepsPerSecond, .rate("steps")))
    }
    return table
  }
}

import Course

/// How much the accuracy of methods depends on the seed.
struct Spread {
  /// Methods that were run with every seed.
  let outcomes: [Outcome]
  let full: Outcome
  /// Names of those that the lecture calls unsteady.
  let ofLecture: Set<String>

  private var lecture: [Outcome] { outcomes.filter { ofLecture.contains($0.name) } }

  /// One number for each seed of each method, around the method's own mean. They are scaled for the
  /// means that were taken off: their deviation is the root of the methods' mean variance.
  func pooled(_ value: (Outcome) -> [Double]) -> [Double] {
    let groups = lecture.map(value)
    let count = groups.joined().count
    let scale = (Double(count - 1) / Double(max(1, count - groups.count))).squareRoot()
    return groups.flatMap { group in group.map { scale * ($0 - group.mean) } }
  }

  private var pooledDeviation: Double {
    pooled(\.rightAnswers).standardDeviation / Double(full.hits.values[0].count)
  }

  /// C12.4
  var pooledRatio: SpreadRatio { SpreadRatio(pooled(\.rightAnswers), over: full.rightAnswers) }
  var natsRatio: SpreadRatio {
    SpreadRatio(pooled(\.nats.perSeed), over: full.nats.perSeed)
  }

  func ratio(_ one: Outcome, over other: Outcome) -> SpreadRatio {
    SpreadRatio(one.rightAnswers, over: other.rightAnswers)
  }

  /// The accuracy of some methods with each seed.
  func chart(_ names: [String]) -> LineChart {
    LineChart(
      "The same methods, seed by seed", x: "seed",
      y: .percent("test accuracy", from: nil, to: nil),
      outcomes.filter { names.contains($0.name) }.map { outcome in
        Series(
          outcome.name,
          zip(outcome.trials, outcome.hits.perSeed).map { Point(Double($0.seed), $1) })
      })
  }

  var bars: BarChart {
    BarChart(
      "Spread over seeds",
      value: .percent("standard deviation of test accuracy", from: nil, to: nil),
      outcomes.map { Bar($0.name, $0.deviation) },
      reference: Reference(full.deviation, full.name))
  }

  var table: Table {
    var table = Table(
      "Spread over seeds",
      columns: [
        .left("method"), .right("lowest"), .right("highest"),
        .right("standard deviation, in points"),
        .right("over that of full"), .right("95 % interval"),
      ])
    for outcome in outcomes {
      let accuracies = outcome.hits.perSeed
      let ratio = ratio(outcome, over: full)
      table.add(
        .label(outcome.name), .percent(accuracies.min()!, 1), .percent(accuracies.max()!, 1),
        .fixed(100 * outcome.deviation, 2),
        outcome.name == full.name ? "–" : shown(ratio),
        outcome.name == full.name ? "–" : .text(ratio.ends))
    }
    table.add(
      "the lecture's six, pooled", "–", "–",
      .fixed(100 * pooledDeviation, 2), shown(pooledRatio),
      .text(pooledRatio.ends))
    return table
  }
}

/// A ratio, or a dash where there is nothing to divide by.
func shown(_ ratio: SpreadRatio) -> Value {
  ratio.value.isFinite ? .fixed(ratio.value, 2) : "–"
}

extension SpreadRatio {
  /// Nil where nothing varies, or where there are too few numbers to bound the ratio.
  private var bounds: ClosedRange<Double>? {
    let interval = interval()
    return value.isFinite && interval.upperBound < 100 ? interval : nil
  }

  /// The ends of the interval, or a dash.
  var ends: String {
    guard let bounds else { return "–" }
    return [bounds.lowerBound, bounds.upperBound]
      .map { ValueFormat.fixed(2).string(for: $0) }.joined(separator: " … ")
  }

  func evidence(_ name: String) -> Claim.Evidence {
    guard let bounds else { return .init(name, shown(self)) }
    return Claim.Evidence(name, value, interval: bounds, .fixed(2))
  }
}

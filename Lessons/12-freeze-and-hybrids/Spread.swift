import Course

/// How much the accuracy of methods depends on the seed.
struct Spread {
  /// Methods that were run with every seed.
  let outcomes: [Outcome]
  let full: Outcome
  /// Names of those that the lecture calls unsteady.
  let ofLecture: Set<String>

  private var lecture: [Outcome] { outcomes.filter { ofLecture.contains($0.name) } }

  /// One number for each seed of each method, around the method's own mean, and so scaled that their
  /// deviation, with n − 1 below, is that which every method has around its own mean, with n − 1
  /// below for each.
  func pooled(_ value: (Outcome) -> [Double]) -> [Double] {
    let groups = lecture.map(value)
    let (all, each) = (groups.joined().count, groups[0].count)
    guard each > 1 else { return groups.joined().map { _ in 0 } }
    let scale = (Double(all - 1) / Double(groups.count * (each - 1))).squareRoot()
    return groups.flatMap { group in group.map { scale * ($0 - group.mean) } }
  }

  /// C12.4
  var pooledRatio: SpreadRatio { SpreadRatio(pooled(\.accuracies), over: full.accuracies) }
  var natsRatio: SpreadRatio {
    SpreadRatio(pooled(\.nats.perSeed), over: full.nats.perSeed)
  }

  func ratio(_ one: Outcome, over other: Outcome) -> SpreadRatio {
    SpreadRatio(one.accuracies, over: other.accuracies)
  }

  /// The accuracy of some methods with each seed.
  func chart(_ names: [String]) -> LineChart {
    LineChart(
      "The same methods, seed by seed", x: "seed",
      y: .percent("test accuracy", from: nil, to: nil),
      outcomes.filter { names.contains($0.name) }.map { outcome in
        Series(
          outcome.name,
          zip(outcome.trials, outcome.accuracies).map { Point(Double($0.seed), $1) })
      })
  }

  var bars: BarChart {
    BarChart(
      "Spread over seeds",
      value: .percent("standard deviation of test accuracy", from: nil, to: nil),
      outcomes.map { Bar($0.name, $0.accuracies.standardDeviation) },
      reference: Reference(full.accuracies.standardDeviation, full.name))
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
      let accuracies = outcome.accuracies
      let ratio = ratio(outcome, over: full)
      table.add(
        .label(outcome.name), .percent(accuracies.min()!, 1), .percent(accuracies.max()!, 1),
        .fixed(100 * accuracies.standardDeviation, 2),
        outcome.name == full.name ? "–" : shown(ratio),
        outcome.name == full.name ? "–" : .text(ratio.ends))
    }
    table.add(
      "the lecture's six, pooled", "–", "–",
      .fixed(100 * pooled(\.accuracies).standardDeviation, 2), shown(pooledRatio),
      .text(pooledRatio.ends))
    return table
  }
}

/// A ratio, or a dash where there is nothing to divide by.
func shown(_ ratio: SpreadRatio) -> Value {
  ratio.value.isFinite ? .fixed(ratio.value, 2) : "–"
}

extension SpreadRatio {
  /// The ends of the interval; a dash where nothing varies.
  var ends: String {
    let interval = interval()
    guard interval.upperBound.isFinite else { return "–" }
    return [interval.lowerBound, interval.upperBound]
      .map { ValueFormat.fixed(2).string(for: $0) }.joined(separator: " … ")
  }

  func evidence(_ name: String) -> Claim.Evidence {
    let interval = interval()
    guard value.isFinite, interval.upperBound.isFinite else { return .init(name, "–") }
    return Claim.Evidence(name, value, interval: interval, .fixed(2))
  }
}

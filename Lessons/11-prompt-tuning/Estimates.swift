import Course

extension SeedScores {
  var interval: ClosedRange<Double> { paired.interval() }

  /// A point of a line, with its interval.
  func point(_ x: Double) -> Point {
    let interval = interval
    return Point(x, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  func bar(_ name: String) -> Bar {
    let interval = interval
    return Bar(name, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  /// A mean difference in points.
  var points: Value { .fixed(100 * mean, 1) }

  /// The ends of its interval, in points.
  var ends: String {
    [interval.lowerBound, interval.upperBound]
      .map { ValueFormat.fixed(1).string(for: 100 * $0) }.joined(separator: " … ")
  }
}

extension TuningSweep {
  /// The accuracy on validation by which things are chosen, the mean over seeds.
  var validation: Double { chosen.map { $0.kept?.accuracy ?? 0 }.mean }

  /// Looks at validation, the mean over seeds; a run that broke off is missing from where it did.
  func curve(_ name: String, from start: Double?) -> Series {
    let steps = Set(chosen.flatMap { $0.looks.map(\.step) }).sorted()
    let looks = steps.map { step in
      Point(
        Double(step),
        chosen.compactMap { trial in trial.looks.first { $0.step == step }?.nats }.mean)
    }
    return Series(name, (start.map { [Point(0, $0)] } ?? []) + looks)
  }
}

/// How much more often the first is right than the second, over the seeds that both have.
func lead(_ one: TuningSweep, over other: TuningSweep) -> SeedScores {
  let count = min(one.chosen.count, other.chosen.count)
  func hits(_ sweep: TuningSweep) -> SeedScores {
    SeedScores(Array(sweep.hits.values.prefix(count)))
  }
  return hits(one) - hits(other)
}

extension [Start: TuningSweep] {
  /// The start that validation finds best.
  var best: Start {
    Start.allCases.max { self[$0]!.validation < self[$1]!.validation }!
  }
}

/// A mean over seeds and questions with its interval, beside a claim.
func told(_ name: String, _ scores: SeedScores) -> Claim.Evidence {
  .init(name, scores.mean, interval: scores.interval, .percent(1))
}

/// The same of numbers that are no shares.
func told(nats name: String, _ scores: SeedScores) -> Claim.Evidence {
  .init(name, scores.mean, interval: scores.interval, .fixed(3))
}

import Course

/// A part of a run in which the same parameters are trained.
struct Stage: Codable {
  /// Of the steps.
  let share: Double
  let trainable: Int
  let optimiserBytes: Int
}

/// What a method found with each seed, and what it held on the way.
struct Outcome {
  let name: String
  let place: Place
  /// Of the first stage.
  let rate: Float
  let trials: [TuningTrial]
  let stages: [Stage]
  let stepsPerSecond: Double

  init(_ method: Method, _ sweep: TuningSweep, steps: Int) {
    (name, place, rate, trials) = (method.name, method.place, sweep.rate, sweep.chosen)
    stages = [
      Stage(share: 1, trainable: sweep.trainable, optimiserBytes: trials[0].optimiserBytes)
    ]
    stepsPerSecond = Double(steps) / trials.map(\.seconds).mean
  }

  init(_ hybrid: Hybrid, _ found: [HybridTrial], steps: Int) {
    (name, place, rate, trials) = (hybrid.name, .base, found[0].rate, found.map(\.lora))
    let full = found[0].full
    stages = [
      full,
      Stage(
        share: 1 - full.share, trainable: trials[0].trainable,
        optimiserBytes: trials[0].optimiserBytes),
    ]
    stepsPerSecond = Double(steps) / found.map { $0.seconds + $0.lora.seconds }.mean
  }

  /// 1 or 0 for each seed and test question.
  var hits: SeedScores { SeedScores(trials.map { $0.test.hits.map { $0 ? 1 : 0 } }) }
  var nats: SeedScores { SeedScores(trials.map(\.test.nats)) }
  var accuracies: [Double] { hits.perSeed }

  /// Parameters that are trained, the mean over the steps.
  var meanTrainable: Double { stages.map { $0.share * Double($0.trainable) }.reduce(0, +) }
  /// Bytes of Adam's two moments, the mean over the steps and the most at any time.
  var meanBytes: Double { stages.map { $0.share * Double($0.optimiserBytes) }.reduce(0, +) }
  var peakBytes: Int { stages.map(\.optimiserBytes).max()! }
}

/// A mean over seeds and questions, and how far it may be off.
struct Estimate {
  let mean: Double
  let interval: ClosedRange<Double>

  init(_ differences: PairedDifferences) {
    (mean, interval) = (differences.mean, differences.interval())
  }

  func point(_ x: Double, _ label: String = "") -> Point {
    Point(x, mean, low: interval.lowerBound, high: interval.upperBound, label: label)
  }

  /// The ends of the interval, in points.
  var ends: Value { .text(points(interval)) }

  func evidence(_ name: String, _ format: ValueFormat = .percent(1)) -> Claim.Evidence {
    Claim.Evidence(name, mean, interval: interval, format)
  }
}

/// The ends of an interval of shares, in points.
func points(_ interval: ClosedRange<Double>) -> String {
  [interval.lowerBound, interval.upperBound]
    .map { ValueFormat.fixed(1).string(for: 100 * $0) }.joined(separator: " … ")
}

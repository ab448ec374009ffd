import Course

/// What the arms found.
struct Findings {
  let sizes: [Int]
  /// The size that claims speak of, in both places; a place alone has twice of it.
  let size: Int
  let untrained: [TuningBase: Judgement]
  var sweeps: [TuningBase: [Method: TuningSweep]]

  func hits(_ method: Method, _ base: TuningBase) -> SeedScores { sweeps[base]![method]!.hits }

  func untuned(_ base: TuningBase) -> SeedScores { untrained[base]!.hitScores }

  /// How many numbers an arm trains.
  func trained(_ method: Method, _ base: TuningBase) -> Int { sweeps[base]![method]!.trainable }

  /// The adapters of the claims in one of three placements, all with as many weights.
  func placed(_ places: Places) -> Method {
    .adapter(size: places == .both ? size : 2 * size, places)
  }

  /// What an arm gains over the untuned model, as a share of what full tuning gains; of no gain all
  /// of it.
  func share(_ method: Method, _ base: TuningBase) -> Double {
    let full = (hits(.full, base) - untuned(base)).mean
    return full == 0 ? 1 : (hits(method, base) - untuned(base)).mean / full
  }

  /// What adapters gain, less nine tenths of what full tuning gains.
  func overNineTenths(_ method: Method, _ base: TuningBase) -> SeedScores {
    let (adapters, full) = (hits(method, base), hits(.full, base))
    let count = min(adapters.values.count, full.values.count)
    let untuned = untuned(base)
    return (adapters.first(count) - untuned) - 0.9 * (full.first(count) - untuned)
  }

  /// Both places minus one alone, over the seeds that both have.
  func lead(over places: Places, _ base: TuningBase) -> SeedScores {
    let (both, one) = (hits(placed(.both), base), hits(placed(places), base))
    let count = min(both.values.count, one.values.count)
    return both.first(count) - one.first(count)
  }

  /// How much less often a variant on `nano` is right than another, over the seeds that both have.
  func loss(of variant: Method, against other: Method) -> SeedScores {
    let (one, two) = (hits(other, .nano), hits(variant, .nano))
    let count = min(one.values.count, two.values.count)
    return one.first(count) - two.first(count)
  }

  /// The same as `lead` in nats of the right answer, less of which is better: one alone minus both.
  func natsLead(over places: Places, _ base: TuningBase) -> SeedScores {
    let (both, one) = (sweeps[base]![placed(.both)]!.nats, sweeps[base]![placed(places)]!.nats)
    let count = min(both.values.count, one.values.count)
    return one.first(count) - both.first(count)
  }
}

extension SeedScores {
  func first(_ count: Int) -> SeedScores { SeedScores(Array(values.prefix(count))) }

  func bar(_ name: String) -> Bar {
    let (mean, interval) = (paired.mean, paired.interval())
    return Bar(name, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  func point(_ x: Double) -> Point {
    let (mean, interval) = (paired.mean, paired.interval())
    return Point(x, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  /// The mean, in points.
  var points: Value { .fixed(100 * mean, 1) }

  /// The ends of the interval, in points.
  var ends: String {
    let interval = paired.interval()
    return [interval.lowerBound, interval.upperBound]
      .map { ValueFormat.fixed(1).string(for: 100 * $0) }.joined(separator: " … ")
  }

  /// The mean with its interval, as a claim is told.
  func told(_ name: String, _ format: ValueFormat = .percent(1)) -> Claim.Evidence {
    Claim.Evidence(name, mean, interval: paired.interval(), format)
  }
}

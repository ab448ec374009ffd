import Course

/// What was found on `mini`.
struct Findings {
  let bed: TuningBed
  let length: Int
  let base: Judgement
  let full: TuningSweep
  let forms: [FormResult]
  let bags: SeedScores
  let majority: SeedScores

  subscript(_ form: Form) -> FormResult { forms.first { $0.form == form }! }

  /// The form that is right on validation most often, the mean over seeds; of equal ones the first.
  var best: FormResult {
    let accuracies = forms.map(\.sweep.validationAccuracy)
    return forms[accuracies.firstIndex(of: accuracies.max()!)!]
  }

  /// What of full tuning's gain over the base the best prefix has.
  var share: Double {
    (best.sweep - base).mean / (full - base).mean
  }

  /// C10.1
  var works: ClaimTest {
    .all([
      .superior((best.sweep - base).paired, margin: 0.03),
      .superior((best.sweep.hits - majority).paired, margin: 0.03),
    ])
  }

  var worksEvidence: [Claim.Evidence] {
    [
      told("prefix minus base", best.sweep - base),
      told("prefix minus majority", best.sweep.hits - majority),
      told("full tuning minus base", full - base),
      told("prefix minus full tuning", best.sweep - full),
      told("prefix minus bag of words", best.sweep.hits - bags),
      .init("form", .label(best.form.name)),
    ]
  }
}

extension TuningSweep {
  var validationAccuracy: Double { chosen.map { $0.kept?.accuracy ?? 0 }.mean }

  /// At the last look at validation, whether it was kept or not.
  var lastNats: Double { chosen.map { $0.looks.last?.nats ?? .nan }.mean }

  var accuracy: Double { hits.mean }
}

extension SeedScores {
  func bar(_ name: String) -> Bar {
    let interval = paired.interval()
    return Bar(name, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  func point(_ x: Double) -> Point {
    let interval = paired.interval()
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
}

/// A mean over seeds and questions with its interval.
func told(_ name: String, _ scores: SeedScores) -> Claim.Evidence {
  Claim.Evidence(name, scores.mean, interval: scores.paired.interval(), .percent(1))
}

import Course

/// How a claim is tested, and what is told beside it.
struct Verdict {
  let test: ClaimTest
  let evidence: [Claim.Evidence]
}

/// The arms of one model that claims compare.
struct Compared {
  let untuned: Judgement
  let written: Judgement
  let vectors: TuningSweep
  let prefix: TuningSweep
  let full: TuningSweep
}

/// C11.1
func reachesFull(_ mini: Compared, _ nano: Compared, long: SeedScores) -> Verdict {
  Verdict(
    test: .equivalent(lead(mini.vectors, over: mini.full).paired, margin: 0.03),
    evidence: [
      told("vectors minus full tuning, mini", lead(mini.vectors, over: mini.full)),
      told("the same, nano", lead(nano.vectors, over: nano.full)),
      told("the same, nano, four times the steps", long),
      told("vectors minus untuned, mini", mini.vectors - mini.untuned),
      told("vectors minus best written prompt, mini", mini.vectors - mini.written),
    ])
}

/// C11.3
func deepIsBetter(_ mini: Compared, _ nano: Compared) -> Verdict {
  Verdict(
    test: .superior(lead(mini.prefix, over: mini.vectors).paired, margin: 0.03),
    evidence: [
      told("prefix minus vectors, mini", lead(mini.prefix, over: mini.vectors)),
      told("the same, nano", lead(nano.prefix, over: nano.vectors)),
      told("prefix minus full tuning, mini", lead(mini.prefix, over: mini.full)),
      .init("parameters of the prefix, mini", .integer(mini.prefix.trainable)),
      .init("parameters of the vectors, mini", .integer(mini.vectors.trainable)),
    ])
}

/// C11.4
func placesAreAlike(_ places: [Place: TuningSweep]) -> Verdict {
  func lead(_ place: Place) -> SeedScores { places[place]! - places[.front]! }
  func nats(_ place: Place) -> SeedScores { places[place]!.nats - places[.front]!.nats }
  return Verdict(
    test: .all([
      .equivalent(lead(.between).paired, margin: 0.03),
      .equivalent(lead(.beforeAnswer).paired, margin: 0.03),
    ]),
    evidence: [
      told("between task and text, minus in front", lead(.between)),
      told("right before the answer, minus in front", lead(.beforeAnswer)),
      told(nats: "nats, between task and text, minus in front", nats(.between)),
      told(nats: "nats, right before the answer, minus in front", nats(.beforeAnswer)),
    ])
}

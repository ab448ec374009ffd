import Course

/// How a claim is tested, and what is told beside it.
struct Verdict {
  let test: ClaimTest
  let evidence: [Claim.Evidence]
}

extension Findings {
  /// C09.1
  func nineTenths(chance: Double, majority: Double) -> Verdict {
    let adapters = placed(.both)
    let gain = overNineTenths(adapters, .mini)
    return Verdict(
      test: .superior(gain.paired, margin: 0),
      evidence: [
        gain.told("mini, adapters' gain − 0.9 of full tuning's"),
        .init("mini, share of the gain", .percent(share(adapters, .mini), 1)),
        (hits(adapters, .mini) - hits(.full, .mini)).told("mini, adapters − full tuning"),
        (hits(.full, .mini) - untuned(.mini)).told("mini, full tuning − untuned"),
        overNineTenths(adapters, .nano).told("nano, the same as the first"),
        .init("nano, share of the gain", .percent(share(adapters, .nano), 1)),
        .init("chance", .percent(chance, 1)), .init("majority", .percent(majority, 1)),
      ])
  }

  /// C09.3
  var twoPlaces: Verdict {
    let leads = [Places.attention, .feedForward].map { lead(over: $0, .nano) }
    return Verdict(
      test: .all(leads.map { .superior($0.paired, margin: 0.03) }),
      evidence: [
        leads[0].told("nano, both − after attention"), leads[1].told("nano, both − after the FFN"),
        lead(over: .attention, .mini).told("mini, both − after attention"),
        lead(over: .feedForward, .mini).told("mini, both − after the FFN"),
        natsLead(over: .attention, .nano).told("nano, nats saved over attention", .fixed(3)),
        natsLead(over: .feedForward, .nano).told("nano, nats saved over the FFN", .fixed(3)),
      ])
  }
}

/// C09.2, from the models of both sizes that the claim speaks of.
struct BitCheck {
  let adapters: [(base: TuningBase, aftermath: Aftermath)]
  let full: [(base: TuningBase, aftermath: Aftermath)]
  /// By the formula, for each of `adapters`.
  let expected: [Int]

  var holds: Bool {
    zip(adapters, expected).allSatisfy { pair, expected in
      let found = pair.aftermath
      return found.changedTensors == 0 && found.isBack && found.added == expected
        && found.movedTensors == found.addedTensors && found.addedTensors > 0
    } && full.allSatisfy { $0.aftermath.changedTensors > 0 }
  }

  var table: Table {
    var table = Table(
      "What training has moved",
      columns: [
        .left("model"), .right("base tensors"), .right("changed"), .right("adapter tensors"),
        .right("moved"), .right("parameters added"), .left("base's logits are back"),
      ])
    for base in TuningBase.allCases {
      for (name, all) in [
        (base == .nano ? "nano, adapters" : "mini, adapters", adapters),
        (base == .nano ? "nano, full tuning" : "mini, full tuning", full),
      ] {
        let found = all.first { $0.base == base }!.aftermath
        table.add(
          .label(name), .integer(found.baseTensors), .integer(found.changedTensors),
          .integer(found.addedTensors), .integer(found.movedTensors), .integer(found.added),
          found.isBack ? "yes" : "no")
      }
    }
    return table
  }

  var evidence: [Claim.Evidence] {
    func sum(_ all: [(base: TuningBase, aftermath: Aftermath)], _ part: (Aftermath) -> Int) -> Value
    {
      .integer(all.reduce(0) { $0 + part($1.aftermath) })
    }
    return [
      .init("models trained with adapters", .integer(adapters.count)),
      .init("base tensors, all models", sum(adapters, \.baseTensors)),
      .init("changed", sum(adapters, \.changedTensors)),
      .init("adapter tensors, all models", sum(adapters, \.addedTensors)),
      .init("moved", sum(adapters, \.movedTensors)),
      .init("full tuning, base tensors changed", sum(full, \.changedTensors)),
    ]
  }
}

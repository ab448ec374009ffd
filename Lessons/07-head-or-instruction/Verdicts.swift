import Course

/// How a claim is tested, and what is told beside it.
struct Verdict {
  let test: ClaimTest
  let evidence: [Claim.Evidence]
}

extension Findings {
  /// What starting from chat adds, the mean over the sizes.
  func chatGain(_ form: Form, _ reading: Reading = .scored) -> [[Double]] {
    overSizes { chatGain(form, $0, .known, reading) }
  }

  /// The advantage of chat with the fewest rows minus that with the most.
  func shrinking(_ form: Form) -> [[Double]] {
    difference(chatGain(form, sizes.first!), chatGain(form, sizes.last!))
  }

  /// C07.1
  var headStart: Verdict {
    let baseGain = { (rows: Int) in negative(chatGain(.head, rows)) }
    return Verdict(
      test: .superior(PairedDifferences(overSizes(baseGain)), margin: 0.03),
      evidence: [
        told("head, base minus chat", overSizes(baseGain)),
        told("the same, fewest reviews", baseGain(sizes.first!)),
        told("the same, most reviews", baseGain(sizes.last!)),
        told("the same, other domains", overSizes { negative(chatGain(.head, $0, .unseen)) }),
      ])
  }

  /// C07.2, with the gain before any training.
  func instructionStart(untrained: [[Double]]) -> Verdict {
    let gain = difference(chatGain(.instruction), chatGain(.head))
    return Verdict(
      test: .superior(PairedDifferences(gain), margin: 0.03),
      evidence: [
        told("chat minus base, instruction minus head", gain),
        told("instruction, chat minus base", chatGain(.instruction)),
        told("head, chat minus base", chatGain(.head)),
        told(
          "written, instruction minus head",
          difference(chatGain(.instruction, .written), chatGain(.head))),
        told("no review, chat minus base", untrained),
      ])
  }

  /// C07.5
  var fewAndMany: Verdict {
    let few = chatGain(.instruction, sizes.first!)
    let many = negative(chatGain(.instruction, sizes.last!))
    return Verdict(
      test: .all([
        .superior(PairedDifferences(shrinking(.instruction)), margin: 0.03),
        .superior(PairedDifferences(few), margin: 0),
        .superior(PairedDifferences(many), margin: 0),
      ]),
      evidence: [
        told("advantage of chat, fewest minus most reviews", shrinking(.instruction)),
        told("chat minus base, fewest reviews", few),
        told("base minus chat, most reviews", many),
        told("head, fewest minus most reviews", shrinking(.head)),
      ])
  }

  /// What a head loses in other domains more than an instruction, the mean over the sizes.
  func dropGap(_ start: Start) -> [[Double]] {
    overSizes { difference(drop(start, .head, $0), drop(start, .instruction, $0)) }
  }

  /// C07.6
  var carriedOver: Verdict {
    let gap = mean([dropGap(.base), dropGap(.chat)])
    return Verdict(
      test: .superior(PairedDifferences(gap), margin: 0.03),
      evidence: [
        told("drop, head minus instruction", gap), told("from base", dropGap(.base)),
        told("from chat", dropGap(.chat)),
        told("drop of the bag of words", overSizes { rows in drop { wordHits(rows, $0) } }),
      ])
  }

  /// nano with a head minus the instruction arm of mini that validation chooses for each size.
  var smallLead: [[Double]] {
    overSizes { rows in
      let best = best(of: Candidate.instructions([.base, .chat]), rows)
      return difference(hits(.nano, .head, rows), hits(best, rows))
    }
  }

  /// C07.3
  var smallModel: Verdict {
    func lead(_ hits: (Int) -> [[Double]]) -> [[Double]] {
      overSizes { difference(self.hits(.nano, .head, $0), hits($0)) }
    }
    return Verdict(
      test: .superior(PairedDifferences(smallLead), margin: 0.03),
      evidence: [
        told("nano with a head minus the best instruction", smallLead),
        told("nano minus mini, both with a head", lead { hits(.base, .head, $0) }),
        told("nano, head minus instruction", lead { hits(.nano, .instruction, $0) }),
        told("nano with a head minus bag of words", lead { wordHits($0) }),
      ])
  }

  /// With the most rows, the best instruction arm and the best head, and what the one has over the
  /// other.
  var bestAsked: Candidate { best(of: Candidate.instructions(Start.allCases), sizes.last!) }
  var bestHead: Candidate { best(of: Candidate.heads(Start.allCases), sizes.last!) }

  func pushedLead(_ place: Place) -> [[Double]] {
    difference(hits(bestAsked, sizes.last!, place), hits(bestHead, sizes.last!, place))
  }

  /// C07.4
  var pushed: Verdict {
    Verdict(
      test: .superior(PairedDifferences(pushedLead(.known)), margin: 0.03),
      evidence: [
        told("best instruction minus best head", pushedLead(.known)),
        told("the same, other domains", pushedLead(.unseen)),
        told("the same, by hand", pushedLead(.byHand)),
        .init("best instruction", .label(bestAsked.name)),
        .init("best head", .label(bestHead.name)),
      ])
  }
}

/// A mean over seeds and reviews with its interval.
private func told(_ name: String, _ values: [[Double]]) -> Claim.Evidence {
  let estimate = Estimate(values)
  return Claim.Evidence(name, estimate.mean, interval: estimate.interval, .percent(1))
}

import Course

/// The ends of an interval of shares, in points.
func points(_ interval: ClosedRange<Double>) -> String {
  [interval.lowerBound, interval.upperBound]
    .map { ValueFormat.fixed(1).string(for: 100 * $0) }.joined(separator: " … ")
}

extension Findings {
  private func evidence(
    _ name: String, _ found: PairedDifferences, _ format: ValueFormat = .percent(1)
  ) -> Claim.Evidence {
    .init(name, found.mean, interval: found.interval(), format)
  }

  var answersEvidence: [Claim.Evidence] {
    let forms = zip(
      AnswerForm.allCases,
      [
        "answers only − everything, word", "answers only − everything, sentence",
        "answers only − everything, record",
      ])
    return [
      evidence(
        "answers only − everything, exactly right", difference(.answers, .everything, .right))
    ]
      + forms.map { form, name in evidence(name, difference(.answers, .everything, .right, form)) }
      + [
        evidence("answers only − everything, stops", difference(.answers, .everything, .stops)),
        evidence(
          "answers only − everything, nats of the answer",
          difference(.answers, .everything, .nats), .fixed(3)),
        evidence(
          "answers only − prompt 0.1, exactly right", difference(.answers, .weighted, .right)),
        .init("untuned", .percent(untuned(.right).mean, 1)),
        .init("majority", .percent(majority().mean, 1)),
      ]
  }

  var stopEvidence: [Claim.Evidence] {
    [
      evidence("sound − end ignored, stops", difference(.answers, .endIgnored, .stops)),
      .init("untuned, stops", .percent(untuned(.stops).mean, 1)),
      .init("sound, nats of the end token", .fixed(mean(.answers, .endNats), 3)),
      .init("end ignored, nats of the end token", .fixed(mean(.endIgnored, .endNats), 3)),
      .init("sound, begins right", .percent(mean(.answers, .beginsRight), 1)),
      .init("end ignored, begins right", .percent(mean(.endIgnored, .beginsRight), 1)),
    ]
  }
}

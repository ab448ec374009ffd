import Course

/// What a colleague brings to the meeting.
struct Colleague: Codable {
  let run: ClassifierRun
  let testAccuracy: Double
}

extension Laboratory {
  /// Trains all layers of the pre-trained model as it should be done, or with one thing wrong: with
  /// another pooling, or with the labels moved down by a row.
  func colleague(
    rows: Int, learningRate: Float, pooling: Pooling = .lastToken, movesLabels: Bool = false
  ) throws -> Colleague {
    let seed = plan.seeds[0]
    let arm = Arm(start: .pretrained, part: .all, rows: rows, pooling: pooling)
    // Praise and complaint take turns in the rows of an arm: moved by one, all labels would be wrong.
    var random = SeededRandom(seed: seed, stream: "colleague")
    let samples = random.shuffled(Array(bed.train(seed: seed).prefix(rows)))
    var train = encode(samples)
    if movesLabels {
      train = LabelledRows(
        tokens: train.tokens, labels: train.labels.suffix(1) + train.labels.dropLast())
    }
    let classifier = try classifier(arm, seed: seed)
    let run = try classifier.fit(
      train, validation: encode(bed.validation),
      plan.training(arm, learningRate: learningRate, seed: seed))
    let praise = try classifier.probabilities(encode(bed.test)).map { $0[1] }
    return Colleague(run: run, testAccuracy: bed.hits(praise).mean)
  }
}

func lossChart(_ title: String, _ colleagues: [(name: String, colleague: Colleague)]) -> LineChart {
  LineChart(
    title, x: "step", y: "nats per row",
    colleagues.map { name, colleague in
      Series(
        name,
        colleague.run.curve.compactMap { point in
          point.trainingLoss.map { Point(Double(point.step), $0) }
        })
    }, reference: .horizontal(log(2), "a coin"))
}

func validationChart(
  _ title: String, _ colleagues: [(name: String, colleague: Colleague)]
) -> LineChart {
  LineChart(
    title, x: "step", y: .percent("validation accuracy", from: nil, to: nil),
    colleagues.map { name, colleague in
      Series(name, colleague.run.curve.map { Point(Double($0.step), $0.accuracy) })
    }, reference: .horizontal(0.5, "chance"))
}

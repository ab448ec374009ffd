import Course

/// A colleague's adapters, and what she has measured about them.
struct Colleague: Codable {
  /// Nats a token of world text before the first step: the base, with our adapters, with hers.
  let worldBefore: [Double]
  /// How far the logits after the last word move if every earlier word is another one.
  let movedByWords: [Double]
  /// Training loss and validation accuracy at her looks, and test accuracy in the end.
  let losses: [Double]
  let accuracy: Double
  let ours: Double
}

extension Laboratory {
  /// Adapters whose sum was forgotten, h = σ(h·W^d)·W^u, beside those of the formula; both train with
  /// the rate that validation chose for adapters.
  func colleague(_ formula: Formula, rate: Float) throws -> Colleague {
    try cached("colleague") {
      var hers = formula
      hers.hasSkip = false
      let models = try (0..<3).map { _ in try bed.model(.nano) }
      formula.attach(to: models[1], seed: 1)
      hers.attach(to: models[2], seed: 1)
      let row = Array(exam.sample.ids.prefix(24))
      let other = row.dropLast().map { $0 == row[0] ? row[1] : row[0] } + [row.last!]
      let (_, ours) = try trained(.formula(formula), .nano, rate: rate)
      let (_, trial) = try trained(.formula(hers), .nano, rate: rate)
      return Colleague(
        worldBefore: try models.map { try exam.nats($0).mean },
        movedByWords: try models.map { model in
          try withoutGradients {
            let logits = try [row, other].map { try model.logits(TokenBatch([$0])).rows([23]) }
            return logits[0].largestDifference(from: logits[1])
          }
        },
        losses: trial.looks.map(\.trainingLoss), accuracy: trial.test.accuracy,
        ours: ours.test.accuracy)
    }
  }
}

extension Colleague {
  var table: Table {
    var table = Table(
      "Before the first step",
      columns: [
        .left("model"), .right("nats per token of world text"),
        .right("largest change of a logit by other words"),
      ])
    for (place, name) in ["nano", "nano with our adapters", "nano with hers"].enumerated() {
      table.add(.label(name), .fixed(worldBefore[place], 3), .fixed(movedByWords[place], 3))
    }
    return table
  }
}

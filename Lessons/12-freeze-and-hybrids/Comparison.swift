import Course

/// All methods under one budget.
struct Comparison {
  let outcomes: [Outcome]
  let baselines: Baselines

  subscript(_ name: String) -> Outcome { outcomes.first { $0.name == name }! }

  /// Quality over what is trained.
  var chart: ScatterPlot {
    ScatterPlot(
      "One budget, many methods", x: .log("trained parameters, mean over the steps"),
      y: .percent("test accuracy", from: nil, to: nil),
      Place.allCases.map { place in
        Series(
          place.rawValue,
          outcomes.filter { $0.place == place }.map {
            Estimate($0.hits.paired).point($0.meanTrainable, $0.name)
          })
      }, reference: .horizontal(baselines.words.mean, "bag of words"))
  }

  var table: Table {
    var table = Table(
      "Test accuracy and what it takes",
      columns: [
        .left("method"), .right("accuracy"), .right("95 % interval, in points"), .right("nats"),
        .right("trained"), .right("optimiser state"), .right("training"), .right("rate"),
      ])
    for outcome in outcomes {
      let estimate = Estimate(outcome.hits.paired)
      table.add(
        .label(outcome.name), .percent(estimate.mean, 1), estimate.ends,
        .fixed(outcome.nats.mean, 3), .integer(Int(outcome.meanTrainable.rounded())),
        .number(outcome.meanBytes, .bytes), .number(outcome.stepsPerSecond, .rate("steps")),
        .scientific(outcome.rate, 0))
    }
    func baseline(_ name: Value, _ accuracy: Double, _ ends: Value, _ nats: Value) {
      table.add(name, .percent(accuracy, 1), ends, nats, "–", "–", "–", "–")
    }
    let words = Estimate(baselines.words.paired)
    baseline(
      "base untouched", baselines.untouched.accuracy,
      Estimate(baselines.untouched.hitScores.paired).ends,
      .fixed(baselines.untouched.meanNats, 3))
    baseline("bag of words", words.mean, words.ends, "–")
    baseline("majority", baselines.majority, "–", "–")
    return table
  }

  /// Of the methods that never train everything, the one that is right most often on validation.
  var bestPart: Outcome {
    let parts = outcomes.filter { outcome in outcome.name != "full" && outcome.stages.count == 1 }
    let right = parts.map { $0.trials.map { $0.kept?.accuracy ?? 0 }.mean }
    return parts[right.firstIndex(of: right.max()!)!]
  }

  /// Validation accuracy at each look, the mean over seeds.
  func looksChart(_ names: [String]) -> LineChart {
    LineChart(
      "Look by look", x: "step", y: .percent("validation accuracy", from: nil, to: nil),
      names.map { name in
        let trials = self[name].trials
        let count = trials.map(\.looks.count).min()!
        return Series(
          name,
          (0..<count).map { look in
            Point(
              Double(trials[0].looks[look].step), trials.map { $0.looks[look].accuracy }.mean)
          })
      })
  }

  /// Validation accuracy at the last look minus that after half of the steps.
  func lateGain(_ outcome: Outcome) -> Double {
    outcome.trials.compactMap { trial in
      trial.looks.last.map { $0.accuracy - trial.looks[(trial.looks.count - 1) / 2].accuracy }
    }.mean
  }

  /// How many methods cannot be told from full tuning on the test.
  func alike(_ reference: Outcome) -> Int {
    outcomes.count { other in
      guard other.name != reference.name else { return false }
      return Estimate(difference(other, reference).paired).interval.contains(0)
    }
  }

  /// First minus second over the seeds that both have.
  func difference(_ one: Outcome, _ other: Outcome) -> SeedScores {
    let count = min(one.trials.count, other.trials.count)
    return SeedScores(Array(one.hits.values.prefix(count)))
      - SeedScores(Array(other.hits.values.prefix(count)))
  }

  func nats(_ one: Outcome, minus other: Outcome) -> SeedScores {
    let count = min(one.trials.count, other.trials.count)
    return SeedScores(Array(one.nats.values.prefix(count)))
      - SeedScores(Array(other.nats.values.prefix(count)))
  }
}

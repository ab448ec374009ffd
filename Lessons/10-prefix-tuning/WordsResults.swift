import Course

/// What the words reached, and what the trained vectors have over the best of them.
struct WordsResults {
  let trials: [WordsTrial]

  /// The words and the reading that are right on validation most often; of equal ones the first.
  var chosen: (trial: WordsTrial, reading: Reading) {
    let all = trials.flatMap { trial in Reading.allCases.map { (trial: trial, reading: $0) } }
    let accuracies = all.map { $0.trial.validation[$0.reading]!.mean }
    return all[accuracies.firstIndex(of: accuracies.max()!)!]
  }

  /// On the test questions, of the words that validation chose.
  var hits: SeedScores { SeedScores([chosen.trial.test[chosen.reading]!]) }

  /// The highest of the test accuracies, which nobody may choose by.
  var luckiest: Double {
    trials.flatMap { $0.test.values.map(\.mean) }.max()!
  }

  var table: Table {
    var table = Table(
      "Words in front, the model frozen",
      columns: [
        .left("words"), .right("tokens"), .right("validation, as they are"),
        .right("validation, calibrated"), .right("test, as they are"), .right("test, calibrated"),
      ])
    for trial in trials {
      table.add(
        row: [trial.words.shown, .integer(trial.words.tokens.count)]
          + Reading.allCases.map { .percent(trial.validation[$0]!.mean, 1) }
          + Reading.allCases.map { .percent(trial.test[$0]!.mean, 1) })
    }
    return table
  }

  func chart(_ trained: SeedScores, chance: Double) -> BarChart {
    BarChart(
      "Words and vectors in the same place", value: .percent("test accuracy"),
      [
        SeedScores([trials[0].test[.plain]!]).bar("nothing"),
        hits.bar("the best words"), trained.bar("trained vectors"),
      ], direction: .horizontal, reference: Reference(chance, "chance"))
  }

  /// C10.2
  func evidence(_ trained: SeedScores) -> [Claim.Evidence] {
    let rest = SeedScores([trials[0].test[.plain]!])
    return [
      told("trained vectors minus the best words", trained - hits),
      told("the best words minus nothing", hits - rest),
      .init("the best words", chosen.trial.words.shown),
      .init("their tokens", .integer(chosen.trial.words.tokens.count)),
      .init("scores", .label(chosen.reading.rawValue)),
    ]
  }
}

extension LeadingWords {
  /// The text, or what stands for it.
  var shown: Value {
    switch answered {
    case 0: text.isEmpty ? "nothing" : .text(text)
    case 2: "two questions with answers"
    case 4: "four questions with answers"
    default: "six questions with answers"
    }
  }

  /// The same within a sentence.
  var quoted: Value {
    answered == 0 && !text.isEmpty ? .text("“\(text)”") : shown
  }
}

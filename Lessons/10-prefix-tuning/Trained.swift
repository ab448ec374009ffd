import Course

/// A form of the prefix on `mini`: before training, after it, and where the heads look.
struct FormResult {
  /// Before any step, of the first seed.
  struct Untrained: Codable {
    let validation: Judgement
    let shares: Shares
  }

  let form: Form
  let untrained: Untrained
  let sweep: TuningSweep
  /// After training, one for each seed.
  let shares: [Shares]
}

extension TuningBed {
  func result(
    _ form: Form, length: Int, _ budget: Budget, questions: Int
  ) throws -> FormResult {
    let plan = budget.plan(.mini, form.grid)
    let untrained = try cached("mini \(form.rawValue), untrained") {
      let model = try model(.mini)
      try attachPrefix(form, length, to: model, seed: plan.seeds[0])
      return FormResult.Untrained(
        validation: try judge(model, validation),
        shares: try prefixShares(model, length: length, questions: questions))
    }
    let (sweep, shares) = try sweep(prefixArm(form, length, .mini), plan) { model, _ in
      try prefixShares(model, length: length, questions: questions)
    }
    return FormResult(form: form, untrained: untrained, sweep: sweep, shares: shares)
  }

  /// Whether bags of words, one for each kind of question, are right on each test question.
  func bagHits(_ rows: Int, seeds: [UInt64]) throws -> SeedScores {
    SeedScores(
      try seeds.map { seed in
        let training = try training(rows, seed: seed)
        var hits = test.map { _ in 0.0 }
        for family in families {
          func labelled(_ questions: [ClassQuestion]) -> [(text: String, label: Int)] {
            questions.filter { $0.family == family }.map { ($0.text, $0.answer) }
          }
          let bag = BagOfWords.tuned(
            labelled(training), validation: labelled(validation),
            classes: family.classAnswers.count)
          let places = test.indices.filter { test[$0].family == family }
          let found = bag.probabilities(places.map { test[$0].text })
          for (place, p) in zip(places, found) {
            hits[place] = p.firstIndex(of: p.max()!) == test[place].answer ? 1 : 0
          }
        }
        return hits
      })
  }

  /// The same for whoever always gives the answer that is most frequent in training; of equally
  /// frequent ones the first.
  func majorityHits(_ rows: Int, seeds: [UInt64]) throws -> SeedScores {
    SeedScores(
      try seeds.map { seed in
        let training = try training(rows, seed: seed)
        return test.map { question in
          let counts = question.family.classAnswers.indices.map { answer in
            training.count { $0.family == question.family && $0.answer == answer }
          }
          return counts.firstIndex(of: counts.max()!) == question.answer ? 1 : 0
        }
      })
  }
}

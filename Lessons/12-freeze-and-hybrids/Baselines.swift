import Course

extension TuningBed {
  /// Whether bags of words, one for each family and tuned on a seed's questions, are right on each
  /// test question.
  func bagsOfWords(_ rows: Int, seed: UInt64) throws -> [Bool] {
    let questions = try training(rows, seed: seed)
    var hits = [Bool](repeating: false, count: test.count)
    for family in families {
      func pairs(_ questions: [ClassQuestion]) -> [(text: String, label: Int)] {
        questions.filter { $0.family == family }.map { ($0.text, $0.answer) }
      }
      let words = BagOfWords.tuned(
        pairs(questions), validation: pairs(validation), classes: family.classAnswers.count)
      let places = test.indices.filter { test[$0].family == family }
      for (place, p) in zip(places, words.probabilities(places.map { test[$0].text })) {
        hits[place] = p.firstIndex(of: p.max()!)! == test[place].answer
      }
    }
    return hits
  }
}

/// What needs no tuning of a language model.
struct Baselines {
  let untouched: Judgement
  let majority: Double
  let words: SeedScores

  init(_ bed: TuningBed, _ plan: TuningPlan) throws {
    untouched = try bed.judge(bed.model(.nano))
    majority = try bed.majority(plan.rows, seed: plan.seeds[0])
    words = SeedScores(
      try cached("bags of words") {
        try plan.seeds.map { try bed.bagsOfWords(plan.rows, seed: $0).map { $0 ? 1 : 0 } }
      })
  }
}

/// A question of each family as it is asked, and how many there are.
func questionTable(_ bed: TuningBed, _ plan: TuningPlan) throws -> Table {
  var table = Table(
    "Questions",
    columns: [
      .left("text"), .left("answers"), .left("right"), .right("to learn from"),
      .right("in the test"),
    ])
  let learned = try bed.training(plan.rows, seed: plan.seeds[0])
  for family in bed.families {
    let mine = bed.test.filter { $0.family == family }
    table.add(
      .text(mine[0].text.replacing("\n", with: " ⏎ ")),
      .text(family.classAnswers.joined(separator: " / ")),
      .text(family.classAnswers[mine[0].answer]), .integer(learned.count { $0.family == family }),
      .integer(mine.count))
  }
  return table
}

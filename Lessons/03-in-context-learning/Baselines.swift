import Course

/// How often a bag of words, trained on examples, is right on the test reviews.
struct BagAccuracies: Codable {
  struct Same: Codable {
    let count: Int
    let accuracy: Double
  }

  /// Trained on the very examples of the prompts, for the numbers that hold both moods.
  let same: [Same]
  /// Trained on 128 rows of the pool.
  let many: Double
}

func bagAccuracies(
  _ draws: [ShotDraw], counts: [Int], pool: [Row], validation: [Row], test: [Row]
) -> BagAccuracies {
  func labelled(_ rows: some Sequence<Row>) -> [(text: String, label: Int)] {
    rows.map { ($0.text, $0.isPositive ? 1 : 0) }
  }
  func accuracy(_ training: some Sequence<Row>) -> Double {
    let bag = BagOfWords.tuned(labelled(training), validation: labelled(validation), classes: 2)
    return zip(bag.probabilities(test.map(\.text)), test).map {
      ($0[1] > $0[0]) == $1.isPositive ? 1 : 0
    }.mean
  }
  return BagAccuracies(
    same: counts.filter { $0 > 1 }.map { count in
      .init(count: count, accuracy: draws.map { accuracy($0.rows.prefix(count)) }.mean)
    },
    many: accuracy(pool.prefix(128)))
}

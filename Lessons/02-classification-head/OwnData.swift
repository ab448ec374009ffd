import Course

/// The texts of a reader's file, cut by a seed into rows to learn from, to choose by and to be
/// judged on: three, one and one of five.
struct OwnData {
  typealias Row = (text: String, label: Int)
  let classes: [String]
  let train, validation, test: [Row]

  /// Uses up to 2,000 rows. Throws `LabelledFileError` or `TooFewRows`.
  init(_ data: ChosenData, seed: UInt64) throws {
    let file = try LabelledFile(data.file, text: data.textColumn, label: data.labelColumn)
    guard file.rows.count >= 10 else { throw TooFewRows(file: data.file, count: file.rows.count) }
    var random = SeededRandom(seed: seed, stream: "own data")
    let rows = random.sample(2000, from: file.rows)
    let (first, second) = (rows.count * 3 / 5, rows.count * 4 / 5)
    classes = file.classes
    train = Array(rows[..<first])
    validation = Array(rows[first..<second])
    test = Array(rows[second...])
  }

  /// The probabilities of the classes of each test row, from a pre-trained model of which a part is
  /// tuned. Texts longer than the model's context are cut.
  func probabilities(
    _ laboratory: Laboratory, tuning part: TextClassifier.Part, seed: UInt64
  ) throws -> [[Double]] {
    var random = SeededRandom(seed: seed, stream: "head")
    let classifier = TextClassifier(
      try laboratory.base(.pretrained, seed: seed), classes: classes.count, random: &random)
    func encoded(_ rows: [Row]) throws -> LabelledRows {
      let rows = LabelledRows(
        tokens: rows.map {
          Array(laboratory.tokenizer.encode($0.text).prefix(laboratory.config.contextLength))
        }, labels: rows.map(\.label))
      return part == .head ? try classifier.withFeatures(rows) : rows
    }
    let arm = Arm(start: .pretrained, part: part, rows: train.count)
    let rate = Plan.usualRate(.pretrained, part)
    _ = try classifier.fit(
      encoded(train), validation: encoded(validation),
      laboratory.plan.training(arm, learningRate: rate, seed: seed))
    return try classifier.probabilities(encoded(test))
  }

  /// The same from a bag of words.
  func wordProbabilities() -> [[Double]] {
    BagOfWords.tuned(train, validation: validation, classes: classes.count)
      .probabilities(test.map(\.text))
  }

  /// The same for a guess that every text has the label most frequent in training.
  func majorityProbabilities() -> [[Double]] {
    let counts = classes.indices.map { label in train.count { $0.label == label } }
    let largest = counts.indices.max { counts[$0] < counts[$1] }!
    return test.map { _ in classes.indices.map { $0 == largest ? 1 : 0 } }
  }

  func metrics(_ probabilities: [[Double]]) -> ClassificationMetrics {
    ClassificationMetrics(
      actual: test.map(\.label),
      predicted: probabilities.map { row in row.indices.max { row[$0] < row[$1] }! },
      classes: classes.count)
  }
}

/// A file with too few rows to learn from some and judge on others.
struct TooFewRows: LocalizedError {
  let file: URL
  let count: Int
  var errorDescription: String? { "\(file.path) has \(count) rows, which are too few" }
  var recoverySuggestion: String? { "give a file with at least 10 rows, better some hundred" }
}

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

/// Accuracy and macro-F1 of each arm on a reader's file, means over seeds.
func ownTable(_ data: ChosenData, _ laboratory: Laboratory, _ plan: Plan) throws -> Table {
  var table = Table(
    "Your texts",
    columns: [
      .left("arm"), .right("classes"), .right("training rows"), .right("test rows"),
      .right("test accuracy"), .right("macro-F1"),
    ])
  let splits = try plan.seeds.map { try OwnData(data, seed: $0) }
  for name in ["pre-trained, all layers", "pre-trained, head only", "bag of words", "majority"] {
    let metrics = try zip(splits, plan.seeds).map { own, seed in
      own.metrics(
        try cached("own data, \(name), seed \(seed)") {
          switch name {
          case "pre-trained, all layers":
            try own.probabilities(laboratory, tuning: .all, seed: seed)
          case "pre-trained, head only":
            try own.probabilities(laboratory, tuning: .head, seed: seed)
          case "bag of words": own.wordProbabilities()
          default: own.majorityProbabilities()
          }
        })
    }
    table.add(
      .label(name), .integer(splits[0].classes.count), .integer(splits[0].train.count),
      .integer(splits[0].test.count), .percent(metrics.map(\.accuracy).mean, 1),
      .percent(metrics.map(\.macroF1).mean, 1))
  }
  return table
}

/// A file with too few rows to learn from some and judge on others.
struct TooFewRows: LocalizedError {
  let file: URL
  let count: Int
  var errorDescription: String? { "\(file.path) has \(count) rows, which are too few" }
  var recoverySuggestion: String? { "give a file with at least 10 rows, better some hundred" }
}

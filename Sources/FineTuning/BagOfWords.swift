import Foundation

/// The baseline that a tuned model has to beat: which characters and pairs of characters a text
/// holds, in any order, weighed by logistic regression.
///
///     let words = BagOfWords.tuned(train, validation: validation, classes: 2)
///     let p = words.probabilities(["味道很好"])[0]
///
/// A feature is 1 where the text holds the character or pair, in lower case, and 0 elsewhere;
/// features that no training text holds are ignored. The fit is that of scikit-learn's
/// `LogisticRegression` with C = 1 / strength (C = 2 / strength for two classes, where it keeps one
/// weight a feature and this keeps one for each class). Training is deterministic.
public struct BagOfWords: Sendable {
  /// λ of the penalty λ/2 · ‖W‖², which stands beside the sum of −ln p over the rows.
  public let strength: Double
  private let columns: [String: Int]
  private let regression: LogisticRegression

  /// Trained with one strength.
  public init(_ train: [(text: String, label: Int)], classes: Int, strength: Double) {
    precondition(strength > 0, "a strength lies above 0")
    self = Self.path(train, classes: classes, strengths: [strength])[0]
  }

  /// Trained with each strength; the one kept has the lowest −ln p of the validation rows, and of
  /// equal ones it is the strongest.
  public static func tuned(
    _ train: [(text: String, label: Int)], validation: [(text: String, label: Int)], classes: Int,
    strengths: [Double] = [0.1, 0.3, 1, 3, 10, 30, 100, 300]
  ) -> BagOfWords {
    precondition(!validation.isEmpty, "strengths are chosen on at least one validation row")
    precondition(strengths.allSatisfy { $0 > 0 }, "strengths lie above 0")
    let labels = validation.map(\.label)
    let models = path(train, classes: classes, strengths: strengths.sorted(by: >))
    let losses = models.map { model in
      zip(model.probabilities(validation.map(\.text)), labels).reduce(0) { $0 - log($1.0[$1.1]) }
    }
    return models[losses.indices.min { losses[$0] < losses[$1] }!]
  }

  /// p(class | text), texts × classes.
  public func probabilities(_ texts: [String]) -> [[Double]] {
    texts.map { text in
      regression.probabilities(Self.grams(of: text).compactMap { columns[$0] }.sorted())
    }
  }

  /// One model a strength, each trained on from the one before.
  private static func path(
    _ train: [(text: String, label: Int)], classes: Int, strengths: [Double]
  ) -> [BagOfWords] {
    precondition(!strengths.isEmpty, "training needs a strength")
    let grams = train.map { Self.grams(of: $0.text) }
    let names = Set(grams.joined()).sorted()
    let columns = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let rows = zip(grams, train).map { grams, row in
      LogisticRegression.Row(ones: grams.map { columns[$0]! }.sorted(), label: row.label)
    }
    var regression = LogisticRegression(features: names.count, classes: classes)
    return strengths.map { strength in
      regression.fit(rows, strength: strength)
      return BagOfWords(strength: strength, columns: columns, regression: regression)
    }
  }

  private init(strength: Double, columns: [String: Int], regression: LogisticRegression) {
    self.strength = strength
    self.columns = columns
    self.regression = regression
  }

  /// The different characters of a text and pairs of neighbours.
  private static func grams(of text: String) -> Set<String> {
    let characters = text.lowercased().map(String.init)
    return Set(characters).union(zip(characters, characters.dropFirst()).map { $0 + $1 })
  }
}

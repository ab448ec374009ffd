import Foundation

/// The baseline that a tuned model has to beat: which characters and pairs of characters a text
/// holds, in any order, weighed by logistic regression.
///
///     let words = BagOfWords.tuned(train, validation: validation, classes: 2)
///     let p = words.probabilities(["味道很好"])[0]
///
/// Where a text holds a character or pair, in lower case, the feature is ln((1 + n) / (1 + m)) + 1
/// if m of the n training texts hold it: the rarer, the more. All others are 0, those that no
/// training text holds are left out, and a text's features are scaled to length 1. So they are those
/// of scikit-learn's `TfidfVectorizer(binary=True)`, and the fit is that of its
/// `LogisticRegression` with C = 1 / strength (C = 2 / strength for two classes, where it keeps one
/// weight a feature and this keeps one for each class). Training is deterministic.
public struct BagOfWords: Sendable {
  /// λ of the penalty λ/2 · ‖W‖², which stands beside the sum of −ln p over the rows.
  public let strength: Double
  private let features: GramFeatures
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
    strengths: [Double] = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
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
    texts.map { regression.probabilities(features.of($0)) }
  }

  /// One model a strength, each trained on from the one before.
  private static func path(
    _ train: [(text: String, label: Int)], classes: Int, strengths: [Double]
  ) -> [BagOfWords] {
    precondition(!strengths.isEmpty, "training needs a strength")
    let features = GramFeatures(of: train.map(\.text))
    let rows = train.map { (features: features.of($0.text), label: $0.label) }
    var regression = LogisticRegression(features: features.count, classes: classes)
    return strengths.map { strength in
      regression.fit(rows, strength: strength)
      return BagOfWords(strength: strength, features: features, regression: regression)
    }
  }

  private init(strength: Double, features: GramFeatures, regression: LogisticRegression) {
    self.strength = strength
    self.features = features
    self.regression = regression
  }
}

/// The characters and pairs that training texts hold, and what each is worth.
private struct GramFeatures: Sendable {
  private let known: [String: (column: Int, value: Double)]

  init(of texts: [String]) {
    var counts: [String: Int] = [:]
    for text in texts { for gram in Self.grams(of: text) { counts[gram, default: 0] += 1 } }
    known = Dictionary(
      uniqueKeysWithValues: counts.sorted { $0.key < $1.key }.enumerated().map { column, gram in
        let rarity = Double(1 + texts.count) / Double(1 + gram.value)
        return (gram.key, (column, log(rarity) + 1))
      })
  }

  var count: Int { known.count }

  func of(_ text: String) -> LogisticRegression.Features {
    let found = Self.grams(of: text).compactMap { known[$0] }.sorted { $0.column < $1.column }
    let length = found.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    return found.map { ($0.column, $0.value / length) }
  }

  /// The different characters of a text and pairs of neighbours.
  private static func grams(of text: String) -> Set<String> {
    let characters = text.lowercased().map(String.init)
    return Set(characters).union(zip(characters, characters.dropFirst()).map { $0 + $1 })
  }
}

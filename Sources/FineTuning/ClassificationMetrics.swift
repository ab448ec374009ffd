import Statistics

/// Scores of a classifier with classes 0 ..< count, from what was there and what was predicted.
public struct ClassificationMetrics: Sendable, Equatable {
  /// Rows of class i that were predicted as class j, at [i][j].
  public let counts: [[Int]]

  public init(actual: [Int], predicted: [Int], classes: Int) {
    precondition(actual.count == predicted.count, "one prediction for each row")
    var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    for (i, j) in zip(actual, predicted) {
      precondition(
        counts.indices.contains(i) && counts.indices.contains(j),
        "class \(i) predicted as \(j) is not in 0 ..< \(classes)")
      counts[i][j] += 1
    }
    self.counts = counts
  }

  /// The share of rows that were predicted right.
  public var accuracy: Double {
    let total = counts.joined().reduce(0, +)
    return total == 0 ? 0 : Double(counts.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(total)
  }

  /// The mean over classes of the share that was found: chance is one half for two classes, however
  /// many rows each has. Classes without a row do not count.
  public var balancedAccuracy: Double {
    counts.indices.compactMap { i in
      let total = counts[i].reduce(0, +)
      return total == 0 ? nil : Double(counts[i][i]) / Double(total)
    }.mean
  }

  /// The mean over classes of the harmonic mean of precision and recall. Classes that neither a
  /// row nor a prediction names do not count, as in scikit-learn's `f1_score`.
  public var macroF1: Double {
    counts.indices.compactMap { i in
      let named = counts[i].reduce(0, +) + counts.reduce(0) { $0 + $1[i] }
      return named == 0 ? nil : Double(2 * counts[i][i]) / Double(named)
    }.mean
  }
}

extension ClassificationMetrics {
  /// How many rows are of a class.
  public func support(of label: Int) -> Int { counts[label].reduce(0, +) }

  /// The share of the rows predicted as a class that are of it; nil where none was predicted.
  public func precision(of label: Int) -> Double? {
    share(of: label, in: counts.reduce(0) { $0 + $1[label] })
  }

  /// The share of the rows of a class that were predicted as it; nil where there is none.
  public func recall(of label: Int) -> Double? {
    share(of: label, in: support(of: label))
  }

  /// The harmonic mean of both; nil for a class that neither a row nor a prediction names.
  public func f1(of label: Int) -> Double? {
    let named = support(of: label) + counts.reduce(0) { $0 + $1[label] }
    return named == 0 ? nil : Double(2 * counts[label][label]) / Double(named)
  }

  private func share(of label: Int, in total: Int) -> Double? {
    total == 0 ? nil : Double(counts[label][label]) / Double(total)
  }
}

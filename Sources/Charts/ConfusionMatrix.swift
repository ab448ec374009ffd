/// What was there against what was predicted: each cell has its count and its share of the row,
/// and the share is its colour.
///
///     ConfusionMatrix("Sentiment", classes: ["negative", "positive"], counts: [[45, 5], [3, 47]])
public struct ConfusionMatrix: DrawnChart, Equatable {
  public var title: String
  public var classes: [String]
  /// actual × predicted
  public var counts: [[Int]]
  public var actual: String
  public var predicted: String

  public init(
    _ title: String, classes: [String], counts: [[Int]], actual: String = "actual",
    predicted: String = "predicted"
  ) {
    self.title = title
    self.classes = classes
    self.counts = counts
    self.actual = actual
    self.predicted = predicted
  }

  public func translated(by translate: (String) throws -> String) rethrows -> ConfusionMatrix {
    ConfusionMatrix(
      try translation(of: title, by: translate),
      classes: try classes.map { try translation(of: $0, by: translate) }, counts: counts,
      actual: try translation(of: actual, by: translate),
      predicted: try translation(of: predicted, by: translate))
  }

  /// The share of each row's total, actual × predicted; zero in a row without any count.
  public var shares: [[Double]] {
    counts.map { row in
      let total = row.reduce(0, +)
      return row.map { total == 0 ? 0 : Double($0) / Double(total) }
    }
  }

  private var isSquare: Bool {
    counts.count == classes.count && counts.allSatisfy { $0.count == classes.count }
  }

  public var summary: String {
    let rows = isSquare ? classes.indices : 0..<0
    let parts = rows.map { index in
      let share = Axis.percent("").text(shares[index][index])
      return "\(classes[index]) \(counts[index][index])/\(counts[index].reduce(0, +)) (\(share))"
    }
    return summaryLine(title, "\(predicted) = \(actual)", parts)
  }

  package func table() -> Table {
    var table = Table(header: ["actual", "predicted", "count", "share"])
    for (row, actual) in classes.enumerated() {
      for (column, predicted) in classes.enumerated() {
        table.rows.append([
          .text(actual), .text(predicted), .number(Double(counts[row][column])),
          .number(shares[row][column]),
        ])
      }
    }
    return table
  }

  package func sketch() throws -> Sketch {
    guard !classes.isEmpty else { throw ChartError.empty(chart: title, series: nil) }
    guard isSquare else {
      throw ChartError.inconsistent(
        chart: title, series: actual,
        reason: "does not have \(classes.count) × \(classes.count) counts")
    }
    for (name, row) in zip(classes, counts) where row.contains(where: { $0 < 0 }) {
      throw ChartError.inconsistent(chart: title, series: name, reason: "has a negative count")
    }
    let colours = try Ruler(.percent(""), values: [], reach: .exact, chart: title)
    let texts = zip(counts, shares).map { counts, shares in
      zip(counts, shares).map {
        [readable(Double($0)), readable(($1 * 1000).rounded() / 10) + "%"]
      }
    }
    let grid = CellGrid(
      rows: classes, columns: classes, x: predicted, y: actual, values: shares, colours: colours,
      texts: texts, hasColourBar: false)
    return grid.sketch(title: title)
  }
}

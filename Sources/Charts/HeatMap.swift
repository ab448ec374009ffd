/// Numbers in rows and columns as colours: attention, or a loss surface.
///
///     HeatMap("Loss by learning rate and batch", rows: ["1e-4", "1e-3"], columns: ["8", "32"],
///       values: [[2.1, 2.4], [1.7, 1.9]], x: "batch size", y: "learning rate", value: "loss")
public struct HeatMap: DrawnChart, Equatable {
  public var title: String
  public var rows: [String]
  public var columns: [String]
  /// rows × columns
  public var values: [[Double]]
  /// What the columns and the rows are.
  public var x: String
  public var y: String
  /// What the colours mean; its ends are those of the colour bar.
  public var value: Axis
  /// Whether each cell has its number in it, if the cells are large enough.
  public var isLabelled: Bool

  public init(
    _ title: String, rows: [String], columns: [String], values: [[Double]], x: String, y: String,
    value: Axis, isLabelled: Bool = true
  ) {
    self.title = title
    self.rows = rows
    self.columns = columns
    self.values = values
    self.x = x
    self.y = y
    self.value = value
    self.isLabelled = isLabelled
  }

  public func translated(by translate: (String) throws -> String) rethrows -> HeatMap {
    HeatMap(
      try translation(of: title, by: translate),
      rows: try rows.map { try translation(of: $0, by: translate) },
      columns: try columns.map { try translation(of: $0, by: translate) }, values: values,
      x: try translation(of: x, by: translate), y: try translation(of: y, by: translate),
      value: try value.translated(by: translate), isLabelled: isLabelled)
  }

  public var summary: String {
    let cells = zip(rows, values).flatMap { row, values in
      zip(columns, values).map { (row: row, column: $0, value: $1) }
    }
    let ends = [cells.min { $0.value < $1.value }, cells.max { $0.value < $1.value }]
    let parts = ends.compactMap { $0 }.map {
      "\(value.text($0.value)) (\($0.row), \($0.column))"
    }
    return summaryLine(
      title, "\(value.label) (\(y), \(x)) \(rows.count) × \(columns.count)",
      [parts.joined(separator: " … ")])
  }

  package func table() -> Table {
    var table = Table(header: ["row", "column", "value"])
    for (row, values) in zip(rows, values) {
      for (column, value) in zip(columns, values) {
        table.rows.append([.text(row), .text(column), .number(value)])
      }
    }
    return table
  }

  package func sketch() throws -> Sketch {
    try check()
    let ruler = try Ruler(value, values: values.flatMap { $0 }, reach: .exact, chart: title)
    let texts = value.texts(values.flatMap { $0 })
    let grid = CellGrid(
      rows: rows, columns: columns, x: x, y: y, values: values, colours: ruler,
      texts: isLabelled
        ? rows.indices.map { row in
          columns.indices.map { [texts[row * columns.count + $0]] }
        } : nil, hasColourBar: true)
    return grid.sketch(title: title)
  }

  private func check() throws {
    let checks = Checks(chart: title)
    guard !rows.isEmpty, !columns.isEmpty else {
      throw ChartError.empty(chart: title, series: nil)
    }
    guard values.count == rows.count else {
      throw ChartError.inconsistent(
        chart: title, series: y, reason: "names \(rows.count) rows for \(values.count)")
    }
    for (name, row) in zip(rows, values) {
      guard row.count == columns.count else {
        throw ChartError.inconsistent(
          chart: title, series: name, reason: "has \(row.count) cells in \(columns.count) columns")
      }
      for (index, cell) in row.enumerated() {
        try checks.drawable(cell, on: value, in: name, at: index)
      }
    }
  }
}

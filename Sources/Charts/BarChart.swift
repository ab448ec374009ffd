/// One bar: how long, and from where to where it may be off.
public struct Bar: Sendable, Equatable {
  /// The category the bar stands for.
  public var name: String
  public var value: Double
  /// The ends of the interval around `value`; both or neither.
  public var low: Double?
  public var high: Double?

  public init(_ name: String, _ value: Double, low: Double? = nil, high: Double? = nil) {
    self.name = name
    self.value = value
    self.low = low
    self.high = high
  }
}

/// The bars of one colour, one for each category.
public struct BarSeries: Sendable, Equatable {
  public var name: String
  public var bars: [Bar]

  public init(_ name: String, _ bars: [Bar]) {
    self.name = name
    self.bars = bars
  }
}

/// Bars from zero: side by side or on top of each other, upright or lying. Bars lie down by
/// themselves if the names of the categories have no room under upright ones.
///
///     BarChart("Exact match", value: .percent("exact match"),
///       [Bar("sums", 0.45, low: 0.4, high: 0.5), Bar("translation", 1)])
public struct BarChart: DrawnChart, Equatable {
  public enum Arrangement: Sendable { case grouped, stacked }
  public enum Direction: Sendable { case vertical, horizontal }

  public var title: String
  public var value: Axis
  public var series: [BarSeries]
  public var arrangement: Arrangement
  public var direction: Direction
  public var reference: Reference?

  /// Several series name the same categories in the same order.
  public init(
    _ title: String, value: Axis, _ series: [BarSeries], arrangement: Arrangement = .grouped,
    direction: Direction = .vertical, reference: Reference? = nil
  ) {
    self.title = title
    self.value = value
    self.series = series
    self.arrangement = arrangement
    self.direction = direction
    self.reference = reference
  }

  public init(
    _ title: String, value: Axis, _ bars: [Bar], direction: Direction = .vertical,
    reference: Reference? = nil
  ) {
    self.init(
      title, value: value, [BarSeries("", bars)], direction: direction, reference: reference)
  }

  public func translated(by translate: (String) throws -> String) rethrows -> BarChart {
    BarChart(
      try translation(of: title, by: translate), value: try value.translated(by: translate),
      try series.map { one in
        BarSeries(
          try translation(of: one.name, by: translate),
          try one.bars.map { bar in
            var bar = bar
            bar.name = try translation(of: bar.name, by: translate)
            return bar
          })
      }, arrangement: arrangement, direction: direction,
      reference: try reference.map { try $0.translated(by: translate) })
  }

  public var summary: String {
    let parts = series.map { one in
      let bars = one.bars.map { "\($0.name) \(value.text($0.value))" }.joined(separator: ", ")
      return one.name.isEmpty ? bars : "\(one.name): \(bars)"
    }
    return summaryLine(title, value.label, parts + comparison(with: reference, on: value))
  }

  package func table() -> Table {
    var table = Table(header: ["series", "category", "value", "low", "high"])
    for one in series {
      for bar in one.bars {
        table.rows.append([
          .text(one.name), .text(bar.name), .number(bar.value), .optional(bar.low),
          .optional(bar.high),
        ])
      }
    }
    if let reference {
      table.rows.append([.text(reference.label), .none, .number(reference.value), .none, .none])
    }
    return table
  }

  package func sketch() throws -> Sketch {
    try check()
    return try BarPicture(chart: self).sketch()
  }

  private func check() throws {
    let checks = Checks(chart: title)
    guard let first = series.first else { throw ChartError.empty(chart: title, series: nil) }
    let categories = first.bars.map(\.name)
    for one in series {
      guard !one.bars.isEmpty else { throw ChartError.empty(chart: title, series: one.name) }
      guard one.bars.map(\.name) == categories else {
        throw ChartError.inconsistent(
          chart: title, series: one.name, reason: "has other categories than “\(first.name)”")
      }
      for (index, bar) in one.bars.enumerated() {
        try checks.drawable(bar.value, on: value, in: one.name, at: index)
        try checks.interval(
          bar.low, bar.high, around: bar.value, on: value, in: one.name, at: index)
        let stacks = value.scale == .linear && bar.value >= 0 && bar.low == nil
        guard arrangement == .grouped || stacks else {
          throw ChartError.inconsistent(
            chart: title, series: one.name,
            reason: "cannot be stacked: it needs a linear axis, values ≥ 0 and no intervals")
        }
      }
    }
    if let reference {
      try checks.drawable(reference.value, on: value, in: reference.label, at: 0)
    }
  }
}

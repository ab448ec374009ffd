/// Lines over a numeric axis: curves of a training run, quality over the number of rows.
///
///     LineChart("Training loss", x: "step", y: "nats per token",
///       [Series("mini", points)], reference: .horizontal(4.6, "chance"))
public struct LineChart: DrawnChart, Equatable {
  public enum Intervals: Sendable { case band, bars }

  public var title: String
  public var x: Axis
  public var y: Axis
  public var series: [Series]
  public var reference: Reference?
  public var markers: [Marker]
  public var intervals: Intervals

  public init(
    _ title: String, x: Axis, y: Axis, _ series: [Series], reference: Reference? = nil,
    markers: [Marker] = [], intervals: Intervals = .band
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.reference = reference
    self.markers = markers
    self.intervals = intervals
  }

  public func translated(by translate: (String) throws -> String) rethrows -> LineChart {
    LineChart(
      try translation(of: title, by: translate), x: try x.translated(by: translate),
      y: try y.translated(by: translate), try series.map { try $0.translated(by: translate) },
      reference: try reference.map { try $0.translated(by: translate) },
      markers: try markers.map { try $0.translated(by: translate) }, intervals: intervals)
  }

  public var summary: String {
    let lines = series.map { one in
      let ends = [one.points.first, one.points.count > 1 ? one.points.last : nil]
      let values = ends.compactMap { $0 }.map { "\(y.text($0.y)) (\(x.text($0.x)))" }
      return "\(one.name) \(values.joined(separator: " → "))"
    }
    return summaryLine(
      title, "\(y.label) / \(x.label)", lines + comparison(with: reference, on: y))
  }

  package func table() -> Table {
    pointTable(series, reference: reference, markers: markers)
  }

  package func sketch() throws -> Sketch {
    let checks = Checks(chart: title)
    try checks.points(series, x: x, y: y)
    try checks.references(reference, on: y, markers, on: x)
    let places = series.flatMap { $0.points.map(\.x) }
    let xRuler = try Ruler(
      x, values: places + markers.map(\.x), reach: .padded, places: places, chart: title)
    let yRuler = try Ruler(y, measuring: series, against: reference, chart: title)

    var sketch = Sketch(title: title)
    let ends = EndLabels(series: series, reference: reference)
    if !ends.fit { sketch.key(keyEntries) }
    let frame = sketch.frame(
      x: xRuler, y: yRuler, rightMargin: ends.fit ? ends.margin : Sketch.margin + 12,
      markers: markers)
    switch intervals {
    case .band: drawBands(on: &sketch)
    case .bars: sketch.drawWhiskers(of: series)
    }
    sketch.draw(reference, in: frame)
    sketch.draw(markers, in: frame)
    drawLines(on: &sketch)
    if ends.fit {
      ends.draw(on: &sketch, in: frame)
    } else {
      sketch.name(reference, in: frame)
    }
    sketch.labelPoints(of: series, beside: reference, in: frame)
    return sketch
  }

  private var keyEntries: [KeyEntry] {
    series.enumerated().map { KeyEntry(sample: .line(Strokes(index: $0)), name: $1.name) }
  }

  private func drawBands(on sketch: inout Sketch) {
    for (index, one) in series.enumerated() {
      let rows = one.intervals
      guard rows.count > 1 else {
        // A single point has no area.
        sketch.drawWhiskers(of: one, number: index)
        continue
      }
      let block = sketch.block("interval\(index + 1)", rows)
      sketch.layer(
        "\(block) using 1:3:4 with filledcurves \(Strokes(index: index).colour)"
          + " fillstyle transparent solid 0.18 noborder")
    }
  }

  private func drawLines(on sketch: inout Sketch) {
    for (index, one) in series.enumerated() {
      let block = sketch.block("series\(index + 1)", one.points.map { [$0.x, $0.y] })
      let strokes = Strokes(index: index)
      // A marker at each of a thousand steps would be a smear.
      let every = one.points.count > 30 ? " pointinterval \(one.points.count / 8)" : ""
      sketch.layer("\(block) using 1:2 with linespoints \(strokes.line) \(strokes.shape)\(every)")
    }
  }
}

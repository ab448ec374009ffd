/// The values whose distribution is drawn, under one name.
public struct Sample: Sendable, Equatable {
  public var name: String
  public var values: [Double]

  public init(_ name: String, _ values: [Double]) {
    self.name = name
    self.values = values
  }
}

/// How many values fall where. The bins are the same for all samples.
///
///     Histogram("Length of the answers", x: "tokens", y: "rows", lengths)
public struct Histogram: DrawnChart, Equatable {
  public var title: String
  public var x: Axis
  public var y: Axis
  public var samples: [Sample]
  public var bins: Int?
  public var markers: [Marker]

  /// `bins` nil leaves the choice to ``binEdges``.
  public init(
    _ title: String, x: Axis, y: Axis, _ samples: [Sample], bins: Int? = nil,
    markers: [Marker] = []
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.samples = samples
    self.bins = bins
    self.markers = markers
  }

  public init(
    _ title: String, x: Axis, y: Axis, _ values: [Double], bins: Int? = nil,
    markers: [Marker] = []
  ) {
    self.init(title, x: x, y: y, [Sample("", values)], bins: bins, markers: markers)
  }

  public func translated(by translate: (String) throws -> String) rethrows -> Histogram {
    Histogram(
      try translation(of: title, by: translate), x: try x.translated(by: translate),
      y: try y.translated(by: translate),
      try samples.map { Sample(try translation(of: $0.name, by: translate), $0.values) },
      bins: bins, markers: try markers.map { try $0.translated(by: translate) })
  }

  /// Edges of the bins, one more than there are bins. A bin holds its lower edge and not its upper
  /// one; the last bin holds both. Whole numbers have their bins around them.
  public var binEdges: [Double] {
    Binning(
      values: samples.flatMap(\.values), logarithmic: x.scale == .logarithmic,
      count: bins.map { max(1, $0) }
    )
    .edges
  }

  /// Values of each sample in each bin: samples × bins.
  public var counts: [[Int]] {
    let edges = binEdges
    return samples.map { sample in
      var counts = [Int](repeating: 0, count: max(0, edges.count - 1))
      for value in sample.values {
        let above = edges.firstIndex { $0 > value } ?? edges.count - 1
        if above > 0 { counts[above - 1] += 1 }
      }
      return counts
    }
  }

  public var summary: String {
    let parts = samples.map { sample in
      let sorted = sample.values.sorted()
      guard let first = sorted.first, let last = sorted.last else { return sample.name }
      let marks = [first, median(of: sorted), last].map { x.text($0) }.joined(separator: " … ")
      return (sample.name.isEmpty ? "" : sample.name + ": ") + "n = \(sorted.count), \(marks)"
    }
    return summaryLine(
      title, "\(y.label) / \(x.label)", parts + markers.map { "\($0.label) \(x.text($0.x))" })
  }

  package func table() -> Table {
    var table = Table(header: ["sample", "from", "to", "count"])
    let edges = binEdges
    for (sample, counts) in zip(samples, counts) {
      for (bin, count) in counts.enumerated() {
        table.rows.append([
          .text(sample.name), .number(edges[bin]), .number(edges[bin + 1]), .number(Double(count)),
        ])
      }
    }
    for marker in markers {
      table.rows.append([.text(marker.label), .number(marker.x), .none, .none])
    }
    return table
  }

  package func sketch() throws -> Sketch {
    try check()
    let edges = binEdges
    let counts = counts
    let xRuler = try Ruler(
      x, values: edges + markers.map(\.x), reach: .padded, chart: title)
    let yRuler = try Ruler(
      y, values: counts.joined().map(Double.init), reach: .fromZero, chart: title)
    var sketch = Sketch(title: title)
    sketch.key(
      samples.enumerated().map { KeyEntry(sample: .square(Strokes(index: $0)), name: $1.name) })
    let frame = sketch.frame(x: xRuler, y: yRuler, markers: markers)
    for (index, counts) in counts.enumerated() {
      let rows = counts.indices.map { [edges[$0], edges[$0 + 1], Double(counts[$0])] }
      let block = sketch.block("sample\(index + 1)", rows)
      let strokes = Strokes(index: index)
      let fill = samples.count == 1 ? "solid 0.85" : "transparent solid 0.4"
      sketch.layer(
        "\(block) using 1:3:1:2:(0):3 with boxxyerror \(strokes.colour)"
          + " fillstyle \(fill) border \(strokes.linetype)")
    }
    sketch.draw(markers, in: frame)
    return sketch
  }

  private func check() throws {
    let checks = Checks(chart: title)
    guard !samples.isEmpty else { throw ChartError.empty(chart: title, series: nil) }
    for sample in samples {
      guard !sample.values.isEmpty else {
        throw ChartError.empty(chart: title, series: sample.name)
      }
      for (index, value) in sample.values.enumerated() {
        try checks.drawable(value, on: x, in: sample.name, at: index)
      }
    }
    try checks.references(nil, on: y, markers, on: x)
    guard y.scale == .linear else { throw ChartError.badAxis(chart: title, axis: y.label) }
    guard bins ?? 1 > 0 else {
      throw ChartError.inconsistent(chart: title, series: x.label, reason: "has no bins")
    }
  }
}

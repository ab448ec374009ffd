/// Points in groups, each point with a name where it has one: what a method costs and what it gives.
///
///     ScatterPlot("Quality and cost", x: .log("trainable parameters"), y: .percent("exact match"),
///       [Series("LoRA", [Point(12_288, 0.81, label: "r = 4")])])
public struct ScatterPlot: DrawnChart, Equatable {
  public var title: String
  public var x: Axis
  public var y: Axis
  public var groups: [Series]
  public var reference: Reference?

  public init(
    _ title: String, x: Axis, y: Axis, _ groups: [Series], reference: Reference? = nil
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.groups = groups
    self.reference = reference
  }

  public func translated(by translate: (String) throws -> String) rethrows -> ScatterPlot {
    ScatterPlot(
      try translation(of: title, by: translate), x: try x.translated(by: translate),
      y: try y.translated(by: translate), try groups.map { try $0.translated(by: translate) },
      reference: try reference.map { try $0.translated(by: translate) })
  }

  public var summary: String {
    let parts = groups.map { group in
      let named = group.points.filter { !$0.label.isEmpty }.map {
        "\($0.label) \(y.text($0.y)) (\(x.text($0.x)))"
      }
      let ends = [
        y.text(group.points.map(\.y).min() ?? .nan), y.text(group.points.map(\.y).max() ?? .nan),
      ]
      let what =
        named.count == group.points.count
        ? named.joined(separator: ", ")
        : "n = \(group.points.count), \(ends.joined(separator: " … "))"
      return group.name.isEmpty ? what : "\(group.name): \(what)"
    }
    return summaryLine(
      title, "\(y.label) / \(x.label)", parts + comparison(with: reference, on: y))
  }

  package func table() -> Table { pointTable(groups, reference: reference, markers: []) }

  package func sketch() throws -> Sketch {
    let checks = Checks(chart: title)
    try checks.points(groups, x: x, y: y)
    try checks.references(reference, on: y, [], on: x)
    let places = groups.flatMap { $0.points.map(\.x) }
    let xRuler = try Ruler(x, values: places, reach: .padded, chart: title)
    let yRuler = try Ruler(y, measuring: groups, against: reference, chart: title)

    var sketch = Sketch(title: title)
    sketch.key(
      groups.enumerated().map { KeyEntry(sample: .marker(Strokes(index: $0)), name: $1.name) })
    let frame = sketch.frame(x: xRuler, y: yRuler)
    sketch.draw(reference, in: frame)
    sketch.drawWhiskers(of: groups)
    for (index, group) in groups.enumerated() {
      let block = sketch.block("group\(index + 1)", group.points.map { [$0.x, $0.y] })
      sketch.layer("\(block) using 1:2 with points \(Strokes(index: index).marker)")
    }
    sketch.name(reference, in: frame)
    sketch.labelPoints(of: groups, beside: reference, in: frame)
    return sketch
  }
}

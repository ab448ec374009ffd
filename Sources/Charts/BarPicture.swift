/// Lays a bar chart out. `along` is the direction in which bars grow, `across` the other.
struct BarPicture {
  let chart: BarChart
  let ruler: Ruler
  let lying: Bool
  let categories: [String]

  /// The share of a category's room that its bars fill.
  private static let fill = 0.76

  init(chart: BarChart) throws {
    self.chart = chart
    let categories = chart.series.first?.bars.map(\.name) ?? []
    self.categories = categories
    let room = 0.8 * Sketch.width / Double(max(1, categories.count)) - 8
    lying =
      chart.direction == .horizontal
      || categories.map { wrapped($0, limit: room) }
        .contains { $0.count > 3 || $0.contains { width(of: $0) > room } }
    var values = chart.series.flatMap { $0.bars.flatMap { [$0.value, $0.low, $0.high] } }
    if chart.arrangement == .stacked {
      values = categories.indices.map { index in
        chart.series.reduce(0) { $0 + $1.bars[index].value }
      }
    }
    values.append(chart.reference?.value)
    let numbers = values.compactMap { $0 }
    if let least = numbers.min(), least < 0 {
      // The number written under the longest bar needs room too.
      values.append(least - 0.08 * (max(0, numbers.max() ?? 0) - least))
    }
    ruler = try Ruler(
      chart.value, values: values.compactMap { $0 }, reach: .fromZero, chart: chart.title)
  }

  private var barsSideBySide: Int { chart.arrangement == .stacked ? 1 : chart.series.count }
  var thickness: Double { Self.fill / Double(barsSideBySide) }

  /// The middle of a bar; category number i has the room from i − 0.5 to i + 0.5.
  func middle(series: Int, category: Int) -> Double {
    guard barsSideBySide > 1 else { return Double(category) }
    return Double(category) - Self.fill / 2 + (Double(series) + 0.5) * thickness
  }

  func sketch() -> Sketch {
    let room = Double(categories.count * barsSideBySide) * 24 + Double(categories.count) * 12
    var sketch = Sketch(title: chart.title, height: lying ? max(300, room + 150) : 432)
    if chart.series.count > 1 || !(chart.series.first?.name ?? "").isEmpty {
      sketch.key(
        chart.series.enumerated().map {
          KeyEntry(sample: .square(Strokes(index: $0)), name: $1.name)
        })
    }
    let frame = lying ? lyingFrame(on: &sketch) : uprightFrame(on: &sketch)
    drawBars(on: &sketch)
    drawIntervals(on: &sketch)
    drawReference(on: &sketch, in: frame)
    writeValues(on: &sketch, in: frame)
    return sketch
  }

  private func uprightFrame(on sketch: inout Sketch) -> Frame {
    sketch.heading(chart.value.label)
    var frame = Frame(
      left: Sketch.margin + ruler.labelWidth + 10,
      right: Sketch.width - Sketch.margin - referenceMargin, top: sketch.top + 12,
      bottom: sketch.height - Sketch.margin, x: categoryRuler, y: ruler)
    let room = (frame.right - frame.left) / Double(categories.count)
    let lines = categories.map { wrapped($0, limit: room - 8) }
    frame.bottom -= Double(lines.map(\.count).max() ?? 1) * 17 + 6
    for (index, category) in lines.enumerated() {
      for (row, line) in category.enumerated() {
        sketch.text(
          line, x: frame.pixel(x: Double(index)), y: frame.bottom + 15 + Double(row) * 17,
          align: .center)
      }
    }
    finish(frame, across: "x", along: "y", on: &sketch)
    return frame
  }

  private func lyingFrame(on sketch: inout Sketch) -> Frame {
    let limit = 0.36 * Sketch.width
    let lines = categories.map { wrapped($0, limit: limit) }
    let widest = lines.joined().map { width(of: $0) }.max() ?? 0
    let label = chart.value.label
    // The label of a lying reference line stands above the frame.
    if !(chart.reference?.label ?? "").isEmpty { sketch.skip(Sketch.lineHeight) }
    var frame = Frame(
      left: Sketch.margin + widest + 8, right: Sketch.width - Sketch.margin - 40,
      top: sketch.top + 4,
      bottom: sketch.height - Sketch.margin - (label.isEmpty ? 0 : Sketch.lineHeight) - 28,
      x: ruler, y: categoryRuler)
    frame.x.thin(to: frame.right - frame.left)
    for (index, category) in lines.enumerated() {
      let y = frame.pixel(y: Double(index)) - Double(category.count - 1) * 8
      for (row, line) in category.enumerated() {
        sketch.text(line, x: frame.left - 8, y: y + Double(row) * 16, align: .right)
      }
    }
    finish(frame, across: "y", along: "x", on: &sketch)
    sketch.xLabel(label, in: frame)
    return frame
  }

  private func finish(_ frame: Frame, across: String, along: String, on sketch: inout Sketch) {
    sketch.limits(of: frame)
    sketch.set("grid no\(across)tics")
    if ruler.low < 0 {
      sketch.set("border 0")
      sketch.set("\(lying ? "y" : "x")zeroaxis lc rgb 'black' lw 1 dt solid")
    } else {
      sketch.set("border \(lying ? 2 : 1) lc rgb 'black' lw 1")
    }
    sketch.axis(along, lying ? frame.x : frame.y)
    let (first, last) = lying ? (frame.y.low, frame.y.high) : (frame.x.low, frame.x.high)
    sketch.set("\(across)range [\(plain(first)):\(plain(last))]")
    sketch.set("\(across)tics scale 0 nomirror ('' 0)")
  }

  /// Categories go from left to right and from top to bottom.
  private var categoryRuler: Ruler {
    let end = Double(categories.count) - 0.5
    return lying ? Ruler(from: end, to: -0.5) : Ruler(from: -0.5, to: end)
  }

  private var base: Double { ruler.axis.scale == .logarithmic ? ruler.low : max(0, ruler.low) }

  private func drawBars(on sketch: inout Sketch) {
    var bases = [Double](repeating: base, count: categories.count)
    for (index, one) in chart.series.enumerated() {
      let rows = one.bars.enumerated().map { category, bar in
        [middle(series: index, category: category), bar.value, bases[category]]
      }
      let stacked = chart.arrangement == .stacked
      if stacked { for (category, bar) in one.bars.enumerated() { bases[category] += bar.value } }
      let block = sketch.block("bars\(index + 1)", rows)
      let half = plain(thickness * 0.47)
      let end = stacked ? "($3+$2)" : "2"
      let columns =
        lying
        ? "\(end):1:3:\(end):($1-\(half)):($1+\(half))"
        : "1:\(end):($1-\(half)):($1+\(half)):3:\(end)"
      sketch.layer(
        "\(block) using \(columns) with boxxyerror \(Strokes(index: index).colour)"
          + " fillstyle solid noborder")
    }
  }

  private func drawIntervals(on sketch: inout Sketch) {
    for (index, one) in chart.series.enumerated() {
      let rows = one.bars.enumerated().compactMap { category, bar -> [Double]? in
        guard let low = bar.low, let high = bar.high else { return nil }
        return [middle(series: index, category: category), bar.value, low, high]
      }
      guard !rows.isEmpty else { continue }
      let block = sketch.block("interval\(index + 1)", rows)
      let columns = lying ? "3:1:($4-$3):(0)" : "1:3:(0):($4-$3)"
      sketch.layer("\(block) using \(columns) \(Strokes.whisker) \(Strokes.interval)")
    }
  }

  private var referenceMargin: Double {
    guard let reference = chart.reference, !reference.label.isEmpty else { return 0 }
    return width(of: reference.label) + 8
  }

  private func drawReference(on sketch: inout Sketch, in frame: Frame) {
    guard let reference = chart.reference else { return }
    let ends = [-0.5, Double(categories.count) - 0.5]
    let block = sketch.block("reference", ends.map { [$0, reference.value] })
    sketch.layer("\(block) using \(lying ? "2:1" : "1:2") with lines \(Strokes.reference)")
    if lying {
      let half = width(of: reference.label) / 2
      let x = min(frame.pixel(x: reference.value), Sketch.width - Sketch.margin - half)
      sketch.text(reference.label, x: x, y: frame.top - 10, align: .center)
    } else {
      sketch.text(reference.label, x: frame.right + 6, y: frame.pixel(y: reference.value))
    }
  }

}

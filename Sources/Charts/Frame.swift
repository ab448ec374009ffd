/// The rectangle in which the numbers are drawn, in pixels from the top left corner.
struct Frame {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  var x: Ruler
  var y: Ruler

  func pixel(x value: Double) -> Double { left + x.fraction(value) * (right - left) }
  func pixel(y value: Double) -> Double { bottom - y.fraction(value) * (bottom - top) }
}

/// One entry of a key: a piece of line, a marker or a square, and its name.
struct KeyEntry {
  enum Sample { case line(Strokes), marker(Strokes), square(Strokes) }
  let sample: Sample
  let name: String
}

extension Sketch {
  static let lineHeight = 19.0

  /// A key in rows under the title, for charts whose parts cannot be labelled where they are.
  mutating func key(_ entries: [KeyEntry]) {
    let named = entries.filter { !$0.name.isEmpty }
    guard !named.isEmpty else { return }
    let start = Self.margin
    var x = start
    for entry in named {
      let sampleWidth = if case .line = entry.sample { 38.0 } else { 21.0 }
      let advance = sampleWidth + Charts.width(of: entry.name) + 22
      if x > start, x + advance - 22 > Self.width - Self.margin {
        x = start
        skip(Self.lineHeight)
      }
      let y = top + Self.lineHeight / 2
      switch entry.sample {
      case .line(let strokes):
        stroke(from: (x, y), to: (x + 30, y), strokes.line)
        mark(x: x + 15, y: y, strokes.marker)
      case .marker(let strokes): mark(x: x + 6, y: y, strokes.marker)
      case .square(let strokes): mark(x: x + 8, y: y, strokes.square)
      }
      text(entry.name, x: x + sampleWidth, y: y)
      x += advance
    }
    skip(Self.lineHeight + 6)
  }

  /// The frame for two numeric axes. The y axis has its label over it, where it needs no turning;
  /// markers have theirs above the frame.
  mutating func frame(
    x: Ruler, y: Ruler, rightMargin: Double = Sketch.margin + 12, markers: [Marker] = []
  ) -> Frame {
    heading(y.axis.label)
    var frame = Frame(
      left: Self.margin + y.labelWidth + 10, right: Self.width - rightMargin, top: 0,
      bottom: height - Self.margin - (x.axis.label.isEmpty ? 0 : Self.lineHeight) - 28, x: x, y: y)
    frame.x.thin(to: frame.right - frame.left)
    markerLabels(markers, in: frame)
    frame.top = top + 8
    limits(of: frame)
    axis("x", frame.x)
    axis("y", frame.y)
    xLabel(x.axis.label, in: frame)
    return frame
  }

  mutating func heading(_ label: String) {
    guard !label.isEmpty else { return }
    for line in wrapped(label, limit: Self.width - 2 * Self.margin) {
      text(line, x: Self.margin, y: top + Self.lineHeight / 2)
      skip(Self.lineHeight)
    }
  }

  mutating func xLabel(_ label: String, in frame: Frame) {
    guard !label.isEmpty else { return }
    let half = Charts.width(of: label) / 2
    let middle = (frame.left + frame.right) / 2
    let x = max(Self.margin + half, min(middle, Self.width - Self.margin - half))
    text(label, x: x, y: height - Self.margin - 5, align: .center)
  }

  mutating func limits(of frame: Frame) {
    set("lmargin at screen \(share(frame.left / Self.width))")
    set("rmargin at screen \(share(frame.right / Self.width))")
    set("tmargin at screen \(share(1 - frame.top / height))")
    set("bmargin at screen \(share(1 - frame.bottom / height))")
    set("border 1 lc rgb 'black' lw 1")
    set("grid \(Strokes.grid)")
  }

  /// Range, scale and ticks of the axis called `name`.
  mutating func axis(_ name: String, _ ruler: Ruler) {
    if ruler.axis.scale == .logarithmic { set("logscale \(name) 10") }
    set("\(name)range [\(plain(ruler.low)):\(plain(ruler.high))]")
    let ticks = ruler.ticks.map { "\(quotedTick(ruler.text(ofTick: $0))) \(plain($0))" }
    set("\(name)tics scale 0 nomirror (\(ticks.joined(separator: ", ")))")
  }

  /// Labels of vertical markers, in as many rows as it takes to keep them apart.
  private mutating func markerLabels(_ markers: [Marker], in frame: Frame) {
    var ends: [Double] = []
    for marker in markers.sorted(by: { $0.x < $1.x }) where !marker.label.isEmpty {
      let half = Charts.width(of: marker.label, size: Self.smallSize) / 2
      let x = max(
        Self.margin + half, min(frame.pixel(x: marker.x), Self.width - Self.margin - half))
      let row = ends.firstIndex { $0 < x - half - 8 } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = x + half
      text(
        marker.label, x: x, y: top + 8 + Double(row) * 15, align: .center, size: Self.smallSize)
    }
    skip(Double(ends.count) * 15)
  }

  mutating func draw(_ markers: [Marker], in frame: Frame) {
    for (index, marker) in markers.enumerated() {
      let block = block(
        "marker\(index + 1)", [[marker.x, frame.y.low], [marker.x, frame.y.high]])
      layer("\(block) using 1:2 with lines \(Strokes.reference)")
    }
  }

  mutating func draw(_ reference: Reference?, in frame: Frame) {
    guard let reference else { return }
    let block = block(
      "reference", [[frame.x.low, reference.value], [frame.x.high, reference.value]])
    layer("\(block) using 1:2 with lines \(Strokes.reference)")
  }

  /// The label of a reference line, for charts without labels at the right edge.
  mutating func name(_ reference: Reference?, in frame: Frame) {
    guard let reference else { return }
    text(
      reference.label, x: frame.right - 4, y: frame.pixel(y: reference.value) - 9, align: .right)
  }

  mutating func drawWhiskers(of series: [Series]) {
    for (index, one) in series.enumerated() { drawWhiskers(of: one, number: index) }
  }

  mutating func drawWhiskers(of series: Series, number index: Int) {
    guard !series.intervals.isEmpty else { return }
    let block = block("interval\(index + 1)", series.intervals)
    layer(
      "\(block) using 1:3:(0):($4-$3) \(Strokes.whisker) \(Strokes(index: index).colour) lw 1.6")
  }
}

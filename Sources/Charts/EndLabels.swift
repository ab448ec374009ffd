/// Names written where the lines end, pushed apart until none covers another.
package struct EndLabels {
  private struct Label {
    let text: String
    let x: Double
    let y: Double
    /// nil for the reference line, which reaches the frame's edge by itself.
    let strokes: Strokes?
  }

  private let labels: [Label]
  private static let leader = 22.0

  init(series: [Series], reference: Reference?) {
    var labels = series.enumerated().compactMap { index, one -> Label? in
      guard let last = one.points.max(by: { $0.x < $1.x }), !one.name.isEmpty else { return nil }
      return Label(text: one.name, x: last.x, y: last.y, strokes: Strokes(index: index))
    }
    if let reference, !reference.label.isEmpty {
      labels.append(Label(text: reference.label, x: .infinity, y: reference.value, strokes: nil))
    }
    self.labels = labels
  }

  private var textWidth: Double { labels.map { Charts.width(of: $0.text) }.max() ?? 0 }

  /// Whether the labels leave enough of the picture to the lines.
  var fit: Bool { labels.count <= 9 && textWidth <= 0.3 * Sketch.width }

  var margin: Double {
    labels.isEmpty ? Sketch.margin + 12 : Self.leader + textWidth + Sketch.margin + 4
  }

  func draw(on sketch: inout Sketch, in frame: Frame) {
    let sorted = labels.sorted { frame.pixel(y: $0.y) < frame.pixel(y: $1.y) }
    let heights = Self.spread(
      sorted.map { frame.pixel(y: $0.y) }, apart: Sketch.lineHeight - 2,
      within: frame.top...frame.bottom)
    for (label, y) in zip(sorted, heights) {
      // A line that the axis cuts off leaves through the frame's edge.
      let leaves = max(frame.top, min(frame.pixel(y: label.y), frame.bottom))
      let end = frame.right + Self.leader - 4
      if let strokes = label.strokes {
        let start = min(frame.pixel(x: label.x), frame.right)
        // A solid leader from a line that ends early would look like more of that line.
        let dash = frame.right - start > 24 ? "(2,4)" : "solid"
        sketch.stroke(
          from: (start, leaves), to: (end, y), "\(strokes.colour) lw 1.3 dt \(dash)")
      } else {
        sketch.stroke(
          from: (frame.right, leaves), to: (end, y), "lc rgb 'black' lw 1")
      }
      sketch.text(label.text, x: frame.right + Self.leader, y: y)
    }
  }

  /// Moves sorted positions as little as need be (pool adjacent violators) so that neighbours are
  /// at least `apart` from each other and all lie within the limits, if there is room.
  package static func spread(
    _ positions: [Double], apart: Double, within limits: ClosedRange<Double>
  ) -> [Double] {
    var groups: [(sum: Double, count: Int)] = []
    for (index, position) in positions.enumerated() {
      groups.append((position - Double(index) * apart, 1))
      while groups.count > 1,
        groups[groups.count - 2].sum / Double(groups[groups.count - 2].count)
          > groups[groups.count - 1].sum / Double(groups[groups.count - 1].count)
      {
        let last = groups.removeLast()
        groups[groups.count - 1].sum += last.sum
        groups[groups.count - 1].count += last.count
      }
    }
    let lowest = limits.lowerBound
    let highest = limits.upperBound - Double(max(0, positions.count - 1)) * apart
    return groups.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
      .enumerated().map { max(lowest, min($1, highest)) + Double($0) * apart }
  }
}

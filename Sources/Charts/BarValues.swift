extension BarPicture {
  /// Writes the bars' values beyond their ends, or inside them if stacked; all where all fit.
  func writeValues(on sketch: inout Sketch, in frame: Frame) {
    let length = lying ? frame.bottom - frame.top : frame.right - frame.left
    let thick = thickness * length / Double(categories.count)
    let widest = texts.joined().map { width(of: $0, size: 1) }.max() ?? 0
    let sizes = [Sketch.smallSize, 10]
    guard let size = sizes.first(where: { (lying ? $0 : widest * $0) + 1 <= thick }) else { return }
    switch chart.arrangement {
    case .grouped: writeBeyond(size, on: &sketch, in: frame)
    case .stacked: writeInside(size, on: &sketch, in: frame)
    }
  }

  /// series × categories
  private var texts: [[String]] {
    let all = chart.value.texts(chart.series.flatMap { $0.bars.map(\.value) })
    return chart.series.indices.map { series in
      categories.indices.map { all[series * categories.count + $0] }
    }
  }

  private func writeBeyond(_ size: Double, on sketch: inout Sketch, in frame: Frame) {
    let texts = texts
    for (index, one) in chart.series.enumerated() {
      for (category, bar) in one.bars.enumerated() {
        let text = texts[index][category]
        let across = middle(series: index, category: category)
        let side: Double = bar.value < 0 ? -1 : 1
        // An interval may reach beyond an axis with an end of its own; the number may not.
        let tip = side < 0 ? bar.low ?? bar.value : bar.high ?? bar.value
        let end = min(max(tip, ruler.low), ruler.high)
        let line = chart.reference?.value
        if lying {
          let wide = width(of: text, size: size)
          var x = frame.pixel(x: end) + 5 * side
          if let line = line.map(frame.pixel(x:)), abs(x + side * wide / 2 - line) < wide / 2 + 4 {
            x = line + 5 * side
          }
          sketch.text(
            text, x: x, y: frame.pixel(y: across), align: side < 0 ? .right : .left, size: size)
        } else {
          var y = frame.pixel(y: end) - 9 * side
          if let line = line.map(frame.pixel(y:)), abs(y - line) < 8 { y = line - 9 * side }
          sketch.text(text, x: frame.pixel(x: across), y: y, align: .center, size: size)
        }
      }
    }
  }

  private func writeInside(_ size: Double, on sketch: inout Sketch, in frame: Frame) {
    var bases = [Double](repeating: 0, count: categories.count)
    let texts = texts
    for (index, one) in chart.series.enumerated() {
      // Not quite black, which would follow the page: the ground here is the bar.
      let colour = Strokes(index: index).wantsLightText ? "#ffffff" : "#101010"
      for (category, bar) in one.bars.enumerated() {
        let text = texts[index][category]
        let (from, to) = (bases[category], bases[category] + bar.value)
        bases[category] = to
        let (middle, across) = ((from + to) / 2, Double(category))
        let length =
          lying
          ? frame.pixel(x: to) - frame.pixel(x: from) : frame.pixel(y: from) - frame.pixel(y: to)
        guard length > (lying ? width(of: text, size: size) + 4 : size + 2) else { continue }
        sketch.text(
          text, x: frame.pixel(x: lying ? middle : across),
          y: frame.pixel(y: lying ? across : middle), align: .center, size: size, colour: colour)
      }
    }
  }
}

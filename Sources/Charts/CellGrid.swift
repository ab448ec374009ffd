/// Coloured cells in named rows and columns, which heat maps and confusion matrices share.
struct CellGrid {
  let rows: [String]
  let columns: [String]
  let x: String
  let y: String
  /// rows × columns
  let values: [[Double]]
  let colours: Ruler
  /// The lines written in each cell, rows × columns.
  let texts: [[[String]]]?
  let hasColourBar: Bool

  func sketch(title: String) -> Sketch {
    let rowWidth = min(rows.map { width(of: $0) }.max() ?? 0, 0.3 * Sketch.width)
    let left = Sketch.margin + rowWidth + 10
    let barWidth = hasColourBar ? colours.labelWidth + 44 : 0
    let room = Sketch.width - Sketch.margin - barWidth - left
    let cellWidth = min(room / Double(columns.count), 190)
    let widest = columns.map { width(of: $0) }.max() ?? 0
    let upright = widest > cellWidth - 6
    let depth = upright ? min(widest, 120) + 12 : 24
    let cellHeight = min(
      max(cellWidth * 0.6, 280 / Double(rows.count)), 64, 560 / Double(rows.count))

    // Laid out twice: how tall the picture is follows from how tall its head is.
    let right = left + cellWidth * Double(columns.count)
    var head = Sketch(title: title)
    writeHead(on: &head, right: right)
    let foot = depth + (x.isEmpty ? 0 : Sketch.lineHeight + 4) + Sketch.margin
    let bodyHeight = cellHeight * Double(rows.count)
    var sketch = Sketch(title: title, height: (head.top + 8 + bodyHeight + foot).rounded())
    writeHead(on: &sketch, right: right)
    let frame = Frame(
      left: left, right: right, top: sketch.top + 8,
      bottom: sketch.top + 8 + bodyHeight, x: Ruler(from: -0.5, to: Double(columns.count) - 0.5),
      y: Ruler(from: Double(rows.count) - 0.5, to: -0.5))
    nameRows(on: &sketch, in: frame, cellHeight: cellHeight)
    nameColumns(on: &sketch, in: frame, cellWidth: cellWidth, upright: upright)
    sketch.xLabel(x, in: frame)
    drawCells(on: &sketch, in: frame)
    writeCells(on: &sketch, in: frame, cellWidth: cellWidth, cellHeight: cellHeight)
    return sketch
  }

  /// The colours' label stands over their bar, in the line of the rows' label if there is room.
  private func writeHead(on sketch: inout Sketch, right: Double) {
    let label = hasColourBar ? colours.axis.label : ""
    if !label.isEmpty {
      let wide = width(of: label)
      let x = max(Sketch.margin, min(right + 14, Sketch.width - Sketch.margin - wide))
      sketch.text(label, x: x, y: sketch.top + Sketch.lineHeight / 2)
      if y.isEmpty || Sketch.margin + width(of: y) + 20 > x { sketch.skip(Sketch.lineHeight) }
    }
    sketch.heading(y)
  }

  private func nameRows(on sketch: inout Sketch, in frame: Frame, cellHeight: Double) {
    let size = cellHeight < 16 ? Sketch.smallSize : Sketch.textSize
    let every = max(1, Int(((size + 1) / cellHeight).rounded(.up)))
    for (index, name) in rows.enumerated() where index % every == 0 {
      let lines = wrapped(name, limit: 0.3 * Sketch.width)
      let middle = frame.pixel(y: Double(index)) - Double(lines.count - 1) * 8
      for (row, line) in lines.enumerated() {
        sketch.text(
          line, x: frame.left - 7, y: middle + Double(row) * 16, align: .right, size: size)
      }
    }
  }

  private func nameColumns(
    on sketch: inout Sketch, in frame: Frame, cellWidth: Double, upright: Bool
  ) {
    let size = cellWidth < 16 ? Sketch.smallSize : Sketch.textSize
    let every = max(1, Int(((size + 1) / cellWidth).rounded(.up)))
    for (index, name) in columns.enumerated() where !upright || index % every == 0 {
      sketch.text(
        name, x: frame.pixel(x: Double(index)), y: frame.bottom + (upright ? 7 : 15),
        align: upright ? .right : .center, size: size, upright: upright)
    }
  }

  private func drawCells(on sketch: inout Sketch, in frame: Frame) {
    sketch.limits(of: frame)
    sketch.set("border 0")
    sketch.set("grid noxtics noytics")
    for (name, ruler) in [("x", frame.x), ("y", frame.y)] {
      sketch.set("\(name)range [\(plain(ruler.low)):\(plain(ruler.high))]")
      sketch.set("\(name)tics scale 0 nomirror ('' 0)")
    }
    sketch.set(ColourScale.palette)
    sketch.set("cbrange [\(plain(colours.low)):\(plain(colours.high))]")
    if colours.axis.scale == .logarithmic { sketch.set("logscale cb 10") }
    if hasColourBar {
      sketch.axis("cb", colours)
      let height = min(frame.bottom - frame.top, 320)
      sketch.set(
        "colorbox user origin screen \(sketch.share((frame.right + 14) / Sketch.width)),"
          + " screen \(sketch.share(1 - (frame.top + height) / sketch.height))"
          + " size screen \(sketch.share(16 / Sketch.width)),"
          + " screen \(sketch.share(height / sketch.height)) noborder")
    } else {
      sketch.unset("colorbox")
    }
    let cells = values.enumerated().flatMap { row, values in
      values.enumerated().map { [Double($0), Double(row), $1] }
    }
    let block = sketch.block("cells", cells)
    sketch.layer(
      "\(block) using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror"
        + " fillcolor palette fillstyle solid noborder")
  }

  /// The cells' texts, all or none.
  private func writeCells(
    on sketch: inout Sketch, in frame: Frame, cellWidth: Double, cellHeight: Double
  ) {
    guard let texts else { return }
    let all = texts.joined().joined()
    let lines = texts.first?.first?.count ?? 1
    let sizes = [Sketch.textSize, Sketch.smallSize, 10]
    let fitting = sizes.first { size in
      Double(lines) * (size + 4) <= cellHeight
        && all.allSatisfy { width(of: $0, size: size) + 6 <= cellWidth }
    }
    guard let size = fitting else { return }
    for (row, cells) in texts.enumerated() {
      for (column, cell) in cells.enumerated() {
        let light = ColourScale.wantsLightText(at: colours.fraction(values[row][column]))
        let top = frame.pixel(y: Double(row)) - Double(cell.count - 1) * (size + 4) / 2
        for (index, line) in cell.enumerated() {
          sketch.text(
            line, x: frame.pixel(x: Double(column)), y: top + Double(index) * (size + 4),
            align: .center, size: size, colour: light ? "#ffffff" : "#101010")
        }
      }
    }
  }
}

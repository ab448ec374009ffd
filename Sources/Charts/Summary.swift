/// Title, what is measured, then the parts; no words but the chart's own.
func summaryLine(_ title: String, _ measure: String, _ parts: [String]) -> String {
  visible("\(title) — \(measure): \(parts.joined(separator: "; ")).")
}

func comparison(with reference: Reference?, on axis: Axis) -> [String] {
  reference.map { ["\($0.label) \(axis.text($0.value))"] } ?? []
}

func pointTable(_ series: [Series], reference: Reference?, markers: [Marker]) -> Table {
  var table = Table(header: ["series", "x", "y", "low", "high", "label"])
  for one in series {
    for point in one.points {
      table.rows.append([
        .text(one.name), .number(point.x), .number(point.y), .optional(point.low),
        .optional(point.high), .text(point.label),
      ])
    }
  }
  if let reference {
    table.rows.append(
      [.text(reference.label), .none, .number(reference.value), .none, .none, .none])
  }
  for marker in markers {
    table.rows.append([.text(marker.label), .number(marker.x), .none, .none, .none, .none])
  }
  return table
}

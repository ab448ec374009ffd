/// A block as a terminal shows it, in English.
public func terminalText(of block: Block) -> String {
  switch block {
  case .output(let text): return text
  case .table(let table): return text(of: table)
  case .pairs(let pairs):
    return columns(
      pairs.map { [$0.name, $0.value.string] }, alignments: [.left, .left])
  case .generation(let prompt, let answer): return "> \(prompt)\n\(answer)"
  case .chart(let name, let summary): return "[chart \(name)] \(summary.en)"
  case .check(let check):
    let evidence = check.evidence.map { ": \($0.string)" } ?? ""
    return "\(check.holds ? "✓" : "✗") \(check.text)\(evidence)"
  case .claim(_, let claim, _):
    let numbers = claim.evidence.map { "\($0.name) \($0.string)" }.joined(separator: "; ")
    return "claim \(claim.id): \(numbers)"
  case .setup(let setup):
    return columns(
      [
        ["fixed", setup.fixed.map(\.string).joined(separator: "; ")],
        ["varies", setup.varies.map(\.string).joined(separator: "; ")],
        ["budget", setup.budget.string],
      ], alignments: [.left, .left])
  }
}

private func text(of table: Table) -> String {
  let body = columns(
    [table.columns.map(\.head)] + table.rows.map { $0.map(\.string) },
    alignments: table.columns.map(\.alignment))
  return (table.title.map { $0 + "\n" } ?? "") + body
}

/// Cells in columns two spaces apart.
private func columns(_ rows: [[String]], alignments: [Table.Alignment]) -> String {
  let rows = rows.map { $0.map { $0.replacing("\n", with: "⏎") } }
  let widths = alignments.indices.map { column in rows.map { width(of: $0[column]) }.max() ?? 0 }
  return rows.map { row in
    var line = zip(zip(row, widths), alignments).map { padded($0.0, to: $0.1, $1) }
      .joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }.joined(separator: "\n")
}

private func padded(_ text: String, to width: Int, _ alignment: Table.Alignment) -> String {
  let missing = max(0, width - Weaving.width(of: text))
  let left =
    switch alignment {
    case .left: 0
    case .right: missing
    case .center: missing / 2
    }
  return String(repeating: " ", count: left) + text + String(repeating: " ", count: missing - left)
}

/// Chinese characters and full-width signs take two places.
private func width(of text: String) -> Int {
  text.unicodeScalars.reduce(0) { sum, scalar in
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      sum + 2
    default: sum + 1
    }
  }
}

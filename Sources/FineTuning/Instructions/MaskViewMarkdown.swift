extension MaskView {
  /// A row of a table for each piece: place, counted from 1, text, role, weight, probability. The
  /// caller writes the heads, in its language.
  public var markdownRows: [String] {
    pieces.map { piece in
      let label = piece.otherLabel.map { " → " + cell($0) } ?? ""
      return "| \(piece.places.lowerBound + 1) | \(cell(piece.text))\(label)"
        + " | \(piece.kind.rawValue) | \(piece.weight == 0 ? "–" : weightText(piece.weight))"
        + " | \(piece.probability.map(probabilityText) ?? "") |"
    }
  }

  /// The row in one paragraph: each run of one role and weight below its name, bold where it counts.
  public var markdownText: String {
    runs.map { run in
      let code = codeSpan(run.text.visible)
      let factor = run.weight == 0 || run.weight == 1 ? "" : " ×\(weightText(run.weight))"
      return "<sub>\(run.kind.rawValue)\(factor)</sub> " + (run.weight > 0 ? "**\(code)**" : code)
    }.joined(separator: " ")
  }

  /// A bar ends a cell even in code, unless it is escaped.
  private func cell(_ text: String) -> String {
    codeSpan(text.visible).replacingScalars(["|": "\\|"])
  }
}

/// Text as code, between more backticks than it has in a row.
private func codeSpan(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let longest = scalars.split { $0 != "`" }.map(\.count).max() ?? 0
  let fence = String(repeating: "`", count: longest + 1)
  let touches = scalars.first == "`" || scalars.last == "`"
  return touches ? "\(fence) \(text) \(fence)" : fence + text + fence
}

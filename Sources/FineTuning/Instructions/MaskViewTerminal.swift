/// How a terminal shows a mask: a colour for each role, bold where a token weighs most, faint where
/// the loss does not count it.
extension MaskView {
  /// The row as it reads, a line feed marked and kept.
  public var terminalText: String {
    runs.map {
      styled($0.text.replacingScalars(["\n": "⏎\n", "\t": "⇥"]), $0.kind, $0.weight)
    }.joined()
  }

  /// One piece a line: its place, counted from 1, role, weight, probability, text, and the label
  /// where that is another token.
  public var terminalTable: String {
    pieces.map { piece in
      let cells = [
        padded("\(piece.places.lowerBound + 1)", 4, right: true),
        padded(piece.kind.rawValue, 9, right: false),
        padded(piece.weight == 0 ? "–" : weightText(piece.weight), 5, right: true),
        padded(piece.probability.map(probabilityText) ?? "", 5, right: true),
        styled(piece.text.visible, piece.kind, piece.weight)
          + (piece.otherLabel.map { " → " + $0.visible } ?? ""),
      ]
      return cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func styled(_ text: String, _ kind: Segment.Kind, _ weight: Float) -> String {
    let colour =
      switch kind {
      case .frame: 39
      case .system: 35
      case .user: 36
      case .assistant: 32
      case .end: 33
      }
    let style =
      switch strength(weight) {
      case 0: "2;"
      case 1: "1;"
      default: ""
      }
    return "\u{1b}[\(style)\(colour)m\(text)\u{1b}[0m"
  }
}

private func padded(_ text: String, _ width: Int, right: Bool) -> String {
  let space = String(repeating: " ", count: max(0, width - text.count))
  return right ? space + text : text + space
}

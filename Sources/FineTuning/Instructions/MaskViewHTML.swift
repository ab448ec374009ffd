extension MaskView {
  /// An element with one span for each piece; needs `styleSheet` once in its page.
  public var html: String {
    "<div class=\"mask-view\">" + pieces.map(span).joined() + "</div>"
  }

  /// A colour for each role in light and dark pages; faded by weight, underlined where counted.
  public static let styleSheet = """
    .mask-view { line-height: 1.9; white-space: pre-wrap; overflow-wrap: anywhere; }
    .mask-view span { opacity: calc(0.65 + 0.35 * var(--strength)); \
    box-shadow: inset 1px 0 rgba(128, 128, 128, 0.3); }
    .mask-view .counted { border-bottom: 2px solid; }
    .mask-frame { color: #57606a; }
    .mask-system { color: #8250df; }
    .mask-user { color: #0550ae; }
    .mask-assistant { color: #116329; }
    .mask-end { color: #953800; }
    @media (prefers-color-scheme: dark) {
      .mask-frame { color: #9ea7b3; }
      .mask-system { color: #d2a8ff; }
      .mask-user { color: #79c0ff; }
      .mask-assistant { color: #7ee787; }
      .mask-end { color: #ffa657; }
    }
    """

  private func span(_ piece: Piece) -> String {
    let counted = piece.weight > 0 ? " counted" : ""
    var title = "\(piece.kind.rawValue) \(weightText(piece.weight))"
    if let probability = piece.probability { title += " p=\(probabilityText(probability))" }
    if let label = piece.otherLabel { title += " → \(label.visible)" }
    let text = escapedForHTML(piece.text).replacingScalars(["\n": "⏎<br>", "\t": "⇥"])
    return "<span class=\"mask-\(piece.kind.rawValue)\(counted)\""
      + " style=\"--strength:\(weightText(strength(piece.weight)))\""
      + " title=\"\(escapedForHTML(title))\">\(text)</span>"
  }
}

private func escapedForHTML(_ text: String) -> String {
  text.replacingScalars(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
}

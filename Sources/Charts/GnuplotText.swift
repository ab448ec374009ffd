/// A text as gnuplot reads it literally: in single quotes, which know no escapes but the doubled
/// quote. Control characters and noncharacters cannot stand in a script or in XML; a line break
/// becomes a space.
package func quoted(_ text: String) -> String {
  "'" + visible(text).replacing("'", with: "''") + "'"
}

/// The same for the label of a tick, which gnuplot takes for a format.
func quotedTick(_ text: String) -> String {
  quoted(text.replacing("%", with: "%%"))
}

/// `text` without what cannot be seen.
package func visible(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var spaceIsDue = false
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control where scalar == "\n" || scalar == "\r" || scalar == "\t",
      .lineSeparator, .paragraphSeparator:
      spaceIsDue = true
    case .control,
      .unassigned where scalar.properties.isNoncharacterCodePoint:
      continue
    default:
      if spaceIsDue, !result.isEmpty { result.append(" ") }
      spaceIsDue = false
      result.append(scalar)
    }
  }
  return String(result)
}

/// About how wide a text is drawn, in pixels; gnuplot cannot know, for the font is the reader's.
func width(of text: String, size: Double = Sketch.textSize) -> Double {
  visible(text).unicodeScalars.reduce(0) { $0 + ems(of: $1) } * size
}

private func ems(of scalar: Unicode.Scalar) -> Double {
  switch scalar {
  case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!": 0.29
  case " ", "f", "t", "r", "(", ")", "[", "]", "/", "\\", "-", "`": 0.36
  case "m", "w", "M", "W", "%", "@", "—": 0.92
  case "A"..."Z", "&", "<", ">", "=", "+", "×", "−", "→", "Δ", "‖": 0.68
  case "\u{0}"..."\u{2E7F}": scalar.properties.generalCategory == .nonspacingMark ? 0 : 0.58
  case "\u{FE00}"..."\u{FE0F}": 0
  default: 1
  }
}

/// Breaks a text into as few lines no wider than `limit` as possible, of about the same width, where
/// a break may be: at spaces, and before and after a Chinese character.
func wrapped(_ text: String, limit: Double, size: Double = Sketch.textSize) -> [String] {
  let fewest = filled(text, limit: limit, size: size)
  guard fewest.count > 1 else { return fewest }
  let even = stride(from: width(of: text, size: size) / Double(fewest.count), to: limit, by: 4)
  return even.lazy.map { filled(text, limit: $0, size: size) }
    .first { $0.count == fewest.count } ?? fewest
}

private func filled(_ text: String, limit: Double, size: Double) -> [String] {
  var lines: [String] = []
  var line = ""
  for piece in pieces(of: visible(text)) {
    if !line.isEmpty, width(of: line + piece.trimmingSuffix(" "), size: size) > limit {
      lines.append(line.trimmingSuffix(" "))
      line = ""
    }
    line += piece
  }
  lines.append(line.trimmingSuffix(" "))
  return lines
}

private func pieces(of text: String) -> [String] {
  let closing = Set("，。、；：）》”！？")
  let opening = Set("（《“")
  var pieces: [String] = []
  var previous: Character?
  for character in text {
    let breaks =
      switch previous {
      case nil: true
      case " "?: character != " "
      case let last?:
        (isWide(character) || isWide(last)) && !closing.contains(character)
          && !opening.contains(last)
      }
    if pieces.isEmpty || (breaks && character != " ") {
      pieces.append(String(character))
    } else {
      pieces[pieces.count - 1].append(character)
    }
    previous = character
  }
  return pieces
}

private func isWide(_ character: Character) -> Bool {
  character.unicodeScalars.contains { ("\u{2E80}"..."\u{FFEF}").contains($0) }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}

/// Puts the run's values where prose says `{{key}}`; mathematics and code stay as they are. Values
/// are escaped, so that a text shows as it is.
func filling(_ prose: Prose, in file: String, with values: [String: Value]) throws -> String {
  var result = ""
  for span in markdownSpans(of: prose.text) {
    guard case .text(let text) = span else {
      result += span.content
      continue
    }
    var rest = Substring(text)
    while let opening = rest.firstRange(of: "{{") {
      result += rest[..<opening.lowerBound]
      let line = prose.lineNumbers[result.count { $0 == "\n" }]
      guard let match = rest[opening.lowerBound...].prefixMatch(of: placeholder) else {
        throw WeavingError(
          file: file, line: line, reason: "`{{` opens no {{key}}",
          help: "a key holds letters, digits, hyphens and points; code goes into backquotes")
      }
      let key = String(match.1)
      guard let value = values[key] else {
        throw WeavingError(
          file: file, line: line, reason: "no note gives {{\(key)}} a value",
          help: "call note(\"\(key)\", …) in a cell, or take the key out of the prose")
      }
      result += markdownEscaped(value.string.replacing("\n", with: " "))
      rest = rest[match.range.upperBound...]
    }
    result += rest
  }
  return result
}

/// The keys that a text asks for, in order; malformed ones are left to `filling`.
public func keys(in markdown: String) -> [String] {
  markdownSpans(of: markdown).flatMap { span -> [String] in
    guard case .text(let text) = span else { return [] }
    return text.matches(of: placeholder).map { String($0.1) }
  }
}

private nonisolated(unsafe) let placeholder = /\{\{([A-Za-z0-9_.-]+)\}\}/

/// A text that Markdown shows as it is. Line ends stay.
func markdownEscaped(_ text: String) -> String {
  var result = ""
  for character in text {
    let opensLink = character == "(" && result.last == "]"
    if opensLink || "\\`*_<>$|~&".contains(character) { result.append("\\") }
    result.append(character)
  }
  return result
}

/// A word or sign inside a tag.
struct TemplateToken: Equatable {
  enum Kind: Equatable {
    case name(String)
    case text(String)
    case number(Int)
    case symbol(String)
  }

  let kind: Kind
  /// From 1.
  let line: Int
}

/// Cuts a template into text and tags. White space goes as transformers sets it: `trim_blocks`,
/// `lstrip_blocks`, no trailing newline, and `-` and `+` at a tag's ends.
struct ChatTemplateLexer {
  enum Part: Equatable {
    case text(String)
    /// `{{ … }}` or, where `isBlock`, `{% … %}`.
    case tag(isBlock: Bool, tokens: [TemplateToken], line: Int)
  }

  /// More words than any template has in one tag; it bounds how deep an expression can nest.
  private static let longestTag = 1000

  private let source: [Unicode.Scalar]
  /// The line of every scalar, from 1.
  private let lines: [Int]
  private var position = 0

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    for index in scalars.indices where scalars[index] == "\r" { scalars[index] = "\n" }
    if scalars.last == "\n" { scalars.removeLast() }
    source = scalars
    var line = 1
    lines = scalars.map { scalar in
      defer { if scalar == "\n" { line += 1 } }
      return line
    }
  }

  mutating func parts() throws(ChatTemplateError) -> [Part] {
    var parts: [Part] = []
    var startsLine = true
    while position < source.count {
      let start = position
      while position < source.count, !isAtOpening { position += 1 }
      var text = source[start..<position]
      guard position < source.count else {
        parts.append(.text(String(text)))
        break
      }
      let opening = position
      let kind = source[opening + 1]
      position += 2
      let sign = position < source.count ? source[position] : " "
      if sign == "-" || sign == "+" { position += 1 }
      if sign == "-" {
        while text.last?.isPythonSpace == true { text.removeLast() }
      } else if sign != "+", kind != "{" {
        let lineStart = text.lastIndex(of: "\n").map { $0 + 1 } ?? text.startIndex
        if lineStart > start || startsLine, text[lineStart...].allSatisfy(\.isPythonSpace) {
          text = text[..<lineStart]
        }
      }
      if !text.isEmpty { parts.append(.text(String(text))) }
      switch kind {
      case "#": try skipComment(from: opening)
      case "%":
        parts.append(
          .tag(isBlock: true, tokens: try tokens(until: "%}", opening), line: lines[opening]))
      default:
        parts.append(
          .tag(isBlock: false, tokens: try tokens(until: "}}", opening), line: lines[opening]))
      }
      startsLine = source[position - 1] == "\n"
    }
    return parts
  }

  private var isAtOpening: Bool {
    source[position] == "{" && position + 1 < source.count
      && ["{", "%", "#"].contains(source[position + 1])
  }

  private func isAt(_ sign: String) -> Bool {
    source[position...].starts(with: sign.unicodeScalars)
  }

  private mutating func take(_ sign: String) -> Bool {
    guard isAt(sign) else { return false }
    position += sign.unicodeScalars.count
    return true
  }

  private mutating func skipSpace() {
    while position < source.count, source[position].isPythonSpace { position += 1 }
  }

  private mutating func skipComment(from opening: Int) throws(ChatTemplateError) {
    while position < source.count {
      if take("-#}") { return skipSpace() }
      if take("+#}") { return }
      if take("#}") {
        _ = take("\n")
        return
      }
      position += 1
    }
    throw ChatTemplateError(line: lines[opening], .syntax("a comment does not end"))
  }

  private mutating func tokens(
    until closing: String, _ opening: Int
  ) throws(ChatTemplateError) -> [TemplateToken] {
    var tokens: [TemplateToken] = []
    while true {
      skipSpace()
      guard position < source.count else {
        throw ChatTemplateError(line: lines[opening], .syntax("a tag does not end"))
      }
      if take("-" + closing) {
        skipSpace()
        return tokens
      }
      if closing == "%}", take("+%}") { return tokens }
      if take(closing) {
        if closing == "%}" { _ = take("\n") }
        return tokens
      }
      guard tokens.count < Self.longestTag else {
        throw ChatTemplateError(
          line: lines[opening], .unsupported("a tag of more than \(Self.longestTag) words"))
      }
      let line = lines[position]
      tokens.append(TemplateToken(kind: try token(line), line: line))
    }
  }

  private mutating func token(_ line: Int) throws(ChatTemplateError) -> TemplateToken.Kind {
    let first = source[position]
    if first == "'" || first == "\"" { return .text(try string(line)) }
    if ("0"..."9").contains(first) { return .number(try number(line)) }
    if first == "_" || first.properties.isXIDStart {
      let start = position
      while position < source.count, source[position].properties.isXIDContinue { position += 1 }
      return .name(String(source[start..<position]))
    }
    let signs = [
      "==", "!=", "<=", ">=", "//", "**", "<", ">", "=", "+", "-", "~", "*", "/", "%", ".", ":",
      "|", ",", "(", ")", "[", "]",
    ]
    if let sign = signs.first(where: isAt) {
      position += sign.unicodeScalars.count
      return .symbol(sign)
    }
    throw ChatTemplateError(
      line: line,
      first == "{" || first == "}"
        ? .unsupported("a mapping in braces") : .syntax("\"\(first)\" has no meaning here"))
  }

  private mutating func number(_ line: Int) throws(ChatTemplateError) -> Int {
    let start = position
    while position < source.count, source[position].properties.isXIDContinue { position += 1 }
    let digits = String(source[start..<position])
    let isFraction =
      position + 1 < source.count && source[position] == "."
      && ("0"..."9").contains(source[position + 1])
    guard !isFraction, let number = Int(digits) else {
      throw ChatTemplateError(
        line: line, .unsupported("the number \(digits)\(isFraction ? ".…" : "")"))
    }
    return number
  }

  /// A string between quotes, with Python's escapes.
  private mutating func string(_ line: Int) throws(ChatTemplateError) -> String {
    let quote = source[position]
    position += 1
    var text = ""
    while position < source.count, source[position] != quote {
      let scalar = source[position]
      position += 1
      guard scalar == "\\", position < source.count else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let escape = source[position]
      position += 1
      switch escape {
      case "\n": break
      case "n": text += "\n"
      case "t": text += "\t"
      case "r": text.unicodeScalars.append("\r")
      case "\\", "'", "\"": text.unicodeScalars.append(escape)
      case "u": text.unicodeScalars.append(try hexadecimal(4, line))
      case "x": text.unicodeScalars.append(try hexadecimal(2, line))
      default:
        throw ChatTemplateError(line: line, .unsupported("the escape \\\(escape) in a text"))
      }
    }
    guard position < source.count else {
      throw ChatTemplateError(line: line, .syntax("a text does not end"))
    }
    position += 1
    return text
  }

  private mutating func hexadecimal(
    _ digits: Int, _ line: Int
  ) throws(ChatTemplateError) -> Unicode.Scalar {
    let text = String(source[position..<min(position + digits, source.count)])
    position += text.unicodeScalars.count
    guard text.unicodeScalars.count == digits, text.allSatisfy(\.isHexDigit),
      let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
    else { throw ChatTemplateError(line: line, .unsupported("the escape \(text) in a text")) }
    return scalar
  }
}

extension String {
  fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }
}

/// A stretch of Markdown: text, or something whose characters must stay as they are.
package enum MarkdownSpan: Equatable {
  case text(String)
  /// A fenced block or inline code, with its marks.
  case code(String)
  /// `$…$` within a line of text.
  case inlineMath(String)
  /// `$$…$$`.
  case displayMath(String)

  package var content: String {
    switch self {
    case .text(let content), .code(let content), .inlineMath(let content),
      .displayMath(let content):
      content
    }
  }
}

/// Cuts Markdown into spans, which joined again give the same text. As in Pandoc, `$` opens
/// mathematics when no space follows and closes it when no space precedes and no digit follows, so
/// that prices stay prices.
package func markdownSpans(of markdown: String) -> [MarkdownSpan] {
  var spans: [MarkdownSpan] = []
  var paragraph = ""
  var fence: (mark: Character, count: Int)?
  var block = ""

  for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false)
    .enumerated()
  {
    let start = index == 0 ? "" : "\n"
    let mark = fenceMark(of: line)
    if let open = fence {
      block += start + line
      if let mark, mark.character == open.mark, mark.count >= open.count, mark.isBare {
        spans.append(.code(block))
        fence = nil
        block = ""
      }
    } else if let mark {
      spans += inlineSpans(of: paragraph + start)
      paragraph = ""
      fence = (mark.character, mark.count)
      block = String(line)
    } else if line.allSatisfy(\.isWhitespace) {
      spans += inlineSpans(of: paragraph)
      paragraph = start + line
    } else {
      paragraph += start + line
    }
  }
  spans += fence == nil ? inlineSpans(of: paragraph) : [.code(block)]
  return spans
}

/// The run of ``` or ~~~ that opens or closes a fenced block; a bare one may close it.
private func fenceMark(of line: Substring) -> (character: Character, count: Int, isBare: Bool)? {
  let text = line.drop { $0 == " " || $0 == ">" }
  guard let character = text.first, character == "`" || character == "~" else { return nil }
  let run = text.prefix { $0 == character }
  let info = text.dropFirst(run.count)
  guard run.count >= 3, !(character == "`" && info.contains("`")) else { return nil }
  return (character, run.count, info.allSatisfy(\.isWhitespace))
}

private func inlineSpans(of paragraph: String) -> [MarkdownSpan] {
  let characters = Array(paragraph)
  var spans: [MarkdownSpan] = []
  var text = ""
  var position = 0

  func take(_ end: Int, as kind: (String) -> MarkdownSpan) {
    if !text.isEmpty { spans.append(.text(text)) }
    text = ""
    spans.append(kind(String(characters[position..<end])))
    position = end
  }

  while position < characters.count {
    switch characters[position] {
    case "\\" where position + 1 < characters.count:
      text += String(characters[position...position + 1])
      position += 2
    case "`":
      let count = runLength(in: characters, from: position)
      if let end = endOfCode(in: characters, after: position + count, marks: count) {
        take(end, as: MarkdownSpan.code)
      } else {
        text += String(repeating: "`", count: count)
        position += count
      }
    case "$":
      if let end = endOfDisplay(in: characters, from: position) {
        take(end, as: MarkdownSpan.displayMath)
      } else if let end = endOfInline(in: characters, from: position) {
        take(end, as: MarkdownSpan.inlineMath)
      } else {
        text.append("$")
        position += 1
      }
    default:
      text.append(characters[position])
      position += 1
    }
  }
  if !text.isEmpty { spans.append(.text(text)) }
  return spans
}

private func runLength(in characters: [Character], from start: Int) -> Int {
  characters[start...].prefix { $0 == characters[start] }.count
}

private func endOfCode(in characters: [Character], after start: Int, marks: Int) -> Int? {
  var position = start
  while position < characters.count {
    guard characters[position] == "`" else {
      position += 1
      continue
    }
    let count = runLength(in: characters, from: position)
    position += count
    if count == marks { return position }
  }
  return nil
}

private func endOfDisplay(in characters: [Character], from start: Int) -> Int? {
  guard start + 1 < characters.count, characters[start + 1] == "$" else { return nil }
  var position = start + 2
  while position + 1 < characters.count {
    if characters[position] == "\\" {
      position += 2
    } else if characters[position] == "$", characters[position + 1] == "$" {
      return position + 2
    } else {
      position += 1
    }
  }
  return nil
}

private func endOfInline(in characters: [Character], from start: Int) -> Int? {
  guard start + 1 < characters.count, !characters[start + 1].isWhitespace else { return nil }
  var position = start + 1
  while position < characters.count {
    if characters[position] == "\\" {
      position += 2
    } else if characters[position] == "$" {
      let followedByDigit =
        position + 1 < characters.count && characters[position + 1].isASCII
        && characters[position + 1].isNumber
      let closes =
        position > start + 1 && !characters[position - 1].isWhitespace && !followedByDigit
      return closes ? position + 1 : nil
    } else {
      position += 1
    }
  }
  return nil
}

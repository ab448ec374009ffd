/// Puts spaces around inline mathematics where GitHub would otherwise show the dollars: before it,
/// after anything but a space, and after it, before anything but a space or ASCII punctuation
/// (github/markup issues 1644 and 1742). Inside emphasis marks a space would undo the emphasis, so
/// none is put beside `*` and `_`.
func spacingInlineMath(_ markdown: String) -> String {
  let spans = markdownSpans(of: markdown)
  var result = ""
  for (index, span) in spans.enumerated() {
    guard case .inlineMath(let formula) = span else {
      result += span.content
      continue
    }
    if let last = result.last, !last.isWhitespace, last != "*", last != "_" {
      result.append(" ")
    }
    result += formula
    let next = index + 1 < spans.count ? spans[index + 1].content.first : nil
    if let next, !next.isWhitespace, !(next.isASCII && next.isPunctuation) {
      result.append(" ")
    }
  }
  return result
}

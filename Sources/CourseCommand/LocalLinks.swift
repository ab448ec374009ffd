import Foundation
import Weaving

/// The files that Markdown links to or shows as images, with their lines; code and mathematics hold
/// no links, and what has a scheme, such as https, is not a file.
func localLinks(in markdown: String) -> [(path: String, line: Int)] {
  var links: [(path: String, line: Int)] = []
  var line = 1
  for span in markdownSpans(of: markdown) {
    if case .text(let text) = span {
      for match in text.matches(of: /\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/) {
        let target = match.1 ?? match.2 ?? ""
        let path = target.prefix { $0 != "#" }
        guard !path.isEmpty, path.prefixMatch(of: /[a-z]+:/) == nil else { continue }
        let breaks = text[..<match.range.lowerBound].count { $0 == "\n" }
        links.append((path.removingPercentEncoding ?? String(path), line + breaks))
      }
    }
    line += span.content.count { $0 == "\n" }
  }
  return links
}

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG as gnuplot writes it, and what is done to it afterwards.
package struct Picture {
  package let text: String

  package init(text: String) { self.text = text }

  /// Takes what gnuplot wrote if it is a whole, well-formed SVG.
  package init(checking svg: Data, chart: String) throws {
    guard !svg.isEmpty else {
      throw ChartError.badImage(chart: chart, reason: "the file is missing or empty")
    }
    // gnuplot leaves ">" as it is, which XML forbids after "]]".
    let text = String(decoding: svg, as: UTF8.self).replacing("]]>", with: "]]&gt;")
    let outline = Outline()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = outline
    // On Linux, parse() is true for a document that was cut off.
    guard parser.parse(), !outline.failed, outline.depth == 0 else {
      throw ChartError.badImage(
        chart: chart, reason: "it is not well-formed XML near line \(parser.lineNumber)")
    }
    guard outline.root == "svg" else {
      throw ChartError.badImage(chart: chart, reason: "its root is not svg")
    }
    self.init(text: text)
  }

  /// Says what the picture shows to those who do not see it, in place of gnuplot's own description,
  /// which names a version and so would differ from machine to machine.
  func described(title: String, summary: String) -> Picture {
    var text = text
    replaceElement("title", in: &text, by: "<title id=\"title\">\(escaped(title))</title>")
    replaceElement("desc", in: &text, by: "<desc id=\"summary\">\(escaped(summary))</desc>")
    if let start = text.range(of: "<svg") {
      text.replaceSubrange(start, with: "<svg role=\"img\" aria-labelledby=\"title summary\"")
    }
    // gnuplot gives each layer a title, which browsers would show as a tooltip.
    let layer = #/(<g id="gnuplot_plot_\d+" >)<title>[^<]*</title>/#
    return Picture(text: text.replacing(layer) { $0.output.1 })
  }

  /// See ``ChartFiles/inlined(idPrefix:)``.
  package func inlined(idPrefix: String) -> String {
    let start = text.range(of: "<svg")?.lowerBound ?? text.startIndex
    var ground = true
    // A "<" in a text is always written as an entity, so each begins a tag, and what follows the
    // tag's end is text and stays as it is.
    let pieces = text[start...].components(separatedBy: "<").dropFirst().map { piece in
      let end = piece.firstIndex(of: ">") ?? piece.endIndex
      var tag = String(piece[..<end])
      if ground, tag.hasPrefix("rect"), tag.contains("#ffffff") {
        ground = false
        return String(piece[end...].dropFirst())
      }
      if tag.hasPrefix("svg") {
        tag.replace(#/ (?:width|height)="[^"]*"/#, with: "")
        tag += " style=\"max-width: \(plain(Sketch.width))px\""
      }
      return "<" + recoloured(prefixed(tag, by: idPrefix)) + piece[end...]
    }
    return pieces.joined()
  }

  private func prefixed(_ tag: String, by prefix: String) -> String {
    var tag = tag
    for opening in [" id='", " id=\"", "href='#", "href=\"#", "url(#"] {
      tag = tag.replacingOccurrences(of: opening, with: opening + prefix)
    }
    return tag.replacingOccurrences(
      of: "aria-labelledby=\"title summary\"",
      with: "aria-labelledby=\"\(prefix)title \(prefix)summary\"")
  }

  /// Black follows the page. So does the grid, faintly: light grey is loud on a dark page.
  private func recoloured(_ tag: String) -> String {
    var tag = tag
    for black in ["black", "rgb(  0,   0,   0)", "rgb(0,0,0)"] {
      for quote in ["'", "\""] {
        tag = tag.replacingOccurrences(
          of: quote + black + quote, with: "\(quote)currentColor\(quote)")
      }
    }
    return tag.replacingOccurrences(
      of: "stroke='rgb(221, 221, 221)'", with: "stroke='currentColor' stroke-opacity='0.16'")
  }

  private func replaceElement(_ name: String, in text: inout String, by element: String) {
    guard let start = text.range(of: "<\(name)>"),
      let end = text.range(of: "</\(name)>", range: start.upperBound..<text.endIndex)
    else { return }
    text.replaceSubrange(start.lowerBound..<end.upperBound, with: element)
  }

  private func escaped(_ text: String) -> String {
    visible(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }
}

private final class Outline: NSObject, XMLParserDelegate {
  private(set) var root: String?
  private(set) var depth = 0
  private(set) var failed = false

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if root == nil { root = element }
    depth += 1
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    depth -= 1
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    failed = true
  }
}

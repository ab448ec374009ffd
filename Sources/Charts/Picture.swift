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
    let root = RootElement()
    let parser = XMLParser(data: svg)
    parser.delegate = root
    guard parser.parse() else {
      let reason = "line \(parser.lineNumber) is not well-formed XML"
      throw ChartError.badImage(chart: chart, reason: reason)
    }
    guard root.name == "svg" else {
      throw ChartError.badImage(chart: chart, reason: "its root is not svg")
    }
    self.init(text: String(decoding: svg, as: UTF8.self))
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
    // A "<" in a text is always written as an entity, so what is matched are tags only.
    return String(text[start...]).replacing(#/<[^<>]*>/#) { match in
      var tag = String(match.output)
      if ground, tag.hasPrefix("<rect"), tag.contains("#ffffff") {
        ground = false
        return ""
      }
      if tag.hasPrefix("<svg") {
        tag.replace(#/ (?:width|height)="[^"]*"/#, with: "")
        tag.replace("<svg", with: "<svg style=\"max-width: \(plain(Sketch.width))px\"")
      }
      return recoloured(prefixed(tag, by: idPrefix))
    }
  }

  private func prefixed(_ tag: String, by prefix: String) -> String {
    tag.replacing(#/( id=["'])/#) { $0.output.1 + prefix }
      .replacing(#/(href=["']#)/#) { $0.output.1 + prefix }
      .replacing(#/(url\(#)/#) { $0.output.1 + prefix }
      .replacing(#/aria-labelledby="([^"]*)"/#) { match in
        let ids = match.output.1.split(separator: " ").map { prefix + $0 }
        return "aria-labelledby=\"\(ids.joined(separator: " "))\""
      }
  }

  /// Black follows the page. So does the grid, faintly: light grey is loud on a dark page.
  private func recoloured(_ tag: String) -> String {
    tag.replacing(#/(["'])(?:black|#000000|rgb\( *0, *0, *0\))["']/#) {
      "\($0.output.1)currentColor\($0.output.1)"
    }
    .replacing(
      #/stroke='rgb\(221, 221, 221\)'/#, with: "stroke='currentColor' stroke-opacity='0.16'")
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

private final class RootElement: NSObject, XMLParserDelegate {
  var name: String?

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == nil { name = element }
  }
}

import Charts
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Draws into a folder of its own and hands back what was written.
struct Written {
  let script: String
  let csv: String
  let image: String
  let inlined: String

  init(_ chart: any Chart, idPrefix: String = "x-") throws {
    let folder = try TemporaryFolder()
    let files = try chart.write(named: "chart", to: folder.url)
    script = try String(contentsOf: files.script, encoding: .utf8)
    csv = try String(contentsOf: files.data, encoding: .utf8)
    image = try String(contentsOf: files.image, encoding: .utf8)
    inlined = try files.inlined(idPrefix: idPrefix)
  }

  /// The rows of the script's datablocks by name.
  var blocks: [String: [[Double]]] {
    var blocks: [String: [[Double]]] = [:]
    var name: String?
    for line in script.split(separator: "\n") {
      if line.hasPrefix("$"), line.hasSuffix(" << EOD") {
        name = String(line.dropLast(" << EOD".count).dropFirst())
      } else if line == "EOD" {
        name = nil
      } else if let name {
        blocks[name, default: []].append(line.split(separator: " ").map { Double($0) ?? .nan })
      }
    }
    return blocks
  }

  /// The rows of the CSV, whose texts here have no commas, without the header.
  var rows: [[String]] {
    csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

/// A folder that is gone with the value that owns it.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}

/// Names of elements, ids and the texts of `<text>` elements of a well-formed document.
final class Parsed: NSObject, XMLParserDelegate {
  private(set) var elements: [String: Int] = [:]
  private(set) var ids: [String] = []
  private(set) var texts: [String] = []
  private var isInText = false
  private var depth = 0
  private var failed = false

  init(_ document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    try #require(parser.parse() && !failed && depth == 0, "line \(parser.lineNumber)")
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements[element, default: 0] += 1
    if let id = attributes["id"] { ids.append(id) }
    depth += 1
    isInText = element == "text"
    if isInText { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if isInText { texts[texts.count - 1] += characters }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    depth -= 1
    isInText = false
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { failed = true }
}

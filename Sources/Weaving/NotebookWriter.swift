import Foundation

/// Writes a report as a Jupyter notebook, nbformat 4.5, without execution counts or timestamps.
/// `svg` reads a chart's file, which is embedded so that the notebook stands alone.
public func notebook(
  of document: Document, svg: (_ fileName: String) throws -> String
) throws -> Data {
  let writer = BlockWriter(document)
  var cells: [NotebookCell] = []
  if let notice = document.notice { cells.append(.markdown("notice", "> " + notice)) }
  for section in document.sections {
    if !section.prose.isEmpty {
      cells.append(.markdown("\(section.id)-prose", spacingInlineMath(section.prose)))
    }
    if section.source.isEmpty, section.blocks.isEmpty { continue }
    let outputs = try section.blocks.map { block in
      switch block {
      case .output(let text): NotebookOutput.stream(text + "\n")
      case .chart(let name, let summary):
        NotebookOutput.chart(
          try svg("\(name).\(document.language.rawValue).svg"),
          summary: summary[document.language])
      default: NotebookOutput.markdown(writer.markdown(block))
      }
    }
    cells.append(.code(section.id, section.source, outputs))
  }
  return try json(NotebookFile(language: document.language, cells: cells))
}

private struct NotebookFile: Encodable {
  private enum Key: String, CodingKey {
    case cells
    case metadata
    case major = "nbformat"
    case minor = "nbformat_minor"
  }

  /// The language of the prose.
  let language: Language
  let cells: [NotebookCell]

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(4, forKey: .major)
    try container.encode(5, forKey: .minor)
    try container.encode(cells, forKey: .cells)
    try container.encode(
      [
        "kernelspec": ["name": "swift", "display_name": "Swift", "language": "swift"],
        "language_info": ["name": "swift", "file_extension": ".swift"],
        "prose": ["language": language.rawValue],
      ], forKey: .metadata)
  }
}

private enum NotebookCell: Encodable {
  case markdown(_ id: String, _ text: String)
  case code(_ id: String, _ source: String, _ outputs: [NotebookOutput])

  private enum Key: String, CodingKey {
    case cellType = "cell_type"
    case id
    case metadata
    case source
    case outputs
    case executionCount = "execution_count"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode([String: String](), forKey: .metadata)
    switch self {
    case .markdown(let id, let text):
      try container.encode("markdown", forKey: .cellType)
      try container.encode(id, forKey: .id)
      try container.encode(notebookLines(text), forKey: .source)
    case .code(let id, let source, let outputs):
      try container.encode("code", forKey: .cellType)
      try container.encode(id, forKey: .id)
      try container.encode(notebookLines(source), forKey: .source)
      try container.encode(outputs, forKey: .outputs)
      try container.encodeNil(forKey: .executionCount)
    }
  }
}

private enum NotebookOutput: Encodable {
  case stream(String)
  case markdown(String)
  case chart(_ svg: String, summary: String)

  private enum Key: String, CodingKey {
    case outputType = "output_type"
    case name
    case text
    case data
    case metadata
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if case .stream(let text) = self {
      try container.encode("stream", forKey: .outputType)
      try container.encode("stdout", forKey: .name)
      try container.encode(notebookLines(text), forKey: .text)
      return
    }
    try container.encode("display_data", forKey: .outputType)
    try container.encode([String: String](), forKey: .metadata)
    switch self {
    case .stream: break
    case .markdown(let text):
      try container.encode(
        ["text/markdown": notebookLines(text), "text/plain": notebookLines(text)], forKey: .data)
    case .chart(let svg, let summary):
      try container.encode(
        ["image/svg+xml": notebookLines(svg), "text/plain": notebookLines(summary)], forKey: .data)
    }
  }
}

/// A text as notebooks keep it: lines that carry their ends.
private func notebookLines(_ text: String) -> [String] {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { String($0) + "\n" }
  if let last = lines.popLast(), last != "\n" { lines.append(String(last.dropLast())) }
  return lines
}

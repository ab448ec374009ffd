/// The parts of a model as PyTorch prints them.
public struct ModelStructure: CustomStringConvertible, Equatable, Sendable {
  /// The class and, in parentheses, what it says of itself, such as `Dropout` and
  /// `p=0.1, inplace=False`.
  let type: String
  let details: String
  let parts: [Part]

  struct Part: Equatable, Sendable {
    let name: String
    let structure: ModelStructure
  }

  init(_ type: String, _ details: String = "") {
    self.type = type
    self.details = details
    parts = []
  }

  init(_ type: String, parts: [(String, ModelStructure)]) {
    self.type = type
    details = ""
    self.parts = parts.map { Part(name: $0.0, structure: $0.1) }
  }

  /// A list in which runs of equal elements are printed once: `(0-11): 12 x GPT2Block(`.
  init(list elements: [ModelStructure]) {
    var parts: [(String, ModelStructure)] = []
    var first = 0
    while first < elements.count {
      let rest = elements[first...]
      let end = rest.firstIndex { $0 != elements[first] } ?? elements.count
      let element = elements[first]
      if end - first == 1 {
        parts.append(("\(first)", element))
      } else {
        let folded = ModelStructure(
          type: "\(end - first) x \(element.type)", details: element.details,
          parts: element.parts)
        parts.append(("\(first)-\(end - 1)", folded))
      }
      first = end
    }
    self.init("ModuleList", parts: parts)
  }

  private init(type: String, details: String, parts: [Part]) {
    self.type = type
    self.details = details
    self.parts = parts
  }

  public var description: String {
    guard !parts.isEmpty else { return "\(type)(\(details))" }
    let lines = parts.map { part in
      let text = part.structure.description.split(separator: "\n").joined(separator: "\n  ")
      return "  (\(part.name)): \(text)\n"
    }
    return "\(type)(\n\(lines.joined()))"
  }
}

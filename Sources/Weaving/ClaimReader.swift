import Foundation
import YAMLFaults
import Yams

/// Reads claims from YAML: a list of entries, each with
///
///     - id: C02.1
///       lesson: 02
///       source: 000:75
///       kind: S
///       statement: { en: …, zh: … }
///       metric: { en: …, zh: … }     # metric and rule: once the lesson is written
///       rule: { en: …, zh: … }
///       margin: 0.03                 # with a rule of kind S, E or V
///       controls: { en: …, zh: … }   # optional
struct ClaimReader {
  let file: String

  func entries(of text: String) throws -> [ClaimEntry] {
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch { throw self.error(error) }
    guard let list = node?.sequence else {
      throw error(node, "it is no list of claims", "begin each entry with `- id: C02.1`")
    }
    var entries: [ClaimEntry] = []
    for node in list {
      let entry = try entry(node)
      if let other = entries.first(where: { $0.id == entry.id }) {
        throw error(
          node, "\(entry.id) stands on line \(other.line) already", "give each claim its own number"
        )
      }
      entries.append(entry)
    }
    return entries
  }

  private func entry(_ node: Node) throws -> ClaimEntry {
    guard let fields = node.mapping else {
      throw error(node, "this is no entry", "begin each entry with `- id: C02.1`")
    }
    let id = try text(fields["id"], of: "id", in: "an entry", node)
    guard let match = id.wholeMatch(of: /C([0-9]{2})\.([1-9][0-9]*)/) else {
      throw error(fields["id"], "\"\(id)\" is no claim's id", "write it as in C02.1")
    }
    try checkKeys(fields, of: id)
    let lesson = try text(fields["lesson"], of: "lesson", in: id, node)
    guard lesson == match.1 else {
      throw error(
        fields["lesson"], "\(id) is entered for lesson \(lesson)",
        "the number of a claim begins with its lesson: write lesson: \(match.1)")
    }
    let kind = try text(fields["kind"], of: "kind", in: id, node)
    guard let kind = Claim.Kind(rawValue: kind) else {
      let known = Claim.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(fields["kind"], "\(id) has the unknown kind \(kind)", "the kinds are \(known)")
    }
    let source = try text(fields["source"], of: "source", in: id, node)
    guard let source = ClaimSource(source) else {
      throw error(
        fields["source"], "\"\(source)\" is no source of \(id)",
        "write `course`, or lecture and line as in 000:75 or 000:75, 001:50-53")
    }
    return ClaimEntry(
      id: id, lesson: Int(lesson)!, source: source, kind: kind,
      statement: try bilingual(fields["statement"], of: "statement", in: id, node),
      plan: try plan(fields, kind: kind, id: id, node), line: node.mark?.line ?? 1)
  }

  private func plan(
    _ fields: Node.Mapping, kind: Claim.Kind, id: String, _ node: Node
  ) throws -> ClaimEntry.Plan? {
    guard fields["metric"] != nil || fields["rule"] != nil else {
      if let node = fields["margin"] ?? fields["controls"] {
        throw error(node, "\(id) has no metric and rule", "say what is measured and what decides")
      }
      return nil
    }
    let margin = try fields["margin"].map { node in
      guard let number = node.float, number.isFinite, number >= 0 else {
        throw error(node, "the margin of \(id) is no number from 0 on", "write it as in 0.03")
      }
      return number
    }
    let takesMargin = [.superior, .equivalent, .variance].contains(kind)
    guard (margin != nil) == takesMargin else {
      throw error(
        fields["margin"] ?? node,
        "\(id) has \(takesMargin ? "no margin" : "a margin") and is of kind \(kind.rawValue)",
        "claims of the kinds S, E and V have a margin, fixed before the run, and no others")
    }
    return ClaimEntry.Plan(
      metric: try bilingual(fields["metric"], of: "metric", in: id, node),
      rule: try bilingual(fields["rule"], of: "rule", in: id, node), margin: margin,
      controls: try fields["controls"].map { try bilingual($0, of: "controls", in: id, $0) })
  }

  private func checkKeys(_ fields: Node.Mapping, of id: String) throws {
    let known = [
      "id", "lesson", "source", "kind", "statement", "metric", "rule", "margin", "controls",
    ]
    for (key, _) in fields where !known.contains(key.string ?? "") {
      throw error(
        key, "\(id) has the unknown key \(key.string ?? "that is no text")",
        "the keys are \(known.joined(separator: ", "))")
    }
  }

  private func text(
    _ field: Node?, of name: String, in id: String, _ node: Node
  ) throws -> String {
    guard let text = field?.scalar?.string, !text.isEmpty else {
      throw error(field ?? node, "\(id) has no \(name), or one that is no text", "add \(name): …")
    }
    return text
  }

  private func bilingual(
    _ field: Node?, of name: String, in id: String, _ node: Node
  ) throws -> Bilingual {
    let texts = field?.mapping
    let known = Language.allCases.map(\.rawValue)
    guard let texts, Set(texts.keys.map { $0.string ?? "" }) == Set(known) else {
      throw error(
        field ?? node, "the \(name) of \(id) is not there in English and Chinese alone",
        "write the keys en and zh below \(name)")
    }
    let found = try known.map { language in
      try text(texts[language], of: "\(name) in \(language)", in: id, node)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return Bilingual(en: found[0], zh: found[1])
  }

  private func error(_ node: Node?, _ reason: String, _ help: String) -> WeavingError {
    WeavingError(file: file, line: node?.mark?.line, reason: reason, help: help)
  }

  /// What Yams has to say about a text that is no YAML.
  private func error(_ error: any Error) -> WeavingError {
    let fault = YAMLFault(error)
    return WeavingError(
      file: file, line: fault.line, reason: fault.reason,
      help: "mend the YAML: two spaces a level, quotes around texts with a colon")
  }
}

import Files
import Foundation
import Weaving

extension LessonRun {
  /// Writes every file of the report but the charts, which are there already.
  func write() throws {
    let facts = RunFacts(
      profile: options.profile.rawValue, seeds: usedSeeds, cores: Hardware.cores,
      processor: Hardware.processor, system: Hardware.system)
    for language in Language.allCases {
      let document = try Document(
        language, lesson: lesson, translation: translation, blocks: blocks, notes: notes,
        run: facts
      ) { label($0, in: language) }
      let code = language.rawValue
      try write(Data(markdown(of: document).utf8), to: "report.\(code).md")
      let notebook = try notebook(of: document) { name in
        try String(contentsOf: report.temporary.appendingPathComponent(name), encoding: .utf8)
      }
      try write(notebook, to: "lesson.\(code).ipynb")
    }
    try write(json(results()), to: "results.json")
  }

  private var usedSeeds: [UInt64] { seeds.isEmpty ? [options.seed] : seeds }

  private func write(_ data: Data, to name: String) throws {
    try writeAtomically(data, to: report.temporary.appendingPathComponent(name))
  }

  private func results() throws -> Results {
    try Results(
      lesson: name, profile: options.profile.rawValue, seeds: usedSeeds,
      codeDigest: lesson.codeDigest, dataDigests: dataDigests, hardware: hardware, notes: notes,
      checks: checks, claims: claims,
      rules: Dictionary(
        claims.map { ($0.id, ledger[$0.id]!.ruleDigest) }, uniquingKeysWith: { $1 }),
      strings: labels.sorted(), timings: timings)
  }
}

extension Translation {
  /// A key that only the Chinese uses is found before the run and not after it.
  func checkKeys(against lesson: LessonSource) throws {
    let english = Dictionary(
      lesson.sections.map { ($0.id, Set(keys(in: $0.prose.text))) }, uniquingKeysWith: { $1 })
    for section in sections {
      guard let known = english[section.id],
        let key = keys(in: section.prose.text).first(where: { !known.contains($0) })
      else { continue }
      throw WeavingError(
        file: file, line: section.line,
        reason: "the section `\(section.id)` uses {{\(key)}}, which its English does not",
        help: "use the keys of the English prose")
    }
  }
}

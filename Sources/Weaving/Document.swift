/// A report in one language: prose filled in and labels translated. Every writer starts from it.
public struct Document: Sendable {
  public struct Section: Sendable {
    public let id: String
    /// Markdown.
    public let prose: String
    /// Swift; empty for the section `end`.
    public let source: String
    public let blocks: [Block]
  }

  public let language: Language
  public let run: RunFacts
  /// Said at the top, before everything else.
  public let notice: String?
  public let sections: [Section]

  /// Builds the report of a run. `blocks` and `notes` are what the run left behind; `translate`
  /// gives each label in the document's language. Throws for a `{{key}}` without a note.
  public init(
    _ language: Language, lesson: LessonSource, translation: Translation?,
    blocks: [String: [Block]], notes: [String: Value], run: RunFacts,
    translate: (String) -> String
  ) throws {
    self.language = language
    self.run = run
    let values = notes.mapValues { $0.translated(by: translate) }
    var (missing, stale): ([String], [String]) = ([], [])

    func prose(_ id: String, _ english: Prose) throws -> String {
      if language == .zh, !english.isEmpty, let translation {
        if let section = translation[id], !section.prose.isEmpty {
          if section.stamp != Digest.stamp(of: english.text) { stale.append(id) }
          return try filling(section.prose, in: translation.file, with: values)
        }
        missing.append(id)
      }
      return try filling(english, in: lesson.file, with: values)
    }

    var sections = try lesson.cells.map { cell in
      Section(
        id: cell.id, prose: try prose(cell.id, cell.prose), source: cell.source,
        blocks: (blocks[cell.id] ?? []).map { $0.translated(by: translate) })
    }
    if !lesson.closing.isEmpty {
      let id = LessonSource.closingID
      sections.append(
        Section(id: id, prose: try prose(id, lesson.closing), source: "", blocks: []))
    }
    self.sections = sections
    if language == .zh, translation == nil {
      notice = Wording.untranslated
    } else {
      notice =
        missing.isEmpty && stale.isEmpty ? nil : Wording.partly(missing: missing, stale: stale)
    }
  }
}

/// What a report says about the run as a whole.
public struct RunFacts: Sendable, Equatable {
  public let profile: String
  public let seeds: [UInt64]
  public let cores: String
  public let processor: String
  public let system: String

  public init(
    profile: String, seeds: [UInt64], cores: String, processor: String, system: String
  ) {
    self.profile = profile
    self.seeds = seeds
    self.cores = cores
    self.processor = processor
    self.system = system
  }
}

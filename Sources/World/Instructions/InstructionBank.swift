import Foundation

/// What tasks are worded with, from the banks of Data/instructions: descriptions, short texts and
/// tables. Everything is checked when it is read, so that whoever adds a line learns at once what
/// is wrong with it.
///
/// A description may hold `{input}`, where the text in question goes, and must hold the slots of
/// its group, such as `{name}`. Without `{input}` the text goes into the row's own column. Every
/// third description of a group is held out: a rule by place, so that a line added at the end
/// moves no other.
struct InstructionBank: Sendable {
  private let descriptions: [InstructionLanguage: [String: [InstructionWording: [String]]]]
  private let texts: [InstructionLanguage: PhraseBank]
  private let tables: [String: [[String]]]
  let unknown: [InstructionLanguage: [String]]

  init(folder: URL) throws {
    var descriptions: [InstructionLanguage: [String: [InstructionWording: [String]]]] = [:]
    var texts: [InstructionLanguage: PhraseBank] = [:]
    var unknown: [InstructionLanguage: [String]] = [:]
    let shared = try PhraseBank(named: "tables", in: folder)
    for language in InstructionLanguage.allCases {
      descriptions[language] = try Self.descriptions(language, in: folder)
      texts[language] = try Self.texts(language, in: folder)
      unknown[language] = try Self.phrases(shared, "unknown.\(language)")
    }
    self.descriptions = descriptions
    self.texts = texts
    self.unknown = unknown
    tables = try Dictionary(
      uniqueKeysWithValues: Self.columns.map { name, columns in
        _ = try Self.phrases(shared, name)
        return (name, try Table(shared, name, columns: columns, in: folder).rows)
      })
    try checkTables()
  }

  /// The descriptions of a group, such as `person.town`; asking for one that was not declared is a
  /// programmer's error.
  func descriptions(
    _ group: String, _ language: InstructionLanguage, _ wording: InstructionWording
  ) -> [String] {
    guard let phrases = descriptions[language]?[group]?[wording] else {
      preconditionFailure("no descriptions \(group) in \(language) are declared")
    }
    return phrases
  }

  /// The texts of a group, or none if it is not there.
  func texts(_ group: String, _ language: InstructionLanguage) -> [String] {
    let bank = texts[language]!
    return bank.keys.contains(group) ? bank[group] : []
  }

  func rows(_ table: String) -> [[String]] {
    guard let rows = tables[table] else { preconditionFailure("no table \(table) is declared") }
    return rows
  }

  /// A phrase with its slots filled.
  static func fill(_ phrase: String, _ slots: [String: String]) -> String {
    var text = ""
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let slot = String(rest[rest.index(after: open)..<close])
      guard let value = slots[slot] else {
        preconditionFailure("nothing fills the slot {\(slot)} of “\(phrase)”")
      }
      text += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

/// A bank of Data/instructions that cannot be used.
public struct InstructionBankError: LocalizedError, Equatable {
  public let bank: String
  public let group: String
  public let reason: String

  init(_ bank: String, _ group: String, _ reason: String) {
    (self.bank, self.group, self.reason) = (bank, group, reason)
  }

  public var errorDescription: String? {
    "Data/instructions/\(bank).txt, group \(group): \(reason)"
  }
  public var recoverySuggestion: String? {
    "Data/instructions/README.md lists the groups and their slots"
  }
}

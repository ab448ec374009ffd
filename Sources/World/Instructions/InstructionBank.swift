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

extension InstructionBank {
  /// The slots that each description of a group must hold.
  private static let slots: [String: Set<String>] = {
    var slots: [String: Set<String>] = [:]
    for group in ["town", "job", "pet", "petName", "dish", "hobby", "month", "friend"] {
      slots["person." + group] = ["name"]
    }
    for group in ["town", "job", "pet", "dish"] {
      slots["relation." + group] = ["name", "relation"]
    }
    for group in ["when", "where", "what", "price"] { slots["reading." + group] = [] }
    for group in ["weekdayAfter", "weekdayBefore"] { slots["calendar." + group] = ["day", "n"] }
    for group in ["monthAfter", "monthBefore"] { slots["calendar." + group] = ["month", "n"] }
    slots["extraction.person"] = ["fields"]
    slots["extraction.order"] = ["fields"]
    slots["conversion"] = ["amount", "unit"]
    slots["refusal.untold"] = ["name", "fact"]
    slots["counting.occurrences"] = ["item"]
    for group in [
      "sentiment", "reviewDomain", "documentKind", "translation.toEnglish",
      "translation.toChinese", "sum.digits", "sum.words", "sum.story", "reading.who",
      "rewriting.polite", "rewriting.plain", "rewriting.question", "rewriting.negative",
      "counting.characters", "counting.items", "ordering.ascending", "ordering.descending",
      "ordering.months", "ordering.lengths", "completion.idiom", "completion.measure",
      "comparison.older", "comparison.younger", "comparison.dearer", "comparison.cheaper",
      "naming.idiom", "naming.thing", "opposite", "position.first", "position.last",
      "position.second", "reversal.list", "reversal.characters", "oddOne",
    ] { slots[group] = [] }
    return slots
  }()

  /// Groups that make sense in Chinese only.
  private static let chineseOnly: Set = [
    "person.petName", "person.month", "person.friend", "sum.words", "reading.where",
  ]

  /// Tasks without a text to ask about.
  private static func standsAlone(_ group: String) -> Bool {
    ["person.", "relation.", "calendar.", "conversion", "refusal."].contains(where: group.hasPrefix)
  }

  /// Slots that a description may hold beside those that it must.
  private static func optionalSlots(_ group: String) -> Set<String> {
    if standsAlone(group) { return [] }
    return group.hasPrefix("reading.") && group != "reading.who" ? ["input", "name"] : ["input"]
  }

  private static let columns: [(name: String, columns: Int)] = [
    ("opposites.zh", 2), ("opposites.en", 2), ("requests.zh", 1), ("requests.en", 1),
    ("habits.zh", 1), ("habits.en", 2), ("untold.zh", 1), ("untold.en", 1), ("units.zh", 3),
    ("units.en", 4), ("kinds.zh", 2), ("kinds.en", 2), ("wares", 2),
  ]

  private static let textSlots: [String: Set<String>] = [
    "person": ["name", "age", "town", "job", "pet"],
    "order": ["name", "list", "total"],
    "errand": ["name", "day", "thing", "price"],
    "ages": ["name", "other", "a", "b"],
    "prices": ["thing", "other", "a", "b"],
    "story.add": ["name", "a", "b", "thing"],
    "story.subtract": ["name", "a", "b", "thing"],
    "story.multiply": ["name", "a", "b", "thing"],
  ]

  private static let optionalTextSlots: [InstructionLanguage: [String: Set<String>]] = [
    .zh: [
      "person": ["petUnit"], "order": ["shop"], "errand": ["shop"],
      "prices": ["unit", "otherUnit"], "story.add": ["unit"], "story.subtract": ["unit"],
      "story.multiply": ["unit"],
    ],
    .en: [
      "person": ["heUp"], "story.add": ["he", "him"], "story.subtract": ["he", "him"],
      "story.multiply": ["he", "him"],
    ],
  ]

  private static func descriptions(
    _ language: InstructionLanguage, in folder: URL
  ) throws -> [String: [InstructionWording: [String]]] {
    let bank = try PhraseBank(named: "descriptions.\(language)", in: folder)
    if let stranger = bank.keys.first(where: {
      slots[$0] == nil || language == .en && chineseOnly.contains($0)
    }) {
      throw InstructionBankError(bank.name, stranger, "no task is worded with this group")
    }
    var seen = Set<String>()
    var groups: [String: [InstructionWording: [String]]] = [:]
    for (group, required) in slots where language == .zh || !chineseOnly.contains(group) {
      let found = try phrases(bank, group)
      guard found.count >= 3 else {
        throw InstructionBankError(
          bank.name, group, "it has \(found.count) descriptions; the third is the one held out")
      }
      for phrase in found {
        try check(
          phrase, of: bank, group, holds: required, mayHold: optionalSlots(group))
        guard seen.insert(phrase).inserted else {
          throw InstructionBankError(bank.name, group, "“\(phrase)” stands twice in the file")
        }
      }
      var parts: [InstructionWording: [String]] = [:]
      for (place, phrase) in found.enumerated() {
        parts[place % 3 == 2 ? .heldOut : .seen, default: []]
          .append(phrase.replacing("\\n", with: "\n"))
      }
      groups[group] = parts
    }
    return groups
  }

  private static func texts(
    _ language: InstructionLanguage, in folder: URL
  ) throws -> PhraseBank {
    let bank = try PhraseBank(named: "texts.\(language)", in: folder)
    for group in Set(textSlots.keys).union(bank.keys).sorted() {
      let isAnswer = group.hasPrefix("answer.")
      guard let required = isAnswer ? ["value"] : textSlots[group] else {
        throw InstructionBankError(bank.name, group, "no task has a use for this group")
      }
      // Reading asks where something was bought, in Chinese only: there shops have names.
      let names: Set = group == "errand" && language == .zh ? ["shop"] : []
      for phrase in try phrases(bank, group) {
        try check(
          phrase, of: bank, group, holds: required.union(names),
          mayHold: isAnswer
            ? ["name", "heUp"] : optionalTextSlots[language]?[group] ?? [])
      }
    }
    return bank
  }

  private static func phrases(_ bank: PhraseBank, _ group: String) throws -> [String] {
    guard bank.keys.contains(group), !bank[group].isEmpty else {
      throw InstructionBankError(bank.name, group, "the group is missing or empty")
    }
    return bank[group]
  }

  private static func check(
    _ phrase: String, of bank: PhraseBank, _ group: String, holds required: Set<String>,
    mayHold optional: Set<String>
  ) throws {
    let found = Set(phrase.matches(of: /\{([^{}]*)\}/).map { String($0.1) })
    if let missing = required.subtracting(found).min() {
      throw InstructionBankError(bank.name, group, "“\(phrase)” lacks the slot {\(missing)}")
    }
    if let unknown = found.subtracting(required).subtracting(optional).min() {
      throw InstructionBankError(
        bank.name, group, "“\(phrase)” holds the slot {\(unknown)}, which nothing fills")
    }
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

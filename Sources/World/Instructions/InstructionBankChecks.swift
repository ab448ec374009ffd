import Foundation

/// What the banks must hold, and how each file is read and checked.
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

  static let columns: [(name: String, columns: Int)] = [
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

  static func descriptions(
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
    for group in slots.keys.sorted() where language == .zh || !chineseOnly.contains(group) {
      let found = try phrases(bank, group)
      guard found.count >= 3 else {
        throw InstructionBankError(
          bank.name, group, "it has \(found.count) descriptions; the third is the one held out")
      }
      for phrase in found {
        try check(
          phrase, of: bank, group, holds: slots[group]!, mayHold: optionalSlots(group))
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

  static func texts(
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

  static func phrases(_ bank: PhraseBank, _ group: String) throws -> [String] {
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

  /// Numbers that are none and kinds of too few things would be noticed only when a task is drawn.
  func checkTables() throws {
    for table in ["units.zh", "units.en"] {
      for row in rows(table) where (Int(row.last!) ?? 0) < 1 {
        throw InstructionBankError("tables", table, "“\(row.last!)” is no whole number above zero")
      }
    }
    for language in InstructionLanguage.allCases {
      for row in rows("kinds.\(language)") where Self.members(row[1], language).count < 3 {
        throw InstructionBankError("tables", "kinds.\(language)", "\(row[0]) needs three members")
      }
    }
  }

  /// Shops sell only what the world can count.
  func checkWares(of world: ClosedWorld) throws {
    for row in rows("wares") {
      guard world.shops.contains(where: { $0[.kind] == row[0] }) else {
        throw InstructionBankError("tables", "wares", "no shop of the world is a \(row[0])")
      }
      let counted = world.counted.map(\.chinese)
      if let stranger = Self.members(row[1], .zh).first(where: { !counted.contains($0) }) {
        throw InstructionBankError("tables", "wares", "the world does not count \(stranger)")
      }
    }
  }

  /// The members of a list in a table's column.
  static func members(_ column: String, _ language: InstructionLanguage) -> [String] {
    column.split(separator: language == .zh ? "、" : ", ").map(String.init)
  }
}

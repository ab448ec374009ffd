import Tensors

/// A task before it is worded.
struct TaskDraft {
  /// The group of descriptions, such as `person.town`.
  var group: String
  var slots: [String: String] = [:]
  var input = ""
  /// The first is the answer that training shows.
  var answers: [String]
  var form = InstructionTask.Form.text
  var label: String?
  var people: [String] = []
  /// What decides the split of a task whose parts do not belong to one by themselves.
  var subject: String?
}

/// Draws drafts of one split from the world. Each family's file extends it.
struct TaskWriter: Sendable {
  let world: ClosedWorld
  let bank: InstructionBank
  let split: Split
  var random: SeededRandom

  /// Writes a draft, or nothing when what was drawn does not fit.
  typealias Write = @Sendable (inout TaskWriter, InstructionLanguage) -> TaskDraft?

  /// One of a text group's phrases, filled.
  mutating func text(
    _ group: String, _ language: InstructionLanguage, _ slots: [String: String]
  ) -> String {
    InstructionBank.fill(random.pick(bank.texts(group, language)), slots)
  }

  mutating func row(_ table: String) -> [String] { random.pick(bank.rows(table)) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.int(below: range.count)
  }

  mutating func person() -> Person { random.pick(world.people(split)) }

  func name(_ person: Person, _ language: InstructionLanguage) -> String {
    language == .zh ? person.name : person[.nameEn]
  }

  /// Items as a list is written in the language.
  func list(_ items: [String], _ language: InstructionLanguage) -> String {
    items.joined(separator: language == .zh ? "、" : ", ")
  }

  /// The ways to write a list that are accepted; the first is the usual one.
  func lists(_ items: [String], _ language: InstructionLanguage) -> [String] {
    let usual = list(items, language)
    let others = ["、", "，", ", ", ",", " "].map { items.joined(separator: $0) }
    return [usual] + others.filter { $0 != usual }
  }
}

/// One kind of draft in one language; the variants of a family are drawn equally often.
struct TaskVariant: Sendable {
  let language: InstructionLanguage
  let write: TaskWriter.Write

  /// Three in Chinese for one in English.
  static func both(_ write: @escaping TaskWriter.Write) -> [TaskVariant] {
    chinese(write) + [TaskVariant(language: .en, write: write)]
  }

  static func chinese(_ write: @escaping TaskWriter.Write) -> [TaskVariant] {
    Array(repeating: TaskVariant(language: .zh, write: write), count: 3)
  }
}

extension InstructionFamily {
  /// What the family's tasks are drawn from, in equal parts.
  var variants: [TaskVariant] {
    switch self {
    case .sentiment:
      [true, false].flatMap { positive in TaskVariant.both { $0.sentiment(positive, $1) } }
    case .reviewDomain:
      ReviewDomain.allCases.flatMap { domain in
        TaskVariant.both { $0.reviewDomain(domain, $1) }
      }
    case .documentKind:
      TaskWriter.documentKinds.flatMap { kind in TaskVariant.both { $0.documentKind(kind, $1) } }
    case .person:
      TaskWriter.facts.flatMap { fact in
        fact.isChineseOnly
          ? TaskVariant.chinese { $0.person(fact, $1) } : TaskVariant.both { $0.person(fact, $1) }
      }
    case .relation:
      TaskWriter.relationFacts.flatMap { fact in TaskVariant.both { $0.relation(fact, $1) } }
    case .refusal: TaskVariant.both { $0.unknownPerson($1) } + TaskVariant.both { $0.untold($1) }
    case .translation:
      TaskWriter.Translated.allCases.flatMap { what in
        TaskVariant.both { $0.translation(what, toEnglish: true, $1) }
          + TaskVariant.both { $0.translation(what, toEnglish: false, $1) }
      }
    case .rewriting:
      TaskWriter.Rewriting.allCases.flatMap { how in TaskVariant.both { $0.rewriting(how, $1) } }
    case .sum:
      Sum.Operation.allCases.flatMap { operation in
        TaskVariant.both { $0.sum(operation, $1) }
          + TaskVariant.both { $0.sumStory(operation, $1) }
          + TaskVariant.chinese { writer, _ in writer.sumInWords(operation) }
      }
    case .conversion: TaskVariant.both { $0.conversion($1) }
    case .calendar:
      [true, false].flatMap { forward in
        TaskVariant.both { $0.weekday(forward: forward, $1) }
          + TaskVariant.both { $0.month(forward: forward, $1) }
      }
    case .extraction:
      TaskVariant.both { $0.personRecord($1) } + TaskVariant.both { $0.orderRecord($1) }
    case .reading:
      TaskWriter.ErrandFact.allCases.flatMap { fact in
        fact == .where
          ? TaskVariant.chinese { $0.reading(fact, $1) }
          : TaskVariant.both { $0.reading(fact, $1) }
      }
    case .counting:
      TaskVariant.both { $0.characterCount($1) } + TaskVariant.both { $0.itemCount($1) }
        + TaskVariant.both { $0.occurrenceCount($1) }
    case .ordering:
      TaskVariant.both { $0.numberOrder(rising: true, $1) }
        + TaskVariant.both { $0.numberOrder(rising: false, $1) }
        + TaskVariant.both { $0.monthOrder($1) } + TaskVariant.both { $0.lengthOrder($1) }
    case .comparison:
      [(true, true), (true, false), (false, true), (false, false)].flatMap { more, first in
        TaskVariant.both { $0.ages(older: more, isFirst: first, $1) }
          + TaskVariant.both { $0.prices(dearer: more, isFirst: first, $1) }
      }
    case .reversal:
      TaskVariant.both { $0.reversedList($1) } + TaskVariant.both { $0.reversedCharacters($1) }
    case .completion:
      TaskVariant.both { $0.idiomGap($1) } + TaskVariant.both { $0.measureWord($1) }
    case .naming: TaskVariant.both { $0.idiomName($1) } + TaskVariant.both { $0.thingName($1) }
    case .opposite: TaskVariant.both { $0.opposite($1) }
    case .position:
      TaskWriter.Place.allCases.flatMap { place in TaskVariant.both { $0.position(place, $1) } }
    case .oddOne:
      (0..<4).flatMap { place in TaskVariant.both { $0.oddOne(at: place, $1) } }
    }
  }
}

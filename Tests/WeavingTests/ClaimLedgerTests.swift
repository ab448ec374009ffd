import Foundation
import Testing
import Weaving

@Suite struct ClaimLedgerTests {
  static let planned = """
    - id: C02.1
      lesson: 02
      source: 000:75, 001:85-92
      kind: S
      statement: { en: Less time., zh: 更省时间。 }
      metric:
        en: >-
          seconds,
          as a ratio
        zh: 秒数之比
      rule: { en: "beyond it: supported", zh: 超过即支持 }
      margin: 0.03
      controls: { en: a control, zh: 一个对照 }

    """

  static let waiting = """
    - id: C26.10
      lesson: 26
      source: course
      kind: N
      statement:
        en: More machines.
        zh: 更多机器。

    """

  @Test func entriesAreRead() throws {
    let ledger = try ClaimLedger(parsing: Self.planned + "\n# A remark.\n" + Self.waiting)
    let entry = try #require(ledger["C02.1"])
    #expect(entry.id == "C02.1" && entry.lesson == 2 && entry.kind == .superior && entry.line == 1)
    #expect(entry.statement == Bilingual(en: "Less time.", zh: "更省时间。"))
    #expect(entry.plan?.metric == Bilingual(en: "seconds, as a ratio", zh: "秒数之比"))
    #expect(entry.plan?.rule.en == "beyond it: supported")
    #expect(entry.plan?.margin == 0.03 && entry.plan?.controls?.zh == "一个对照")
    #expect(entry.source.text(.en) == "lecture 000, line 75; lecture 001, lines 85–92")
    #expect(entry.source.text(.zh) == "讲义 000，第 75 行；讲义 001，第 85–92 行")
    #expect(ledger["C26.10"]?.plan == nil && ledger["C26.10"]?.line == 16)
    #expect(ledger["C26.10"]?.source.text(.zh) == "本课程提出")
    #expect(ledger.entries(ofLesson: 26).map(\.id) == ["C26.10"])
    #expect(ledger["C02.2"] == nil && ledger.entries(ofLesson: 3).isEmpty)
  }

  /// One change to the entry above, the line of the mistake and how its error begins.
  @Test(
    arguments: [
      ("id: C02.1", "id: C2.1", 1, "\"C2.1\" is no claim's id"),
      ("id: C02.1", "id: C02.0", 1, "\"C02.0\" is no claim's id"),
      ("id: C02.1\n  ", "", 1, "an entry has no id"),
      ("lesson: 02", "lesson: 03", 2, "C02.1 is entered for lesson 03"),
      ("  lesson: 02\n", "", 1, "C02.1 has no lesson"),
      ("source: 000:75", "source: 000", 3, "\"000, 001:85-92\" is no source of C02.1"),
      ("85-92", "92-85", 3, "\"000:75, 001:92-85\" is no source of C02.1"),
      ("kind: S", "kind: Q", 4, "C02.1 has the unknown kind Q"),
      ("kind: S", "kind: X", 12, "C02.1 has a margin and is of kind X"),
      (", zh: 更省时间。", "", 5, "the statement of C02.1 is not there in English and Chinese"),
      ("zh: 更省时间。", "zh: 更省, fr: Moins", 5, "the statement of C02.1 is not there in English and"),
      ("zh: 更省时间。", "zh: ''", 5, "C02.1 has no statement in zh"),
      ("statement: {", "statment: {", 5, "C02.1 has the unknown key statment"),
      ("  margin: 0.03\n", "", 1, "C02.1 has no margin and is of kind S"),
      ("margin: 0.03", "margin: 3 points", 12, "the margin of C02.1 is no number"),
      ("margin: 0.03", "margin: -1", 12, "the margin of C02.1 is no number"),
      ("  rule: { en: \"beyond it: supported\", zh: 超过即支持 }\n", "", 1, "the rule of C02.1 is not"),
      ("kind: S", "kind: S\n  kind: E", nil, "the key"),
      ("\"beyond it: supported\"", "beyond: it: supported", nil, ""),
    ] as [(String, String, Int?, String)])
  func mistakesAreNamed(old: String, new: String, line: Int?, reason: String) throws {
    let text = Self.planned.replacing(old, with: new)
    try #require(text != Self.planned)
    let error = try #require(throws: WeavingError.self) { try ClaimLedger(parsing: text) }
    #expect(error.file == "Lessons/claims.yaml" && !error.help.isEmpty)
    #expect(error.line == line || (line == nil && error.line != nil), "\(error)")
    #expect(error.reason.hasPrefix(reason), "\(error)")
  }

  @Test func aDoubledIdIsNamedWithBothLines() throws {
    let error = try #require(throws: WeavingError.self) {
      try ClaimLedger(parsing: Self.waiting + Self.planned + Self.waiting)
    }
    #expect(error.line == 21 && error.reason == "C26.10 stands on line 1 already")
  }

  @Test func aRuleIsNotLeftInHalf() throws {
    let error = try #require(throws: WeavingError.self) {
      try ClaimLedger(parsing: Self.waiting + "  margin: 0.03\n")
    }
    #expect(error.line == 8 && error.reason == "C26.10 has no metric and rule")
  }

  @Test(arguments: ["", "id: C02.1\n", "- 3\n", "- [C02.1]\n"]) func whatIsNoLedgerIsRefused(
    text: String
  ) {
    #expect(throws: WeavingError.self) { try ClaimLedger(parsing: text) }
  }

  @Test func aMissingFileIsNamed() throws {
    let error = try #require(throws: WeavingError.self) {
      try ClaimLedger(root: FileManager.default.temporaryDirectory)
    }
    #expect(error.errorDescription == "Lessons/claims.yaml: it is missing or not UTF-8")
  }

  /// The course's own: numbered without gaps, and planned where its lesson is written.
  @Test func theLedgerOfTheCourse() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let ledger = try ClaimLedger(root: root)
    for lesson in 0...26 {
      let entries = ledger.entries(ofLesson: lesson)
      let prefix = lesson < 10 ? "C0\(lesson)" : "C\(lesson)"
      #expect(entries.map(\.id) == (1...max(1, entries.count)).map { "\(prefix).\($0)" })
      if lesson <= 3 { #expect(entries.allSatisfy { $0.plan != nil }) }
    }
    #expect(ledger.entries.map(\.lesson) == ledger.entries.map(\.lesson).sorted())
    for entry in ledger.entries {
      let texts = [
        entry.statement, entry.plan?.metric, entry.plan?.rule, entry.plan?.controls,
      ].compactMap { $0 }
      #expect(texts.allSatisfy { $0.zh.contains { $0.unicodeScalars.first!.value > 0x4e00 } })
      #expect(!texts.contains { $0.en.contains { $0.unicodeScalars.first!.value > 0x4e00 } })
    }
  }
}

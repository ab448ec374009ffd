import Files
import Foundation
import Testing
import World

let bankFolder = try! CourseFolder.data().appendingPathComponent("instructions", isDirectory: true)

@Suite struct InstructionBankTests {
  /// A copy of the banks in which one text of one file is another.
  private func reading(_ file: String, _ old: String, _ new: String) throws -> Instructions {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("instructions-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.copyItem(at: bankFolder, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let bank = folder.appendingPathComponent(file)
    let text = try String(contentsOf: bank, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: bank)
    return try Instructions(of: sharedWorld, from: folder)
  }

  @Test(arguments: [
    ("descriptions.zh.txt", "{name}住在哪个镇？", "他住在哪个镇？", "lacks the slot {name}"),
    ("descriptions.zh.txt", "{name}住在哪个镇？", "{name}住在{where}？", "the slot {where}"),
    ("descriptions.zh.txt", "翻译成英文。", "用英语怎么说？", "stands twice"),
    ("descriptions.zh.txt", "# opposite\n", "# opposites\n", "no task is worded"),
    (
      "descriptions.en.txt", "Write the opposite of this sentence with “does not”.\n",
      "Write {input} with {word}.\n", "the slot {word}"
    ),
    ("descriptions.en.txt", "How does {name} spend a free afternoon?\n", "", "it has 2"),
    ("texts.zh.txt", "今年{age}岁，住在{town}，", "住在{town}，", "lacks the slot {age}"),
    ("texts.en.txt", "# answer.town", "# answers.town", "no task has a use"),
    ("tables.txt", "# unknown.en", "# unknowns", "missing or empty"),
  ]) func whatIsWrongWithABankIsSaid(
    _ file: String, _ old: String, _ new: String, _ reason: String
  ) {
    #expect {
      try reading(file, old, new)
    } throws: { error in
      guard let error = error as? InstructionBankError else { return false }
      return error.errorDescription!.contains(file.dropLast(4)) && error.reason.contains(reason)
        && error.recoverySuggestion != nil
    }
  }

  @Test func aRowWithTooFewColumnsIsAnError() {
    #expect(throws: PhraseBankError.self) { try reading("tables.txt", "米|厘米|100", "米|厘米") }
  }

  @Test func everyFamilyIsAskedForInManyWords() throws {
    for (language, least, heldOut) in [("zh", 6, 2), ("en", 3, 1)] {
      let bank = try PhraseBank(named: "descriptions.\(language)", in: bankFolder)
      for family in InstructionFamily.allCases {
        let groups = bank.keys.filter { $0.prefix { $0 != "." } == family.rawValue }
        let count = groups.reduce(0) { $0 + bank[$1].count }
        #expect(count >= least, "\(family)")
        #expect(groups.reduce(0) { $0 + bank[$1].count / 3 } >= heldOut, "\(family)")
      }
    }
  }

  @Test func tablesAgreeWithTheWorld() throws {
    let bank = try PhraseBank(named: "tables", in: bankFolder)
    let kinds = Set(sharedWorld.shops.map { $0[.kind] })
    let things = Set(sharedWorld.counted.map(\.chinese))
    for row in bank["wares"] {
      let columns = row.split(separator: "|")
      #expect(kinds.contains(String(columns[0])))
      #expect(columns[1].split(separator: "、").allSatisfy { things.contains(String($0)) }, "\(row)")
    }
    for group in ["kinds.zh", "kinds.en"] {
      var seen = Set<Substring>()
      for row in bank[group] {
        let members = row.split(separator: "|")[1].split { "、,".contains($0) }
        #expect(members.count >= 3 && members.allSatisfy { seen.insert($0).inserted }, "\(row)")
      }
    }
  }
}

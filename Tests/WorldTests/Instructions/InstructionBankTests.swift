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
    ("tables.txt", "书店|书、词典、图画书", "书屋|书", "no shop of the world is a 书屋"),
    ("tables.txt", "书店|书、词典、图画书", "书店|书、杂志", "the world does not count 杂志"),
    ("tables.txt", "米|厘米|100", "米|厘米|many", "“many” is no whole number above zero"),
    ("tables.txt", "season|spring, summer, autumn, winter", "season|spring, summer", "three"),
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

  /// What is of two kinds at once would make an odd one that is not odd.
  @Test func nothingIsOfTwoKinds() throws {
    let bank = try PhraseBank(named: "tables", in: bankFolder)
    for group in ["kinds.zh", "kinds.en"] {
      var seen = Set<Substring>()
      for row in bank[group] {
        for member in row.split(separator: "|")[1].split(whereSeparator: { "、,".contains($0) }) {
          #expect(seen.insert(member).inserted, "\(member)")
        }
      }
    }
  }
}

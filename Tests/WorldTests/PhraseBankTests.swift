import Files
import Foundation
import Testing
import World

@Suite struct PhraseBankTests {
  private func banks() throws -> [PhraseBank] {
    let folder = try CourseFolder.data().appendingPathComponent("world")
    return try ClosedWorld.frameBanks.map { try PhraseBank(named: $0, in: folder) }
  }

  @Test func thereAreManyPhrasesAndNoneTwiceInAGroup() throws {
    var total = 0
    for bank in try banks() {
      total += bank.count
      for key in bank.keys {
        // A line of nothing but slots may come twice, which gives it weight.
        let written = bank[key].filter { phrase in
          phrase.replacing(/\{[^}]*\}/, with: "").contains { $0.isLetter }
        }
        #expect(Set(written).count == written.count, "\(bank.name), \(key)")
      }
    }
    #expect(total >= 2_500)
  }

  @Test(arguments: [
    ("{p.twon}", "unknown"), ("{nothing}", "unknown"), ("{p.pet/does}", "no group"),
    ("{p.town", "not closed"), ("[a|b", "not closed"), ("a]", "outside"), ("{a=none}", "no group"),
  ]) func aBadFrameIsNamed(_ frame: String, _ reason: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeAtomically(Data("# g\n\(frame)\n".utf8), to: folder.appendingPathComponent("bad.txt"))
    let bank = try PhraseBank(named: "bad", in: folder)
    let error = try #require(throws: GrammarError.self) {
      try Grammar(banks: [bank], variables: [], values: ["pet": ["猫"]])
    }
    #expect(error.errorDescription?.contains("bad.txt, group g") == true)
    #expect(error.reason.contains(reason), "\(error.reason)")
  }

  @Test func aBadBankIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeAtomically(Data("early\n# g\n".utf8), to: folder.appendingPathComponent("bad.txt"))
    let error = #expect(throws: PhraseBankError.self) { try PhraseBank(named: "bad", in: folder) }
    #expect(error?.line == 1)
    #expect(throws: PhraseBankError.self) { try PhraseBank(named: "missing", in: folder) }
    #expect(throws: PhraseBankError.self) { try ClosedWorld(seed: 1, from: folder) }
  }
}

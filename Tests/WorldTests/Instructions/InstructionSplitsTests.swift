import Foundation
import Testing
import World

@Suite struct InstructionSplitsTests {
  private func mixed(
    _ split: Split, _ wording: InstructionWording = .seen, _ count: Int = 3_000
  ) -> [InstructionTask] {
    Array(sharedInstructions.mixed(.general, split, wording: wording, seed: 9).prefix(count))
  }

  @Test func trainingSpeaksOfNobodyHeldOut() {
    let train = mixed(.train)
    #expect(train.flatMap(\.people).allSatisfy { Split(of: $0) == .train })
    let text = train.map { $0.instruction + "\n" + $0.input + "\n" + $0.output }
      .joined(separator: "\n")
    let names = [Split.validation, .heldOut].flatMap { split in
      sharedWorld.people(split).map(\.name) + sharedWorld.shops(split).map(\.name)
        + sharedWorld.towns(split).map(\.name)
    }
    let leaked = text.withCString { text in names.filter { strstr(text, $0) != nil } }
    #expect(leaked.isEmpty)
    for split in Split.allCases {
      for task in mixed(split, .seen, 500) {
        #expect(task.people.allSatisfy { Split(of: $0) == split }, "\(task)")
      }
    }
  }

  @Test func whatIsAskedInOneSplitIsAskedInNoOther() throws {
    for family in InstructionFamily.allCases {
      let train = try sharedInstructions.tasks(family, 300, .train, seed: 4)
      let known = Set(train.map { [$0.instruction, $0.input] })
      for split in [Split.validation, .heldOut] {
        for task in try sharedInstructions.tasks(family, 30, split, seed: 4) {
          #expect(!known.contains([task.instruction, task.input]), "\(task)")
        }
      }
    }
  }

  @Test func wordsAndIdiomsAreParted() throws {
    func inputs(_ family: InstructionFamily, _ split: Split) throws -> Set<String> {
      Set(
        try sharedInstructions.tasks(family, 60, split, seed: 4)
          .filter { $0.label != "sentence" && !$0.input.isEmpty }.map(\.input))
    }
    for family in [InstructionFamily.translation, .naming, .opposite, .completion] {
      #expect(try inputs(family, .train).isDisjoint(with: inputs(family, .heldOut)))
    }
  }

  @Test func heldOutWordingIsNeverSeen() throws {
    let heldOut = try ["zh", "en"].flatMap { language in
      let bank = try PhraseBank(named: "descriptions.\(language)", in: bankFolder)
      return bank.keys.flatMap { group in
        bank[group].enumerated().filter { $0.offset % 3 == 2 && !$0.element.contains("{") }
          .map(\.element)
      }
    }
    #expect(heldOut.count > 40)
    let seen = Set(
      InstructionFamily.allCases.flatMap {
        try! sharedInstructions.tasks($0, 300, .train, seed: 6).map(\.instruction)
      })
    #expect(seen.isDisjoint(with: heldOut))
    let unseen = Set(mixed(.train, .heldOut).map(\.instruction))
    #expect(unseen.isDisjoint(with: mixed(.train).filter { $0.people.isEmpty }.map(\.instruction)))
    #expect(!unseen.isDisjoint(with: heldOut))
  }

  @Test func mixturesLeaveOutWhatTheySay() {
    let general = mixed(.train)
    #expect(
      Set(general.map(\.family))
        == Set(InstructionFamily.allCases).subtracting(
          InstructionFamily.heldOut))
    let without = Array(
      sharedInstructions.mixed(.withoutSentiment, .train, seed: 9).prefix(3_000))
    #expect(!without.contains { $0.family.asksAboutReviews })
    for task in without {
      let text = task.instruction + task.input + task.output
      for word in ["积极", "消极", "评论", "情感", "positive", "negative", "review", "sentiment"] {
        #expect(!text.contains(word), "\(task)")
      }
    }
  }

  @Test func sharesAreKept() {
    let tasks = mixed(.train, .seen, 5_000)
    let parts = InstructionMixture.general.parts
    let whole = parts.reduce(0) { $0 + $1.share }
    for part in parts {
      let found = Double(tasks.count { $0.family == part.family }) / Double(tasks.count)
      #expect(abs(found - part.share / whole) < 0.02, "\(part)")
    }
    let english = Double(tasks.count { $0.language == .en }) / Double(tasks.count)
    #expect((0.18...0.27).contains(english))
  }

  @Test func aFamilyThatHasRunOutBeginsAgain() {
    let one = InstructionMixture([(.opposite, 1)])
    let tasks = Array(sharedInstructions.mixed(one, .validation, seed: 1).prefix(1_000))
    #expect(tasks.count == 1_000)
    #expect(Set(tasks.map { [$0.instruction, $0.input] }).count < 900)
  }
}

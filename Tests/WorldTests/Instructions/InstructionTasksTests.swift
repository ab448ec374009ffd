import Foundation
import Testing
import World

/// The instruction tasks that the tests of this target look at.
let sharedInstructions = try! Instructions(of: sharedWorld)

@Suite struct InstructionTasksTests {
  private static let mixed: [InstructionTask] = Array(
    sharedInstructions.mixed(.general, .train, seed: 3).prefix(5_000))

  private func tasks(
    _ family: InstructionFamily, _ count: Int = 200, _ split: Split = .train
  ) throws -> [InstructionTask] {
    try sharedInstructions.tasks(family, count, split, seed: 2)
  }

  @Test func theSameSeedGivesTheSameTasks() throws {
    let again = try Instructions(of: ClosedWorld.load(seed: 1))
    let first = Array(again.mixed(.general, .train, seed: 3).prefix(1_000))
    #expect(first == Array(Self.mixed.prefix(1_000)))
    let other = Array(sharedInstructions.mixed(.general, .train, seed: 4).prefix(1_000))
    #expect(other != first)
    for family in InstructionFamily.allCases {
      let some = try tasks(family, 60)
      #expect(try Array(tasks(family, 100).prefix(60)) == some)
      #expect(try sharedInstructions.tasks(family, 60, .train, seed: 5) != some)
    }
    #expect(try sharedWorld.instructions(.sum, 20, .train, seed: 2) == tasks(.sum, 20))
  }

  @Test func noTaskComesTwice() {
    #expect(Set(Self.mixed.map { [$0.instruction, $0.input] }).count == Self.mixed.count)
  }

  @Test func everyFamilyHoldsManyTasksInEverySplit() throws {
    for family in InstructionFamily.allCases {
      for (split, count) in [(Split.train, 200), (.validation, 24), (.heldOut, 30)] {
        for wording in InstructionWording.allCases {
          let tasks = try sharedInstructions.tasks(family, count, split, wording: wording, seed: 1)
          #expect(Set(tasks.map { [$0.instruction, $0.input] }).count == count)
          #expect(tasks.allSatisfy { $0.split == split && $0.wording == wording })
        }
      }
    }
  }

  @Test func askingForMoreThanThereIsIsAnError() {
    #expect {
      try sharedInstructions.tasks(.opposite, 50_000, .validation, seed: 1)
    } throws: { error in
      guard let error = error as? InstructionsExhausted else { return false }
      return error.family == .opposite && error.found > 20
        && error.errorDescription!.contains("opposite")
    }
  }

  @Test func theOraclesAnswerIsCorrect() {
    for task in Self.mixed {
      #expect(task.accepted.first == task.output && !task.output.isEmpty)
      for answer in task.accepted { #expect(task.isCorrect(answer), "\(task)") }
      #expect(task.isCorrect(" \n" + task.output + "\n"))
      if task.form == .text, task.output.last?.isLetter == true {
        #expect(task.isCorrect(task.output + "。") && task.isCorrect(task.output + ". "))
      }
    }
  }

  @Test func otherAnswersAreNot() {
    for task in Self.mixed {
      #expect(!task.isCorrect("") && !task.isCorrect(task.output + task.output))
      #expect(!task.isCorrect(task.instruction))
      #expect(!task.isCorrect(task.output + "？？") && !task.isCorrect("不" + task.output))
    }
    for task in Self.mixed.filter({ $0.family == .sentiment }).prefix(200) {
      for label in ["积极", "消极", "positive", "negative", "中立"] {
        #expect(task.isCorrect(label) == (label == task.output))
      }
    }
  }

  @Test func sumsAreRight() throws {
    let question = /^(\d+)([-+×])(\d+)$/
    var found = 0
    for task in try tasks(.sum, 600) {
      guard let match = task.input.firstMatch(of: question) else { continue }
      found += 1
      let (left, right) = (Int(match.1)!, Int(match.3)!)
      let result = match.2 == "+" ? left + right : match.2 == "-" ? left - right : left * right
      #expect(task.output == "\(result)" && !task.isCorrect("\(result + 1)"))
    }
    #expect(found > 50)
  }

  @Test func ordersReversalsAndCountsAreRight() throws {
    for task in try tasks(.ordering, 400) {
      let numbers = task.input.split { "、, ".contains($0) }.compactMap { Int($0) }
      guard numbers.count >= 3 else { continue }
      let sorted = [numbers.sorted(), numbers.sorted(by: >)].map { numbers in
        numbers.map(String.init).joined(separator: task.language == .zh ? "、" : ", ")
      }
      #expect(sorted.contains(task.output))
    }
    for task in try tasks(.reversal, 200) where !task.input.isEmpty && task.label == "characters" {
      #expect(task.output == String(task.input.reversed()))
    }
    for task in try tasks(.counting, 300) where !task.input.isEmpty && task.label == "items" {
      let items = task.input.split { "、,".contains($0) }
      #expect(task.output == "\(items.count)")
    }
  }

  @Test func factsOfPeopleAreTheWorlds() throws {
    let byName = Dictionary(uniqueKeysWithValues: sharedWorld.people.map { ($0.name, $0) })
    for task in try tasks(.person, 400) where task.language == .zh {
      let person = byName[task.people[0]]!
      let known = [
        person.town, person.job, person.pet, person.petName, person.favouriteDish, person.hobby,
        person[.month], person.friend,
      ]
      #expect(known.contains(task.output))
    }
    for task in try tasks(.refusal, 200) where task.label == "nobody" {
      #expect(byName[task.people[0]] == nil)
    }
  }

  @Test(arguments: [
    (InstructionFamily.sentiment, 2), (.reviewDomain, 6), (.documentKind, 6), (.comparison, 2),
    (.refusal, 2), (.rewriting, 4), (.position, 3), (.oddOne, 4), (.sum, 3), (.translation, 3),
  ]) func classesAreBalanced(_ family: InstructionFamily, _ classes: Int) throws {
    // 1,056 is a whole number of blocks of every one of these families.
    let tasks = try tasks(family, 1_056)
    var counts: [String: Int] = [:]
    for task in tasks { counts[task.label ?? "", default: 0] += 1 }
    if family == .sentiment || family == .reviewDomain || family == .documentKind {
      // A class has a name in either language: three in Chinese for one in English.
      #expect(counts.count == 2 * classes)
      #expect(Set(counts.values) == [1_056 * 3 / 4 / classes, 1_056 / 4 / classes])
    } else {
      #expect(counts.count == classes && Set(counts.values).count == 1)
    }
  }

  @Test func jsonAnswersParse() throws {
    var nested = 0
    for task in try tasks(.extraction, 300) {
      #expect(task.form == .json)
      let object = try JSONSerialization.jsonObject(with: Data(task.output.utf8))
      let members = try #require(object as? [String: Any])
      for key in members.keys { #expect(task.instruction.contains(key), "\(task)") }
      if let items = (members["商品"] ?? members["items"]) as? [[String: Any]] {
        nested += 1
        #expect(!items.isEmpty && items.allSatisfy { $0.count == 2 })
      }
    }
    #expect(nested == 150)
  }

  @Test func jsonIsComparedByValue() throws {
    let task = try #require(tasks(.extraction, 40).first { $0.output.hasPrefix("{\"姓名\"") })
    let object = try JSONSerialization.jsonObject(with: Data(task.output.utf8))
    let pretty = try JSONSerialization.data(
      withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
    #expect(task.isCorrect(String(decoding: pretty, as: UTF8.self)))
    #expect(!task.isCorrect(task.output.replacing("姓名", with: "名字")))
    #expect(!task.isCorrect(String(task.output.dropLast())) && !task.isCorrect("[]"))
  }

  @Test func answersUseTheCharactersOfTheWorld() {
    var frequent: [Character: Int] = [:]
    for document in sharedWorld.documents(.train, seed: 7).prefix(8_000) {
      for character in document.text { frequent[character, default: 0] += 1 }
    }
    // JSON has marks of its own, which no text of the world holds.
    let answers = Self.mixed.map(\.output).joined().filter { !"{}[]\":,".contains($0) }
    let known = answers.count { frequent[$0, default: 0] >= 3 }
    #expect(Double(known) / Double(answers.count) >= 0.98)
  }

  @Test func rowsFitASmallModelAndNoSlotIsLeft() {
    for task in Self.mixed {
      #expect(task.instruction.count + task.input.count + task.output.count <= 330, "\(task)")
      if task.form == .text {
        #expect(!(task.instruction + task.input + task.output).contains { "{}".contains($0) })
      }
    }
  }
}

import Files
import Foundation
import Testing
import World

/// The world that the tests of this target look at.
let sharedWorld = try! ClosedWorld.load(seed: 1)

@Suite struct WorldTests {
  @Test func theSameSeedMakesTheSamePeople() throws {
    let again = try ClosedWorld.load(seed: 1)
    #expect(again.people == sharedWorld.people)
    #expect(again.shops == sharedWorld.shops)
    #expect(try ClosedWorld.load(seed: 2).people != sharedWorld.people)
  }

  @Test func thereAreSeveralHundredPeopleInEverySplit() {
    #expect(sharedWorld.people(.train).count > 400)
    #expect(sharedWorld.people(.validation).count > 50)
    #expect(sharedWorld.people(.heldOut).count > 100)
    for split in Split.allCases {
      #expect(sharedWorld.people(split).allSatisfy { Split(of: $0.name) == split })
      #expect(sharedWorld.dishes(split).allSatisfy { Split(of: $0.name) == split })
      #expect(sharedWorld.dishes(split).count >= 5)
      #expect(sharedWorld.towns(split).count >= 2)
      #expect(sharedWorld.shops(split).count >= 10)
    }
  }

  @Test func namesAreUniqueInBothLanguages() {
    #expect(Set(sharedWorld.people.map(\.name)).count == sharedWorld.people.count)
    #expect(Set(sharedWorld.people.map { $0[.nameEn] }).count == sharedWorld.people.count)
    #expect(Set(sharedWorld.words.map { $0.chinese + $0[.part] }).count == sharedWorld.words.count)
    #expect(Set(sharedWorld.towns.map { $0[.bus] }).count == sharedWorld.towns.count)
  }

  @Test func relationsAgreeFromBothSides() {
    let byName = Dictionary(uniqueKeysWithValues: sharedWorld.people.map { ($0.name, $0) })
    var siblings = 0
    for person in sharedWorld.people {
      #expect(byName[person.friend]?.split == person.split)
      #expect(person.friend != person.name)
      guard let (relation, name) = person.sibling, let sibling = byName[name] else { continue }
      siblings += 1
      #expect(sibling.sibling?.name == person.name)
      #expect(sibling.split == person.split && sibling[.surname] == person[.surname])
      #expect((sibling.age > person.age) == ["哥哥", "姐姐"].contains(relation))
      #expect((sibling[.ta] == "她") == ["姐姐", "妹妹"].contains(relation))
    }
    #expect(siblings > 100)
  }

  @Test func factsComeFromTheTrainSplit() {
    let towns = Set(sharedWorld.towns(.train).map(\.name))
    let dishes = Set(sharedWorld.dishes(.train).map(\.name))
    for person in sharedWorld.people {
      #expect(towns.contains(person.town) && dishes.contains(person.favouriteDish))
    }
  }

  @Test(arguments: [
    (0, "零"), (2, "二"), (10, "十"), (14, "十四"), (20, "二十"), (99, "九十九"),
    (100, "一百"), (105, "一百零五"), (110, "一百一十"), (215, "二百一十五"), (1005, "一千零五"),
    (1015, "一千零一十五"), (1250, "一千二百五十"),
  ]) func numbersAreReadAloud(_ number: Int, _ words: String) {
    #expect(Numerals.chinese(number) == words)
  }

  @Test func englishNumbers() {
    #expect([0, 13, 20, 42].map(Numerals.english) == ["zero", "thirteen", "twenty", "forty-two"])
  }
}

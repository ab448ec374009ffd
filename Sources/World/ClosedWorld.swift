import Files
import Foundation
import Tensors

/// The closed world: everybody and everything that documents and tasks speak of, made from phrase
/// banks and a seed.
///
/// People, towns, dishes and shops belong to a split by their names. A person's own facts (town,
/// dish …) are drawn from the train split whatever the person's is: what is new about held-out
/// people is who they are, not the words that describe them.
public struct ClosedWorld: Sendable {
  public let seed: UInt64
  public let people: [Person]
  public let towns: [Town]
  public let dishes: [Dish]
  public let shops: [Shop]
  public let words: [Word]
  public let reviews: Reviews
  public let prose: Prose
  package let grammar: Grammar
  package let casts: [Split: Casts]
  package let counted: [Countable]
  package let describing: [Adjective]
  package let idioms: [[String]]
  package let things: [[String]]

  /// The world of a seed, from the banks in the course's own data folder.
  public static func load(seed: UInt64) throws -> ClosedWorld {
    try ClosedWorld(
      seed: seed,
      from: CourseFolder.data().appendingPathComponent("world", isDirectory: true))
  }

  /// The world of a seed, from the banks in a folder laid out like Data/world.
  public init(seed: UInt64, from folder: URL) throws {
    let source = try Population(seed: seed, folder: folder)
    self.seed = seed
    reviews = try Reviews(bankFolder: folder)
    towns = source.towns
    dishes = source.dishes
    people = try source.people()
    shops = try source.shops()
    let dictionary = try PhraseBank(named: "words", in: folder)
    words = try Table(dictionary, "words", columns: 5, in: folder).rows.map(Word.init)
    counted = try Table(dictionary, "counted", columns: 5, in: folder).rows.map(Countable.init)
    describing = try Table(dictionary, "describing", columns: 3, in: folder).rows
      .map(Adjective.init)
    let knowledge = try PhraseBank(named: "knowledge", in: folder)
    idioms = try Table(knowledge, "idioms", columns: 3, in: folder).rows
    things = try Table(knowledge, "things", columns: 2, in: folder).rows
    grammar = try Grammar(
      banks: Self.frameBanks.map { try PhraseBank(named: $0, in: folder) },
      variables: Self.variables,
      values: [
        "pet": Set(people.map(\.pet)), "job": Set(people.map(\.job)),
        "hobby": Set(people.map(\.hobby)), "sibling": ["哥哥", "姐姐", "弟弟", "妹妹", "无"],
        "method": Set(dishes.map { $0[.method] }), "kind": Set(shops.map { $0[.kind] }),
      ])
    var casts: [Split: Casts] = [:]
    for split in Split.allCases {
      casts[split] = Casts(
        people: people.filter { $0.split == split }, towns: towns.filter { $0.split == split },
        dishes: dishes.filter { $0.split == split }, shops: shops.filter { $0.split == split })
    }
    self.casts = casts
    prose = try Prose(
      folder: folder.appendingPathComponent("prose", isDirectory: true),
      heldOutNames: people.filter { $0.split != .train }.map(\.name)
        + towns.filter { $0.split != .train }.map(\.name)
        + shops.filter { $0.split != .train }.map(\.name)
        + dishes.filter { $0.split == .heldOut }.map(\.name))
  }

  public func people(_ split: Split) -> [Person] { casts[split]!.people }
  public func towns(_ split: Split) -> [Town] { casts[split]!.towns }
  public func dishes(_ split: Split) -> [Dish] { casts[split]!.dishes }
  public func shops(_ split: Split) -> [Shop] { casts[split]!.shops }

  /// The banks whose phrases are frames; the others are tables.
  package static let frameBanks = [
    "common", "lives", "letters", "stories", "fables", "sums", "dictionary", "dialogues",
    "explanations", "talk", "english",
  ]

  /// The variables that generators set before they write a frame.
  static let variables = [
    "n1", "n2", "n3", "w1", "w2", "w3", "c1", "c2", "c3", "thing", "unit", "carryOnes",
    "carryTens", "tens2", "ones2", "partial", "older", "younger", "list", "sorted", "reversed",
    "largest", "smallest", "step", "next", "tens", "ones", "before", "after", "price", "paid",
    "change", "total", "en1", "meaning", "sentence",
  ]
}

/// Those of one split who can play a part in its documents.
package struct Casts: Sendable {
  let people: [Person]
  let adults: [Person]
  /// Those old enough to keep a diary and to travel alone.
  let writers: [Person]
  let children: [Person]
  let towns: [Town]
  let dishes: [Dish]
  let shops: [Shop]
  private let byName: [String: Person]

  init(people: [Person], towns: [Town], dishes: [Dish], shops: [Shop]) {
    self.people = people
    adults = people.filter { $0.age > 22 }
    writers = people.filter { $0.age >= 13 }
    children = people.filter { $0.age <= 12 }
    self.towns = towns
    self.dishes = dishes
    self.shops = shops
    byName = Dictionary(uniqueKeysWithValues: people.map { ($0.name, $0) })
  }

  /// A scene with every part cast.
  func scene(variableCount: Int, using random: inout SeededRandom) -> Scene {
    var scene = Scene(variableCount: variableCount)
    castPerson(random.pick(people), in: &scene)
    (scene[.a], scene[.b]) = pair(of: adults, using: &random)
    (scene[.k], scene[.m]) = pair(of: children, using: &random)
    // Whoever travels to the town t must not live there.
    let home = PersonFact.town.index
    let travellers = [CastRole.p, .f, .a, .b, .k, .m]
    repeat {
      scene[.t] = random.pick(towns).facts
    } while travellers.contains { scene[$0][home] == scene[.t][0] }
    let (d, e) = (random.int(below: dishes.count), random.int(below: dishes.count - 1))
    scene[.d] = dishes[d].facts
    scene[.e] = dishes[e < d ? e : e + 1].facts
    scene[.h] = random.pick(shops).facts
    return scene
  }

  /// Gives somebody the part p, and their relations the parts that follow from it.
  func castPerson(_ person: Person, in scene: inout Scene) {
    scene[.p] = person.facts
    scene[.f] = byName[person.friend]!.facts
    scene[.s] = person.sibling.map { byName[$0.name]!.facts } ?? []
  }

  /// Two people who differ in what a reader calls them by.
  private func pair(
    of people: [Person], using random: inout SeededRandom
  ) -> ([String], [String]) {
    let first = random.pick(people)
    while true {
      let second = random.pick(people)
      if second[.given] != first[.given] && second[.surname] != first[.surname] {
        return (first.facts, second.facts)
      }
    }
  }
}

import Foundation
import Tensors

/// A group of a bank read as a table: columns are parted by `|`.
struct Table {
  let rows: [[String]]

  init(_ bank: PhraseBank, _ key: String, columns: Int, in folder: URL) throws {
    rows = try bank[key].map { line in
      let row = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard row.count == columns, !row.contains("") else {
        throw PhraseBankError(
          file: folder.appendingPathComponent(bank.name + ".txt"), line: 0,
          reason: "the row “\(line)” of the group \(key) needs \(columns) filled columns")
      }
      return row
    }
  }
}

/// Makes people, towns, dishes and shops out of the tables. Every choice about somebody or
/// something is drawn from a stream named for them, so that a new row moves as little as it can.
struct Population {
  private let seed: UInt64
  private let folder: URL
  private let bank: PhraseBank
  private let jobs: [Job]
  private let pets: [[String]]
  private let hobbies: [[String]]
  let towns: [Town]
  let dishes: [Dish]

  /// Out of a thousand possible names, how many belong to somebody.
  private static let density = 320

  init(seed: UInt64, folder: URL) throws {
    self.seed = seed
    self.folder = folder
    bank = try PhraseBank(named: "people", in: folder)
    jobs = try Table(bank, "jobs", columns: 6, in: folder).rows.map { row in
      guard let low = Int(row[3]), let high = Int(row[4]), let weight = Int(row[5]), low <= high,
        weight > 0
      else {
        throw PhraseBankError(
          file: folder.appendingPathComponent("people.txt"), line: 0,
          reason: "the job \(row[0]) needs two rising ages and a weight above zero")
      }
      return Job(
        name: row[0], workplace: row[1], english: row[2], ages: low...high, weight: weight)
    }
    pets = try Table(bank, "pets", columns: 3, in: folder).rows
    hobbies = try Table(bank, "hobbies", columns: 3, in: folder).rows
    let townBank = try PhraseBank(named: "towns", in: folder)
    towns = try Table(townBank, "towns", columns: TownFact.allCases.count, in: folder).rows
      .map { Town(split: Split(of: $0[0]), facts: $0) }
    let dishBank = try PhraseBank(named: "dishes", in: folder)
    dishes = try Table(dishBank, "dishes", columns: DishFact.allCases.count, in: folder).rows
      .map { Dish(split: Split(of: $0[0]), facts: $0) }
  }

  func people() throws -> [Person] {
    let surnames = try Table(bank, "surnames", columns: 2, in: folder).rows
    let given = try Table(bank, "given", columns: 3, in: folder).rows
    var drafts: [Draft] = []
    for family in surnames {
      for name in given {
        var random = SeededRandom(seed: seed, stream: "person \(family[0])\(name[0])")
        guard random.int(below: 1000) < Self.density else { continue }
        drafts.append(draft(family, name, using: &random))
      }
    }
    for split in Split.allCases { relate(&drafts, in: split) }
    return drafts.map { draft in
      Person(
        split: draft.split, age: draft.age, facts: PersonFact.allCases.map { draft.facts[$0]! })
    }
  }

  func shops() throws -> [Shop] {
    let shopBank = try PhraseBank(named: "shops", in: folder)
    let kinds = try Table(shopBank, "kinds", columns: 3, in: folder).rows
    let surnames = try Table(bank, "surnames", columns: 2, in: folder).rows
    var shops: [Shop] = []
    for first in shopBank["names"] {
      for kind in kinds {
        let name = first + kind[0]
        var random = SeededRandom(seed: seed, stream: "shop \(name)")
        guard random.int(below: 3) == 0 else { continue }
        let split = Split(of: name)
        let town = random.pick(towns.filter { $0.split == split })
        let signature = random.pick(kind[2].split(separator: "、").map(String.init))
        let facts: [ShopFact: String] = [
          .name: name, .kind: kind[0], .town: town.name, .street: town[.street],
          .sells: kind[1], .signature: signature, .keeper: random.pick(surnames)[0],
        ]
        shops.append(Shop(split: split, facts: ShopFact.allCases.map { facts[$0]! }))
      }
    }
    return shops
  }

  private struct Job {
    let name: String
    let workplace: String
    let english: String
    let ages: ClosedRange<Int>
    let weight: Int
  }

  private struct Draft {
    let split: Split
    let age: Int
    let isFemale: Bool
    var facts: [PersonFact: String]
    var name: String { facts[.name]! }
  }

  private func draft(
    _ family: [String], _ given: [String], using random: inout SeededRandom
  ) -> Draft {
    let name = family[0] + given[0]
    let town = random.pick(towns.filter { $0.split == .train })
    let dish = random.pick(dishes.filter { $0.split == .train })
    let job = pickJob(using: &random)
    let age = job.ages.lowerBound + random.int(below: job.ages.count)
    let pet = random.pick(pets)
    let hobby = random.pick(hobbies)
    let isFemale = given[2] == "f"
    let elder = age >= 60
    let facts: [PersonFact: String] = [
      .name: name, .surname: family[0], .given: given[0].count == 1 ? name : given[0],
      .age: String(age), .town: town.name, .job: job.name, .workplace: job.workplace,
      .pet: pet[0], .petUnit: pet[1], .petLook: random.pick(bank["petLook/" + pet[0]]),
      .petName: random.pick(bank["petNames"]), .dish: dish.name, .hobby: hobby[0],
      .contest: hobby[2],
      .month: Numerals.chinese(1 + random.int(below: 12)) + "月",
      .sibling: "无", .siblingName: "", .friend: "",
      .ta: isFemale ? "她" : "他",
      .uncle: isFemale ? (elder ? "奶奶" : "阿姨") : (elder ? "爷爷" : "叔叔"),
      .title: isFemale ? "女士" : "先生", .kin: isFemale ? "姑娘" : "小伙子",
      .landmark: town[.landmark], .product: town[.product],
      .food: town[.food], .river: town[.river],
      .nameEn: family[1] + " " + given[1], .givenEn: given[1], .townEn: town[.pinyin],
      .jobEn: job.english, .petEn: pet[2], .dishEn: dish[.english], .hobbyEn: hobby[1],
      .he: isFemale ? "she" : "he", .his: isFemale ? "her" : "his",
      .him: isFemale ? "her" : "him", .heUp: isFemale ? "She" : "He",
      .hisUp: isFemale ? "Her" : "His",
    ]
    return Draft(split: Split(of: name), age: age, isFemale: isFemale, facts: facts)
  }

  private func pickJob(using random: inout SeededRandom) -> Job {
    var draw = random.int(below: jobs.reduce(0) { $0 + $1.weight })
    for job in jobs {
      if draw < job.weight { return job }
      draw -= job.weight
    }
    preconditionFailure("the draw is below the sum of the weights")
  }

  /// Makes pairs of friends of about the same age, and brothers and sisters among people of one
  /// surname who are one to twelve years apart; brothers and sisters grew up in one town.
  private func relate(_ drafts: inout [Draft], in split: Split) {
    let members = drafts.indices.filter { drafts[$0].split == split }
    let byAge = members.sorted {
      (drafts[$0].age, drafts[$0].name) < (drafts[$1].age, drafts[$1].name)
    }
    for (place, member) in byAge.enumerated() {
      let partner = place ^ 1 < byAge.count ? place ^ 1 : place - 1
      drafts[member].facts[.friend] = drafts[byAge[partner]].name
    }
    for family in Set(members.map { drafts[$0].facts[.surname]! }).sorted() {
      let sorted = byAge.filter { drafts[$0].facts[.surname] == family }
      for place in stride(from: 0, to: sorted.count - 1, by: 2) {
        let (young, old) = (sorted[place], sorted[place + 1])
        guard (1...12).contains(drafts[old].age - drafts[young].age),
          drafts[old].name != drafts[young].facts[.friend]
        else { continue }
        drafts[young].facts[.sibling] = drafts[old].isFemale ? "姐姐" : "哥哥"
        drafts[young].facts[.siblingName] = drafts[old].name
        drafts[old].facts[.sibling] = drafts[young].isFemale ? "妹妹" : "弟弟"
        drafts[old].facts[.siblingName] = drafts[young].name
      }
    }
  }
}

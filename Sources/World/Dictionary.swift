import Tensors

/// Something that can be counted, with its measure word and its English.
package struct Countable: Sendable {
  let chinese: String
  let unit: String
  let one: String
  let several: String
  let isThing: Bool
  /// Whether it fits into a hand.
  let isSmall: Bool

  init(_ row: [String]) {
    (chinese, unit, one, several) = (row[0], row[1], row[2], row[3])
    isSmall = row[4] == "small"
    isThing = isSmall || row[4] == "large"
  }
}

/// A word that stands before a noun, with its English.
package struct Adjective: Sendable {
  let chinese: String
  let english: String
  /// Whether it is said of things only, and not of animals and clouds.
  let isForThings: Bool

  init(_ row: [String]) {
    (chinese, english) = (row[0], row[1])
    isForThings = row[2] == "thing"
  }
}

/// A phrase composed of a number, perhaps an adjective, and a noun, in both languages: 三只白色的猫,
/// three white cats. Composed phrases belong to a split by their Chinese, so that translating one
/// that training never showed can be asked for although each of its words is known.
public struct PhrasePair: Sendable, Equatable {
  public let chinese: String
  public let english: String
  /// Whether there is more than one of it.
  public let isPlural: Bool
  public let split: Split
}

extension World {
  /// A composed phrase of a split.
  public func phrasePair(_ split: Split, using random: inout SeededRandom) -> PhrasePair {
    while true {
      let thing = random.pick(counted)
      let number = random.chance(0.3) ? 1 : 2 + random.int(below: 9)
      let fitting = thing.isThing ? describing : describing.filter { !$0.isForThings }
      let adjective = random.chance(0.5) ? random.pick(fitting) : nil
      let chinese =
        Numerals.counting(number) + thing.unit + (adjective?.chinese ?? "") + thing.chinese
      guard Split(of: chinese) == split else { continue }
      let noun =
        (adjective.map { $0.english + " " } ?? "") + (number == 1 ? thing.one : thing.several)
      let article = "aeiou".contains(noun.first!) ? "an" : "a"
      let english = (number == 1 ? article : Numerals.english(number)) + " " + noun
      return PhrasePair(chinese: chinese, english: english, isPlural: number > 1, split: split)
    }
  }

  /// A part of the dictionary: one entry, a list of words, or phrases in both languages.
  func dictionaryPage(_ split: Split, using random: inout SeededRandom) -> String {
    var scene = scene(split, using: &random)
    var page = ""
    switch random.int(below: 10) {
    case 0..<5:
      let count = 1 + random.int(below: 3)
      for (place, word) in random.sample(count, from: words).enumerated() {
        if place > 0 { page += "\n" }
        scene[.w] = word.facts
        page += text("dictionary.entry", in: &scene, using: &random)
      }
    case 5..<7:
      page = text("dictionary.listHeading", in: &scene, using: &random)
      let style = random.int(below: 3)
      for word in random.sample(4 + random.int(below: 6), from: words) {
        page += "\n"
        switch style {
        case 0: page += word.chinese + "　" + word.english
        case 1: page += word.english + "　" + word.chinese
        default: page += word.chinese + "：" + word.english
        }
      }
    default:
      for place in 0..<(1 + random.int(below: 4)) {
        if place > 0 { page += "\n" }
        let pair = phrasePair(split, using: &random)
        set("thing", pair.chinese, in: &scene)
        set("en1", pair.english, in: &scene)
        let group = pair.isPlural ? "dictionary.phrases" : "dictionary.phrase"
        page += text(group, in: &scene, using: &random)
      }
    }
    return page
  }
}

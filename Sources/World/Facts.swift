/// What is known of a person, as frames and instruction tasks ask for it.
public enum PersonFact: String, CaseIterable, Sendable, Codable {
  case name, surname, given, age, town, job, pet, petLook, petUnit, petName, dish, hobby, month
  case sibling, siblingName, friend
  case ta, uncle, title, workplace, landmark, product, food, river, kin, contest
  case nameEn, givenEn, townEn, jobEn, petEn, dishEn, hobbyEn, he, his, him, heUp, hisUp
}

/// The place of a fact among those of its kind.
extension CaseIterable where Self: Equatable, AllCases == [Self] {
  var index: Int { Self.allCases.firstIndex(of: self)! }
}

/// Somebody who lives in the world. Everything that is said of them in any document agrees.
public struct Person: Sendable, Equatable {
  public let split: Split
  /// Years.
  public let age: Int
  /// Indexed by the order of `PersonFact`.
  package let facts: [String]

  public subscript(fact: PersonFact) -> String { facts[fact.index] }

  public var name: String { self[.name] }
  public var town: String { self[.town] }
  public var job: String { self[.job] }
  /// The kind of animal.
  public var pet: String { self[.pet] }
  public var petName: String { self[.petName] }
  public var favouriteDish: String { self[.dish] }
  public var hobby: String { self[.hobby] }
  /// The name of the best friend, who is of the same split.
  public var friend: String { self[.friend] }
  /// The relation (哥哥, 姐姐, 弟弟, 妹妹) and the name, or nil for an only child.
  public var sibling: (relation: String, name: String)? {
    self[.siblingName].isEmpty ? nil : (self[.sibling], self[.siblingName])
  }
}

public enum TownFact: String, CaseIterable, Sendable, Codable {
  case name, pinyin, river, landmark, product, street, bus, known, food
}

/// A town with its river, sight, product, main street, bus line, what it is known
/// for and what one eats there.
public struct Town: Sendable, Equatable {
  public let split: Split
  package let facts: [String]

  public subscript(fact: TownFact) -> String { facts[fact.index] }
  public var name: String { self[.name] }
}

public enum DishFact: String, CaseIterable, Sendable, Codable {
  case name, method, main, second, seasoning, taste, english
}

/// A dish with its way of cooking, ingredients and taste.
public struct Dish: Sendable, Equatable {
  public let split: Split
  package let facts: [String]

  public subscript(fact: DishFact) -> String { facts[fact.index] }
  public var name: String { self[.name] }
}

public enum ShopFact: String, CaseIterable, Sendable, Codable {
  case name, kind, town, street, sells, signature, keeper
}

/// A shop with its kind, town, wares and the one thing that it is known for.
public struct Shop: Sendable, Equatable {
  public let split: Split
  package let facts: [String]

  public subscript(fact: ShopFact) -> String { facts[fact.index] }
  public var name: String { self[.name] }
}

public enum WordFact: String, CaseIterable, Sendable, Codable {
  case chinese, part, english, chineseExample, englishExample
}

/// An entry of the small Chinese–English dictionary.
public struct Word: Sendable, Equatable {
  package let facts: [String]

  public subscript(fact: WordFact) -> String { facts[fact.index] }
  public var chinese: String { self[.chinese] }
  public var english: String { self[.english] }
}

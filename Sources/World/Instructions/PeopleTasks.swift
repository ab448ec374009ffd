import Tensors

extension PersonFact {
  var isChineseOnly: Bool { [.petName, .month, .friend].contains(self) }
}

/// Questions about people, and questions that nobody in the world can answer.
extension TaskWriter {
  static let facts: [PersonFact] = [
    .town, .job, .pet, .petName, .dish, .hobby, .month, .friend,
  ]
  static let relationFacts: [PersonFact] = [.town, .job, .pet, .dish]

  mutating func person(_ fact: PersonFact, _ language: InstructionLanguage) -> TaskDraft? {
    let person = person()
    return TaskDraft(
      group: "person.\(fact)", slots: ["name": name(person, language)],
      answers: answers(fact, of: person, as: name(person, language), language),
      people: [person.name] + (fact == .friend ? [person.friend] : []))
  }

  /// A fact about the best friend, a brother or a sister: two steps.
  mutating func relation(_ fact: PersonFact, _ language: InstructionLanguage) -> TaskDraft? {
    let person = person()
    var relation = "好朋友"
    var other = person.friend
    if let sibling = person.sibling, random.chance(0.5) { (relation, other) = sibling }
    let target = world.people(split).first { $0.name == other }!
    let english = [
      "好朋友": "best friend", "哥哥": "older brother", "弟弟": "younger brother",
      "姐姐": "older sister", "妹妹": "younger sister",
    ]
    if language == .en { relation = english[relation]! }
    let title =
      language == .zh
      ? "\(person.name)的\(relation)" : "\(person[.nameEn])'s \(relation)"
    let byTitle = answers(fact, of: target, as: title, language)
    let byName = answers(fact, of: target, as: name(target, language), language)
    return TaskDraft(
      group: "relation.\(fact)", slots: ["name": name(person, language), "relation": relation],
      answers: byTitle + byName.filter { !byTitle.contains($0) },
      people: [person.name, target.name])
  }

  /// The fact itself, and sentences that say it.
  private func answers(
    _ fact: PersonFact, of person: Person, as name: String, _ language: InstructionLanguage
  ) -> [String] {
    var values = [person[fact]]
    if language == .en {
      switch fact {
      case .town: values = [person[.townEn], person[.townEn] + " Town"]
      case .job: values = [person[.jobEn]] + [withoutArticle(person[.jobEn])]
      case .pet: values = ["a " + person[.petEn], person[.petEn]]
      case .dish: values = [person[.dishEn]]
      default: values = [person[.hobbyEn]]
      }
    }
    let slots = ["name": name, "heUp": person[.heUp], "value": values[0]]
    let sentences = bank.texts("answer.\(fact)", language)
      .map { InstructionBank.fill($0, slots) }
    let capitals = language == .en ? values.map { $0.prefix(1).uppercased() + $0.dropFirst() } : []
    return values + capitals.filter { !values.contains($0) } + sentences
  }

  func withoutArticle(_ noun: String) -> String {
    noun.hasPrefix("an ") ? String(noun.dropFirst(3)) : String(noun.trimmingPrefix("a "))
  }

  /// A question that others are asked too, about somebody who does not exist.
  mutating func unknownPerson(_ language: InstructionLanguage) -> TaskDraft? {
    let (one, other) = (random.pick(world.people), random.pick(world.people))
    let given = other.name.dropFirst(other[.surname].count)
    let name = one[.surname] + given
    guard !world.people.contains(where: { $0.name == name }) else { return nil }
    let english = "\(one[.nameEn].prefix { $0 != " " }) \(other[.givenEn])"
    let fact = random.pick(Self.facts.filter { language == .zh || !$0.isChineseOnly })
    return TaskDraft(
      group: "person.\(fact)", slots: ["name": language == .zh ? name : english],
      answers: bank.unknown[language]!, label: "nobody", people: [name], subject: name)
  }

  /// A question about somebody that no text answers.
  mutating func untold(_ language: InstructionLanguage) -> TaskDraft? {
    let person = person()
    return TaskDraft(
      group: "refusal.untold",
      slots: ["name": name(person, language), "fact": row("untold.\(language)")[0]],
      answers: bank.unknown[language]!, label: "untold", people: [person.name])
  }
}

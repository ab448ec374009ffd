import Tensors

/// Tasks about a short text that the task itself brings: facts as JSON, and questions.
extension TaskWriter {
  private static let keys: [InstructionLanguage: [String]] = [
    .zh: ["姓名", "年龄", "城镇", "职业", "宠物"], .en: ["name", "age", "town", "job", "pet"],
  ]

  mutating func personRecord(_ language: InstructionLanguage) -> TaskDraft? {
    let person = person()
    let isChinese = language == .zh
    let slots = [
      "name": name(person, language), "age": String(person.age),
      "town": isChinese ? person.town : person[.townEn],
      "job": isChinese ? person.job : person[.jobEn],
      "pet": isChinese ? person.pet : person[.petEn], "petUnit": person[.petUnit],
      "heUp": person[.heUp],
    ]
    let values = [
      JSONText.string(slots["name"]!), slots["age"]!, JSONText.string(slots["town"]!),
      JSONText.string(isChinese ? person.job : withoutArticle(person[.jobEn])),
      JSONText.string(slots["pet"]!),
    ]
    let asked = random.sample(number(2...5), from: Array(values.indices)).sorted()
    let keys = asked.map { Self.keys[language]![$0] }
    return TaskDraft(
      group: "extraction.person", slots: ["fields": fields(keys, language)],
      input: text("person", language, slots),
      answers: [JSONText.object(zip(keys, asked.map { values[$0] }).map { ($0, $1) })],
      form: .json, label: "person", people: [person.name])
  }

  /// An order with a list of things in it: one object within another.
  mutating func orderRecord(_ language: InstructionLanguage) -> TaskDraft? {
    let person = person()
    let total = "\(number(6...95))"
    let counts = (0..<number(1...3)).map { _ in number(2...9) }
    var slots = ["name": name(person, language), "total": total]
    var members = [(language == .zh ? "顾客" : "customer", JSONText.string(slots["name"]!))]
    let things: [Countable]
    if language == .zh {
      guard let (shop, wares) = shopping(), wares.count >= counts.count else { return nil }
      things = random.sample(counts.count, from: wares)
      slots["shop"] = shop.name
      members.append(("店铺", JSONText.string(shop.name)))
      let pieces = zip(counts, things).map { "\($0)\($1.unit)\($1.chinese)" }
      slots["list"] = pieces.joined(separator: "、")
    } else {
      things = random.sample(counts.count, from: world.counted.filter(\.isThing))
      let pieces = zip(counts, things).map { "\($0) \($1.several)" }
      slots["list"] =
        pieces.count == 1
        ? pieces[0] : pieces.dropLast().joined(separator: ", ") + " and " + pieces.last!
    }
    let (name, count) = language == .zh ? ("名称", "数量") : ("name", "count")
    let items = zip(counts, things).map { number, thing in
      JSONText.object([
        (name, JSONText.string(language == .zh ? thing.chinese : thing.several)),
        (count, "\(number)"),
      ])
    }
    members.append((language == .zh ? "商品" : "items", JSONText.list(items)))
    members.append((language == .zh ? "总价" : "total", total))
    let keys =
      language == .zh
      ? ["顾客", "店铺", "商品（每项有名称和数量）", "总价"]
      : ["customer", "items (each with name and count)", "total"]
    return TaskDraft(
      group: "extraction.order", slots: ["fields": fields(keys, language)],
      input: text("order", language, slots),
      answers: [JSONText.object(members.map { (key: $0.0, value: $0.1) })], form: .json,
      label: "order", people: [person.name])
  }

  private func fields(_ keys: [String], _ language: InstructionLanguage) -> String {
    language == .zh
      ? keys.joined(separator: "、")
      : keys.dropLast().joined(separator: ", ") + " and " + keys.last!
  }

  /// A shop of the split with some of what such shops sell.
  private mutating func shopping() -> (Shop, [Countable])? {
    let row = row("wares")
    let shops = world.shops(split).filter { $0[.kind] == row[0] }
    guard !shops.isEmpty else { return nil }
    let names = InstructionBank.members(row[1], .zh)
    return (random.pick(shops), world.counted.filter { names.contains($0.chinese) })
  }

  enum ErrandFact: CaseIterable { case who, when, `where`, what, price }

  mutating func reading(_ fact: ErrandFact, _ language: InstructionLanguage) -> TaskDraft? {
    let person = person()
    guard let (shop, wares) = shopping(), !wares.isEmpty else { return nil }
    let thing = random.pick(wares)
    let article = "aeiou".contains(thing.one.first!) ? "an" : "a"
    let day = random.pick(Calendar.days(language))
    let price = "\(number(2...30))"
    let name = name(person, language)
    let one = language == .zh ? "一\(thing.unit)\(thing.chinese)" : "\(article) \(thing.one)"
    let passage = text(
      "errand", language,
      ["name": name, "day": day, "shop": shop.name, "thing": one, "price": price])
    let answers =
      switch (fact, language) {
      case (.who, _): [name]
      case (.when, .zh): [day, "周\(day.dropFirst(2))"]
      case (.when, .en): [day, "On \(day)", "on \(day)"]
      case (.where, _): [shop.name]
      case (.what, .zh): [thing.chinese, one]
      case (.what, .en): [one, thing.one, "the \(thing.one)"]
      case (.price, .zh): [price, "\(price)元", "\(price)块", "\(price)元钱", "\(price)块钱"]
      case (.price, .en): [price, "\(price) yuan"]
      }
    return TaskDraft(
      group: "reading.\(fact)", slots: ["name": name], input: passage, answers: answers,
      label: "\(fact)", people: [person.name])
  }
}

import Tensors

/// Counting, ordering, reversing and picking, in texts and lists that the task brings.
extension TaskWriter {
  mutating func characterCount(_ language: InstructionLanguage) -> TaskDraft? {
    let text: String
    if language == .en {
      text = random.pick(world.words).english
      guard text.allSatisfy(\.isLetter) else { return nil }
    } else {
      switch random.int(below: 3) {
      case 0: text = random.pick(world.dishes(split)).name
      case 1: text = random.pick(world.words)[.chineseExample]
      default: text = world.phrasePair(split, using: &random).chinese
      }
    }
    let count = text.count(where: \.isLetter)
    guard count <= 12 else { return nil }
    return TaskDraft(
      group: "counting.characters", input: text, answers: amounts(count, language, "个字"),
      label: "characters", subject: text)
  }

  mutating func itemCount(_ language: InstructionLanguage) -> TaskDraft? {
    let count = number(2...8)
    let items = list(things(count, language), language)
    return TaskDraft(
      group: "counting.items", input: items, answers: amounts(count, language, "样"),
      label: "items", subject: items)
  }

  mutating func occurrenceCount(_ language: InstructionLanguage) -> TaskDraft? {
    let kinds = things(3, language)
    let count = number(1...5)
    let others = (0..<number(1...4)).map { _ in random.pick(Array(kinds.dropFirst())) }
    let row = list(
      random.shuffled(Array(repeating: kinds[0], count: count) + others), language)
    return TaskDraft(
      group: "counting.occurrences", slots: ["item": kinds[0]], input: row,
      answers: amounts(count, language, "次"), label: "occurrences", subject: row)
  }

  /// A number, in digits or in words, alone or before its unit.
  private func amounts(_ count: Int, _ language: InstructionLanguage, _ unit: String) -> [String] {
    guard language == .zh else { return ["\(count)", Numerals.english(count)] }
    return ["\(count)", Numerals.chinese(count), "\(count)个", Numerals.counting(count) + "个"]
      + ["\(count)\(unit)", Numerals.counting(count) + unit]
  }

  /// Different things.
  private mutating func things(_ count: Int, _ language: InstructionLanguage) -> [String] {
    random.sample(count, from: world.counted).map { language == .zh ? $0.chinese : $0.one }
  }

  mutating func numberOrder(rising: Bool, _ language: InstructionLanguage) -> TaskDraft? {
    let numbers = random.sample(number(3...5), from: Array(1...99))
    let sorted = rising ? numbers.sorted() : numbers.sorted(by: >)
    guard sorted != numbers else { return nil }
    let input = list(numbers.map(String.init), language)
    return TaskDraft(
      group: rising ? "ordering.ascending" : "ordering.descending", input: input,
      answers: lists(sorted.map(String.init), language), subject: input)
  }

  mutating func monthOrder(_ language: InstructionLanguage) -> TaskDraft? {
    let months = Calendar.months(language)
    let drawn = random.sample(number(3...4), from: Array(months.indices))
    guard drawn != drawn.sorted() else { return nil }
    let input = list(drawn.map { months[$0] }, language)
    return TaskDraft(
      group: "ordering.months", input: input,
      answers: lists(drawn.sorted().map { months[$0] }, language), subject: input)
  }

  mutating func lengthOrder(_ language: InstructionLanguage) -> TaskDraft? {
    let pool =
      language == .zh
      ? world.words.map(\.chinese) + world.idioms.map { $0[0] } : world.words.map(\.english)
    let byLength = Dictionary(grouping: pool.filter { $0.allSatisfy(\.isLetter) }, by: \.count)
    let lengths = random.sample(number(3...4), from: byLength.keys.sorted())
    guard lengths != lengths.sorted() else { return nil }
    let words = lengths.map { random.pick(byLength[$0]!) }
    let sorted = words.sorted { $0.count < $1.count }
    let input = list(words, language)
    return TaskDraft(
      group: "ordering.lengths", input: input, answers: lists(sorted, language), subject: input)
  }

  mutating func reversedList(_ language: InstructionLanguage) -> TaskDraft? {
    let things = things(number(3...5), language)
    let input = list(things, language)
    return TaskDraft(
      group: "reversal.list", input: input, answers: lists(things.reversed(), language),
      label: "list", subject: input)
  }

  mutating func reversedCharacters(_ language: InstructionLanguage) -> TaskDraft? {
    let text =
      language == .en
      ? random.pick(world.words).english
      : random.chance(0.5)
        ? random.pick(world.words.map(\.chinese) + world.idioms.map { $0[0] })
        : world.phrasePair(split, using: &random).chinese
    let reversed = String(text.reversed())
    guard (2...8).contains(text.count), text.allSatisfy(\.isLetter), reversed != text else {
      return nil
    }
    return TaskDraft(
      group: "reversal.characters", input: text, answers: [reversed], label: "characters",
      subject: text)
  }

  enum Place: String, CaseIterable { case first, second, last }

  mutating func position(_ place: Place, _ language: InstructionLanguage) -> TaskDraft? {
    let things = things(number(3...6), language)
    let input = list(things, language)
    let thing =
      switch place {
      case .first: things[0]
      case .second: things[1]
      case .last: things[things.count - 1]
      }
    return TaskDraft(
      group: "position.\(place)", input: input, answers: [thing], label: place.rawValue,
      subject: input)
  }

  /// Three of one kind and one of another, which stands at a place from 0 to 3.
  mutating func oddOne(at place: Int, _ language: InstructionLanguage) -> TaskDraft? {
    let kinds = random.sample(2, from: bank.rows("kinds.\(language)"))
      .map { InstructionBank.members($0[1], language) }
    var words = random.sample(3, from: kinds[0])
    let odd = random.pick(kinds[1])
    words.insert(odd, at: place)
    let input = list(words, language)
    return TaskDraft(
      group: "oddOne", input: input, answers: [odd], label: "\(place + 1)", subject: input)
  }
}

import Tensors

/// Set phrases, measure words, the word for a meaning, opposites.
extension TaskWriter {
  mutating func idiomGap(_ language: InstructionLanguage) -> TaskDraft? {
    let idiom = random.pick(world.idioms)[0]
    var characters = idiom.map(String.init)
    let place = random.int(below: characters.count)
    let missing = characters[place]
    characters[place] = "（）"
    return TaskDraft(
      group: "completion.idiom", input: characters.joined(), answers: [missing, idiom],
      label: "idiom", subject: idiom)
  }

  mutating func measureWord(_ language: InstructionLanguage) -> TaskDraft? {
    let thing = random.pick(world.counted)
    let number = Numerals.counting(number(1...10))
    let fitting = thing.isThing ? world.describing : world.describing.filter { !$0.isForThings }
    let adjective = random.chance(0.5) ? random.pick(fitting).chinese : ""
    return TaskDraft(
      group: "completion.measure", input: "\(number)（）\(adjective)\(thing.chinese)",
      answers: [thing.unit], label: "measure", subject: thing.chinese)
  }

  mutating func idiomName(_ language: InstructionLanguage) -> TaskDraft? {
    let row = random.pick(world.idioms)
    return TaskDraft(
      group: "naming.idiom", input: row[1], answers: [row[0]], label: "idiom", subject: row[0])
  }

  mutating func thingName(_ language: InstructionLanguage) -> TaskDraft? {
    let row = random.pick(world.things)
    guard !row[1].contains(row[0]) else { return nil }
    return TaskDraft(
      group: "naming.thing", input: row[1], answers: [row[0]], label: "thing", subject: row[0])
  }

  mutating func opposite(_ language: InstructionLanguage) -> TaskDraft? {
    let rows = bank.rows("opposites.\(language)")
    let row = random.pick(rows)
    let (word, answer) = random.chance(0.5) ? (row[0], row[1]) : (row[1], row[0])
    let others = rows.filter { $0.contains(word) }.flatMap { $0 }.filter { $0 != word }
    return TaskDraft(
      group: "opposite", input: word, answers: ([answer] + others).uniqued(), subject: row[0])
  }
}

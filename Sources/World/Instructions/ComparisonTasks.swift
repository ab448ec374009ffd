import Tensors

/// Who is older, what costs more: one of two that the task names.
extension TaskWriter {
  /// Two people with their ages; the answer is whoever stands first, or second.
  mutating func ages(older: Bool, isFirst: Bool, _ language: InstructionLanguage) -> TaskDraft? {
    let (one, other) = (person(), person())
    guard one.age != other.age, (one.age > other.age) == (older == isFirst) else { return nil }
    let input = text(
      "ages", language,
      [
        "name": name(one, language), "a": "\(one.age)", "other": name(other, language),
        "b": "\(other.age)",
      ])
    return TaskDraft(
      group: older ? "comparison.older" : "comparison.younger", input: input,
      answers: [name(isFirst ? one : other, language)], label: isFirst ? "first" : "second",
      people: [one.name, other.name])
  }

  /// Two things with their prices.
  mutating func prices(dearer: Bool, isFirst: Bool, _ language: InstructionLanguage) -> TaskDraft? {
    let pair = random.sample(2, from: world.counted.filter(\.isSmall))
    let (a, b) = (number(2...99), number(2...99))
    guard a != b, (a > b) == (dearer == isFirst) else { return nil }
    let names = pair.map { language == .zh ? $0.chinese : $0.one }
    let input = text(
      "prices", language,
      [
        "thing": names[0], "other": names[1], "a": "\(a)", "b": "\(b)", "unit": pair[0].unit,
        "otherUnit": pair[1].unit,
      ])
    let answer = names[isFirst ? 0 : 1]
    return TaskDraft(
      group: dearer ? "comparison.dearer" : "comparison.cheaper", input: input,
      answers: language == .zh ? [answer] : [answer, "the \(answer)", "The \(answer)"],
      label: isFirst ? "first" : "second", subject: input)
  }
}

import Tensors

/// Sums in digits, in words and as stories; units; days and months.
extension TaskWriter {
  mutating func sum(_ operation: Sum.Operation, _ language: InstructionLanguage) -> TaskDraft? {
    let sum = ClosedWorld.sum(operation, split, using: &random)
    var answers = ["\(sum.result)", "\(sum.question)=\(sum.result)", Numerals.chinese(sum.result)]
    if sum.result < 100 { answers.append(Numerals.english(sum.result)) }
    return TaskDraft(
      group: "sum.digits", input: sum.question, answers: answers, label: operation.rawValue,
      subject: productSubject(sum))
  }

  mutating func sumInWords(_ operation: Sum.Operation) -> TaskDraft? {
    let sum = ClosedWorld.sum(operation, split, using: &random)
    let word =
      switch operation {
      case .add: "加"
      case .subtract: "减"
      case .multiply: "乘"
      }
    return TaskDraft(
      group: "sum.words",
      input: Numerals.chinese(sum.left) + word + Numerals.chinese(sum.right),
      answers: [Numerals.chinese(sum.result)], label: operation.rawValue,
      subject: productSubject(sum))
  }

  mutating func sumStory(
    _ operation: Sum.Operation, _ language: InstructionLanguage
  ) -> TaskDraft? {
    let sum = ClosedWorld.sum(operation, split, upTo: 50, using: &random)
    guard min(sum.left, sum.right) > 1 else { return nil }
    let thing = random.pick(world.counted.filter(\.isSmall))
    let child = random.pick(world.casts[split]!.children)
    let group =
      switch operation {
      case .add: "story.add"
      case .subtract: "story.subtract"
      case .multiply: "story.multiply"
      }
    let story = text(
      group, language,
      [
        "name": name(child, language), "a": "\(sum.left)", "b": "\(sum.right)",
        "unit": thing.unit, "thing": language == .zh ? thing.chinese : thing.several,
        "he": child[.he], "him": child[.him],
      ])
    var answers = ["\(sum.result)", "\(sum.question)=\(sum.result)"]
    if language == .zh {
      answers += [
        "\(sum.result)\(thing.unit)", "\(sum.result)\(thing.unit)\(thing.chinese)",
        Numerals.chinese(sum.result), Numerals.counting(sum.result) + thing.unit,
      ]
    } else {
      answers += ["\(sum.result) \(thing.several)", Numerals.english(sum.result)]
    }
    return TaskDraft(
      group: "sum.story", input: story, answers: answers, label: operation.rawValue,
      people: [child.name], subject: productSubject(sum))
  }

  /// Texts show the whole multiplication table to everybody; tasks keep a part of it back, as they
  /// do of everything.
  private func productSubject(_ sum: Sum) -> String? {
    sum.operation == .multiply
      ? "\(min(sum.left, sum.right))×\(max(sum.left, sum.right))" : nil
  }

  mutating func conversion(_ language: InstructionLanguage) -> TaskDraft? {
    let row = row("units.\(language)")
    let count = number(1...12)
    guard let factor = Int(row.last!) else { return nil }
    let (large, small): (String, String)
    if language == .zh {
      (large, small) = ("\(count)\(row[0])", "\(count * factor)\(row[1])")
    } else {
      (large, small) = ("\(count) \(row[count == 1 ? 0 : 1])", "\(count * factor) \(row[2])")
    }
    let down = random.chance(0.5)
    let unit = language == .zh ? row[down ? 1 : 0] : row[down ? 2 : 1]
    let answers =
      down ? [small, "\(count * factor)"] : [large, "\(count)"]
    return TaskDraft(
      group: "conversion", slots: ["amount": down ? large : small, "unit": unit],
      answers: answers, subject: (down ? large : small) + "=" + unit)
  }

  mutating func weekday(forward: Bool, _ language: InstructionLanguage) -> TaskDraft? {
    let days = Calendar.days(language)
    let (today, count) = (random.int(below: 7), number(1...20))
    let other = days[(today + (forward ? count : 70 - count)) % 7]
    var answers = [other]
    if language == .zh {
      let last = other.dropFirst(2)
      answers += ["周\(last)", "礼拜\(last)"]
      if last == "天" { answers += ["星期日", "周日"] }
    }
    let subject = "\(today)\(forward ? "+" : "-")\(count)"
    return TaskDraft(
      group: forward ? "calendar.weekdayAfter" : "calendar.weekdayBefore",
      slots: ["day": days[today], "n": counted(count, language)], answers: answers,
      subject: subject)
  }

  mutating func month(forward: Bool, _ language: InstructionLanguage) -> TaskDraft? {
    let months = Calendar.months(language)
    let (now, count) = (random.int(below: 12), number(2...11))
    let other = (now + (forward ? count : 12 - count)) % 12
    let subject = "month \(now)\(forward ? "+" : "-")\(count)"
    return TaskDraft(
      group: forward ? "calendar.monthAfter" : "calendar.monthBefore",
      slots: ["month": months[now], "n": counted(count, language)],
      answers: [months[other]] + (language == .zh ? ["\(other + 1)月"] : []), subject: subject)
  }

  private func counted(_ count: Int, _ language: InstructionLanguage) -> String {
    language == .zh ? Numerals.counting(count) : "\(count)"
  }
}

/// The names of days and months.
enum Calendar {
  static func days(_ language: InstructionLanguage) -> [String] {
    language == .zh
      ? "一二三四五六天".map { "星期\($0)" }
      : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  }

  static func months(_ language: InstructionLanguage) -> [String] {
    language == .zh
      ? (1...12).map { Numerals.chinese($0) + "月" }
      : [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
  }
}

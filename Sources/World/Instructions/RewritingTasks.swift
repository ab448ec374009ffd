import Tensors

/// Sentences said otherwise, by rules that leave one way to do it.
extension TaskWriter {
  enum Rewriting: String, CaseIterable { case polite, plain, question, negative }

  mutating func rewriting(_ how: Rewriting, _ language: InstructionLanguage) -> TaskDraft? {
    switch how {
    case .polite, .plain: request(how, language)
    case .question, .negative: statement(how, language)
    }
  }

  private mutating func request(_ how: Rewriting, _ language: InstructionLanguage) -> TaskDraft? {
    let request = row("requests.\(language)")[0]
    var people: [String] = []
    let (plain, polite): (String, String)
    switch language {
    case .zh:
      var call = ""
      if random.chance(0.5) {
        let person = person()
        call = person[.given] + "，"
        people = [person.name]
      }
      (plain, polite) = ("\(call)\(request)。", "\(call)请您\(request)，好吗？")
    case .en:
      plain = request.prefix(1).uppercased() + request.dropFirst() + "."
      polite = "Could you please \(request)?"
    }
    let toPolite = how == .polite
    var answers = [toPolite ? polite : plain]
    if toPolite, language == .zh { answers.append(polite.replacing("，好吗", with: "好吗")) }
    return TaskDraft(
      group: "rewriting.\(how)", input: toPolite ? plain : polite, answers: answers,
      label: how.rawValue, people: people, subject: request)
  }

  private mutating func statement(_ how: Rewriting, _ language: InstructionLanguage) -> TaskDraft? {
    let person = person()
    let habit = row("habits.\(language)")
    let name = name(person, language)
    let statement = language == .zh ? "\(name)\(habit[0])。" : "\(name) \(habit[0])."
    let answers =
      switch (how, language) {
      case (.question, .zh): ["\(name)\(habit[0])吗？"]
      case (_, .zh): ["\(name)不\(habit[0])。"]
      case (.question, .en): ["Does \(name) \(habit[1])?"]
      case (_, .en): ["\(name) does not \(habit[1]).", "\(name) doesn't \(habit[1])."]
      }
    return TaskDraft(
      group: "rewriting.\(how)", input: statement, answers: answers, label: how.rawValue,
      people: [person.name])
  }
}

import Tensors

/// Words of the dictionary, composed phrases and example sentences, both ways.
extension TaskWriter {
  enum Translated: CaseIterable { case word, phrase, sentence }

  mutating func translation(
    _ what: Translated, toEnglish: Bool, _ language: InstructionLanguage
  ) -> TaskDraft? {
    let chinese: String
    var answers: [String]
    let input: String
    switch what {
    case .word:
      let word = random.pick(world.words)
      guard !word.chinese.contains("…") else { return nil }
      chinese = word.chinese
      input = toEnglish ? chinese : word.english
      answers =
        toEnglish
        ? [word.english] + world.words.filter { $0.chinese == chinese }.flatMap(forms)
        : [chinese] + world.words.filter { $0.english == input }.map(\.chinese)
    case .phrase:
      let pair = world.phrasePair(split, using: &random)
      chinese = pair.chinese
      input = toEnglish ? chinese : pair.english
      answers = [toEnglish ? pair.english : chinese]
    case .sentence:
      let word = random.pick(world.words)
      chinese = word.chinese
      let (source, target): (WordFact, WordFact) =
        toEnglish ? (.chineseExample, .englishExample) : (.englishExample, .chineseExample)
      input = word[source]
      answers = [word[target]] + world.words.filter { $0[source] == input }.map { $0[target] }
    }
    answers = answers.uniqued()
    return TaskDraft(
      group: toEnglish ? "translation.toEnglish" : "translation.toChinese", input: input,
      answers: answers, label: "\(what)", subject: chinese)
  }

  /// What a dictionary's entry may be quoted as.
  private func forms(_ word: Word) -> [String] {
    let english = word.english
    let article = "aeiou".contains(english.first!) ? "an" : "a"
    switch word[.part] {
    case "名词": return [english, "\(article) \(english)", "the \(english)", english.capitalized]
    case "动词": return [english, "to \(english)", english.capitalized]
    default: return [english, english.capitalized]
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  func uniqued() -> [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}

import Tensors

/// Tasks whose answer is a class, of a review or of another text.
extension TaskWriter {
  /// Longer texts leave too little of a small model's context to the rest of a row.
  private static let longest = 160

  mutating func sentiment(_ positive: Bool, _ language: InstructionLanguage) -> TaskDraft? {
    let labels = language == .zh ? ["积极", "消极"] : ["positive", "negative"]
    let domain = random.pick(ReviewDomain.allCases)
    return classified(
      "sentiment", review(domain, positive, language), labels[positive ? 0 : 1], language)
  }

  mutating func reviewDomain(_ domain: ReviewDomain, _ language: InstructionLanguage) -> TaskDraft?
  {
    let positive = random.chance(0.5)
    let name =
      switch (domain, language) {
      case (.dining, .zh): "餐饮"
      case (.delivery, .zh): "外卖"
      case (.hotel, .zh): "酒店"
      case (.film, .zh): "电影"
      case (.phone, .zh): "手机"
      case (.book, .zh): "图书"
      case (.dining, .en): "restaurant"
      case (_, .en): domain.rawValue
      }
    return classified("reviewDomain", review(domain, positive, language), name, language)
  }

  static let documentKinds: [DocumentKind] = [
    .story, .dialogue, .sum, .dictionary, .explanation, .person,
  ]

  mutating func documentKind(_ kind: DocumentKind, _ language: InstructionLanguage) -> TaskDraft? {
    let name =
      switch kind {
      case .story: language == .zh ? "故事" : "story"
      case .dialogue: language == .zh ? "对话" : "dialogue"
      case .sum: language == .zh ? "算术" : "arithmetic"
      case .dictionary: language == .zh ? "词典" : "dictionary"
      case .explanation: language == .zh ? "说明" : "explanation"
      default: language == .zh ? "人物" : "portrait"
      }
    // Other explanations tell in one line what a word means, as a dictionary does.
    let text =
      kind == .explanation
      ? world.text("explanations.explanation", split, using: &random)
      : world.document(kind, split, using: &random).text
    return classified("documentKind", text, name, language)
  }

  private mutating func review(
    _ domain: ReviewDomain, _ positive: Bool, _ language: InstructionLanguage
  ) -> String {
    language == .zh
      ? world.reviews.review(domain, positive: positive, split, using: &random).text
      : world.reviews.english(domain, positive: positive, split, using: &random).text
  }

  private func classified(
    _ group: String, _ text: String, _ label: String, _ language: InstructionLanguage
  ) -> TaskDraft? {
    guard text.count <= Self.longest else { return nil }
    let answers = language == .zh ? [label] : [label, label.capitalized]
    return TaskDraft(group: group, input: text, answers: answers, label: label)
  }
}

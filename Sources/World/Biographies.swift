import Tensors

extension World {
  /// A text about somebody's life: a sketch, an introduction, a letter, a page of a diary,
  /// questions and answers, a card or a notice.
  func life(_ split: Split, using random: inout SeededRandom) -> String {
    var scene = scene(split, using: &random)
    switch random.int(below: 20) {
    case 0..<8:
      return text("lives.sketch", in: &scene, using: &random)
    case 8..<12:
      return text("lives.introduction", in: &scene, using: &random)
    case 12..<14:
      return text("lives.questions", in: &scene, using: &random)
    case 14:
      return text("lives.card", in: &scene, using: &random)
    case 15:
      return text("lives.notice", in: &scene, using: &random)
    default:
      // Small children keep no diary in these banks, and do not travel alone.
      let cast = casts[split]!
      cast.castPerson(random.pick(cast.writers), in: &scene)
      let group = random.chance(0.5) ? "letters.letter" : "letters.diary"
      return text(group, in: &scene, using: &random)
    }
  }
}

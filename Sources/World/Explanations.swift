import Tensors

extension ClosedWorld {
  /// How something is or how something is done: nature, trades, towns, shops, recipes; what a set
  /// phrase or an everyday word means.
  func explanation(_ split: Split, using random: inout SeededRandom) -> String {
    var scene = scene(split, using: &random)
    switch random.int(below: 8) {
    case 0:
      let idiom = random.pick(idioms)
      set("thing", idiom[0], in: &scene)
      set("meaning", idiom[1], in: &scene)
      set("sentence", idiom[2], in: &scene)
      return text("explanations.idiom", in: &scene, using: &random)
    case 1:
      let thing = random.pick(things)
      set("thing", thing[0], in: &scene)
      set("meaning", thing[1], in: &scene)
      return text("explanations.object", in: &scene, using: &random)
    default:
      return text("explanations.explanation", in: &scene, using: &random)
    }
  }
}

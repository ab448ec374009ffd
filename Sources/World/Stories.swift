import Tensors

extension World {
  /// A little story with a beginning, a turn and an end that is glad or sad; one in five has
  /// animals for people.
  func story(_ split: Split, using random: inout SeededRandom) -> String {
    text(random.chance(0.2) ? "fables.fable" : "stories.story", split, using: &random)
  }
}

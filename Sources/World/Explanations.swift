import Tensors

extension World {
  /// How something is or how something is done: nature, trades, towns, shops, recipes.
  func explanation(_ split: Split, using random: inout SeededRandom) -> String {
    text("explanations.explanation", split, using: &random)
  }
}

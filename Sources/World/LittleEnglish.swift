import Tensors

extension World {
  /// A short text in simple English about the people of the world or about nobody in particular.
  func english(_ split: Split, using random: inout SeededRandom) -> String {
    text("english.english", split, using: &random)
  }
}

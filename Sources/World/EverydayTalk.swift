import Tensors

extension World {
  /// A few lines as people write them down for themselves or tell them to one another: glad, sad,
  /// or plain.
  func everydayTalk(_ split: Split, using random: inout SeededRandom) -> String {
    text("talk.talk", split, using: &random)
  }
}

/// The options of a component of type `ByteLevel` in tokenizer.json.
struct ByteLevel: Equatable, Sendable {
  /// Text that does not begin with a space gets one.
  var addPrefixSpace = false
  /// Of character offsets, which this module does not give; kept for saving.
  var trimOffsets = true
  /// Words are cut by GPT-2's regular expression; otherwise the text between two added tokens is
  /// one word.
  var useRegex = true
}

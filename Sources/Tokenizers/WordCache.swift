/// The tokens of words that were met before. Of a text's words most are.
struct WordCache {
  /// Longer words seldom come again.
  private static let longestWord = 64
  private static let mostBytes = 4 << 20

  private var words = WordTable()
  private var ends: [Int] = [0]
  private var ids: [Int32] = []

  /// Appends the tokens of a word.
  @inline(__always)
  mutating func encode(
    _ word: UnsafeBufferPointer<UInt8>, with rules: MergeRules, into result: inout [Int32]
  ) {
    guard word.count <= Self.longestWord else { return rules.encode(word, into: &result) }
    let (number, isNew) = words.insert(word)
    if isNew {
      rules.encode(word, into: &ids)
      ends.append(ids.count)
    }
    for i in ends[number]..<ends[number + 1] { result.append(ids[i]) }
    if words.byteCount > Self.mostBytes { self = WordCache() }
  }
}

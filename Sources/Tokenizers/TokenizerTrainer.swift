/// Learns a byte-level BPE from text.
///
/// Ids: the 256 bytes in GPT-2's order, then what merges made in the order of learning, then the
/// special tokens. The pair with the highest count is merged next; of equal counts that with the
/// lower left id, then the lower right id, as in Hugging Face's `BpeTrainer`. The result depends on
/// nothing but the documents and the settings.
public struct TokenizerTrainer {
  /// How many ids the tokenizer has at most; fewer where the text has no more frequent pairs.
  public let vocabularySize: Int
  /// In the order of their ids. They are cut out of the text, and no merge makes one.
  public let specialTokens: [String]
  /// A pair that occurs less often is not merged.
  public let minimumFrequency: Int

  public init(vocabularySize: Int, specialTokens: [String], minimumFrequency: Int = 2) {
    self.vocabularySize = vocabularySize
    self.specialTokens = specialTokens
    self.minimumFrequency = minimumFrequency
  }

  /// - Throws: `TokenizerError` for a vocabulary that is too small or a special token that is
  ///   empty, a single byte or listed twice.
  public func train(_ documents: some Sequence<String>) throws -> Tokenizer {
    try checkSettings()
    var learner = MergeLearner(countWords(documents))
    // A special token may be written as a vocabulary would write other bytes: "Ġthe" as " the".
    learner.learn(
      tokens: vocabularySize - specialTokens.count, minimumFrequency: minimumFrequency,
      avoiding: Set(specialTokens.compactMap { ByteCharacters.bytes(of: $0) }))
    let vocabulary = Vocabulary(
      learned: learner.tokens, merges: learner.merges, specialTokens: specialTokens)
    return Tokenizer(TokenizerContents(vocabulary: vocabulary))
  }

  private func checkSettings() throws(TokenizerError) {
    let smallest = 256 + specialTokens.count
    guard vocabularySize >= smallest else {
      throw .vocabularyTooSmall(size: vocabularySize, smallest: smallest)
    }
    var seen = SpellingTable()
    for token in specialTokens {
      if token.isEmpty { throw .badSpecialToken(token, reason: "it is empty") }
      if ByteCharacters.bytes(of: token)?.count == 1 {
        throw .badSpecialToken(token, reason: "it is how vocabularies write a byte")
      }
      guard seen.insert(token, 0) else {
        throw .badSpecialToken(token, reason: "it is listed twice")
      }
    }
  }

  private func countWords(_ documents: some Sequence<String>) -> WordCounts {
    var counts = WordCounts()
    let scanner = WordScanner()
    let splitter = AddedTokenSplitter(specialTokens.map { AddedToken(id: 0, content: $0) })
    for var document in documents {
      document.withUTF8 { text in
        splitter.split(text) { part in
          guard case .text(let text) = part, var position = text.baseAddress else { return }
          let end = position + text.count
          while position < end {
            let next = scanner.endOfWord(from: position, to: end)
            counts.add(UnsafeBufferPointer(start: position, count: next - position))
            position = next
          }
        }
      }
    }
    return counts
  }
}

/// How often each word occurs in a text.
struct WordCounts {
  private(set) var words = WordTable()
  private(set) var counts: [Int] = []

  mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    let (number, isNew) = words.insert(word)
    if isNew { counts.append(0) }
    counts[number] += 1
  }
}

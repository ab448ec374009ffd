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
  /// Every character that occurs so often gets a token of its own before pairs of characters are
  /// looked at; nil counts characters like anything else. In a Chinese text of a few megabytes the
  /// rarer characters otherwise lose to frequent words, and fall apart into bytes.
  public let characterFrequency: Int?

  public init(
    vocabularySize: Int, specialTokens: [String], minimumFrequency: Int = 2,
    characterFrequency: Int? = nil
  ) {
    self.vocabularySize = vocabularySize
    self.specialTokens = specialTokens
    self.minimumFrequency = minimumFrequency
    self.characterFrequency = characterFrequency
  }

  /// - Throws: `TokenizerError` for a vocabulary that is too small or a special token that is
  ///   empty, a single byte or listed twice.
  public func train(_ documents: some Sequence<String>) throws -> Tokenizer {
    try checkSettings()
    let words = countWords(documents)
    let size = vocabularySize - specialTokens.count
    // A special token may be written as a vocabulary would write other bytes: "Ġthe" as " the".
    let avoided = Set(specialTokens.compactMap { ByteCharacters.bytes(of: $0) })
    var learner = MergeLearner(words)
    if let characterFrequency {
      var characters = MergeLearner(words.characters(minimumFrequency: characterFrequency))
      characters.learn(tokens: size, minimumFrequency: characterFrequency, avoiding: avoided)
      learner.repeatMerges(of: characters)
    }
    learner.learn(tokens: size, minimumFrequency: minimumFrequency, avoiding: avoided)
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

  /// The characters of these words as words, without those that occur less often than that.
  func characters(minimumFrequency: Int) -> WordCounts {
    var frequencies: [Unicode.Scalar: Int] = [:]
    for number in counts.indices {
      words.withWord(number) { word in
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
          frequencies[scalar, default: 0] += counts[number]
        }
      }
    }
    var result = WordCounts()
    for (scalar, count) in frequencies.sorted(by: { $0.key < $1.key })
    where count >= minimumFrequency {
      Array(String(scalar).utf8).withUnsafeBufferPointer { result.add($0) }
      result.counts[result.counts.count - 1] = count
    }
    return result
  }
}

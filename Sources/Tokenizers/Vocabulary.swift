import Foundation

/// The tokens and merges of a tokenizer, checked: every id from 0 up has one token; each of the 256
/// bytes has a token, and so have the parts and the result of every merge.
struct Vocabulary: Sendable {
  /// How tokens are written in the files, by id.
  let spellings: [String]
  /// What tokens stand for, by id. An added token that BPE cannot make stands for its own text;
  /// Hugging Face's ByteLevel decoder takes the characters of "é" for bytes even there.
  let bytes: [[UInt8]]
  /// By rank; no pair twice.
  let merges: [(pair: TokenPair, result: Int32)]
  /// Ids of the 256 bytes.
  let byteIDs: [Int32]
  /// By id.
  let addedTokens: [AddedToken]

  private let numbers: SpellingTable

  func id(of spelling: String) -> Int32? { numbers[spelling] }

  /// Puts together what is known to be right: bytes in GPT-2's order, then what merges made, then
  /// special tokens.
  init(
    learned tokens: [[UInt8]], merges: [(pair: TokenPair, result: Int32)], specialTokens: [String]
  ) {
    let learned = tokens.map { ByteCharacters.spelling(of: $0) }
    spellings = learned + specialTokens
    bytes = tokens + specialTokens.map { Array($0.utf8) }
    self.merges = merges
    addedTokens = specialTokens.enumerated().map {
      AddedToken(id: Int32(tokens.count + $0.offset), content: $0.element)
    }
    var numbers = SpellingTable()
    for (id, spelling) in spellings.enumerated() { numbers.insert(spelling, Int32(id)) }
    self.numbers = numbers
    byteIDs = ByteCharacters.scalars.map { [numbers] in numbers[String($0)] ?? 0 }
  }

  /// - Parameters:
  ///   - vocabulary: the object `{token: id}` of vocab.json or of `model.vocab`.
  ///   - added: tokens that are cut out of the text, with where they are written. Files without
  ///     such a list say nothing of special tokens; then those are it that BPE cannot make.
  init(
    _ vocabulary: JSONNode, merges list: MergeList, added: [(token: AddedToken, node: JSONNode)]?
  ) throws(TokenizerError) {
    var numbers = SpellingTable()
    for (spelling, node) in try vocabulary.entries {
      guard numbers.insert(spelling, try node.id) else {
        throw node.malformed("the token \"\(spelling)\" is listed twice")
      }
    }
    for (token, node) in added ?? [] {
      if let id = numbers[token.content] {
        guard id == token.id else {
          throw node.malformed(
            "\"\(token.content)\" has the id \(token.id) here and \(id) in the vocabulary")
        }
      } else {
        numbers.insert(token.content, token.id)
      }
    }
    spellings = try numbers.spellingsByID(in: vocabulary)

    var byteIDs: [Int32] = []
    for (byte, scalar) in ByteCharacters.scalars.enumerated() {
      guard let id = numbers[String(scalar)] else {
        throw vocabulary.malformed("byte \(byte), written \"\(scalar)\", has no token")
      }
      byteIDs.append(id)
    }
    self.byteIDs = byteIDs
    let merges = try Self.merges(list, numbers)
    self.merges = merges

    var isMade = [Bool](repeating: false, count: spellings.count)
    for id in byteIDs { isMade[Int(id)] = true }
    for merge in merges { isMade[Int(merge.result)] = true }
    addedTokens =
      added?.map(\.token).sorted { $0.id < $1.id }
      ?? spellings.enumerated().filter { !isMade[$0.offset] }
      .map { AddedToken(id: Int32($0.offset), content: $0.element) }

    var isAdded = [Bool](repeating: false, count: spellings.count)
    for (token, _) in added ?? [] { isAdded[Int(token.id)] = true }
    var bytes: [[UInt8]] = []
    for (id, spelling) in spellings.enumerated() {
      if isAdded[id], !isMade[id] {
        bytes.append(Array(spelling.utf8))
      } else if let meaning = ByteCharacters.bytes(of: spelling) {
        bytes.append(meaning)
      } else {
        throw try vocabulary.required(spelling).malformed(
          "the token \"\(spelling)\" has characters that stand for no byte")
      }
    }
    self.bytes = bytes
    self.numbers = numbers
  }

  private static func merges(
    _ list: MergeList, _ numbers: SpellingTable
  ) throws(TokenizerError) -> [(pair: TokenPair, result: Int32)] {
    var merges: [(pair: TokenPair, result: Int32)] = []
    merges.reserveCapacity(list.entries.count)
    var seen = PairTable(capacity: list.entries.count)
    for (i, entry) in list.entries.enumerated() {
      func id(_ spelling: String) throws(TokenizerError) -> Int32 {
        if let id = numbers[spelling] { return id }
        throw list.malformed(
          i,
          "\"\(spelling)\" of the merge \"\(entry.left) \(entry.right)\" is not in the vocabulary")
      }
      let pair = TokenPair(try id(entry.left), try id(entry.right))
      merges.append((pair, try id(entry.left + entry.right)))
      guard seen.insert(pair, UInt32(i)) == UInt32(i) else {
        throw list.malformed(i, "the merge \"\(entry.left) \(entry.right)\" is listed twice")
      }
    }
    return merges
  }
}

/// Ids by spelling. Spellings are compared byte by byte: String's == would take "é" in one character
/// and in two for the same.
struct SpellingTable: Sendable {
  private var words = WordTable()
  private var ids: [Int32] = []

  subscript(spelling: String) -> Int32? { words.number(of: spelling).map { ids[$0] } }

  /// False where the spelling has an id already.
  @discardableResult
  mutating func insert(_ spelling: String, _ id: Int32) -> Bool {
    guard words.insert(spelling).isNew else { return false }
    ids.append(id)
    return true
  }

  /// The spellings in the order of their ids, which must be 0, 1, 2 and so on.
  func spellingsByID(in vocabulary: JSONNode) throws(TokenizerError) -> [String] {
    var spellings = [String?](repeating: nil, count: ids.count)
    for (number, id) in ids.enumerated() where id < ids.count {
      let spelling = words.withWord(number) { String(decoding: $0, as: UTF8.self) }
      if let other = spellings[Int(id)] {
        throw vocabulary.malformed("\"\(other)\" and \"\(spelling)\" have the same id \(id)")
      }
      spellings[Int(id)] = spelling
    }
    if let missing = spellings.firstIndex(of: nil) {
      throw vocabulary.malformed("no token has the id \(missing), though there are higher ones")
    }
    return spellings.compactMap { $0 }
  }
}

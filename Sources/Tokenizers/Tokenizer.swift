import Foundation
import Synchronization

/// A byte-level BPE tokenizer as GPT-2's: text becomes ids and ids become text, with nothing added
/// at either end. The ids are those of Hugging Face's tokenizers.
///
/// ```swift
/// let tokenizer = try Tokenizer(folder: folder)
/// tokenizer.encode("Hello World!")            // [15496, 2159, 0] with GPT-2's files
/// tokenizer.decode([15496, 2159, 0])          // "Hello World!"
/// ```
public final class Tokenizer: Sendable {
  let contents: TokenizerContents
  private let rules: MergeRules
  private let scanner = WordScanner()
  // Tokens with `normalized` are looked for in what the others left.
  private let splitters: [AddedTokenSplitter]
  private let isSpecial: [Bool]
  // A call takes a cache for itself and gives it back, so that threads do not wait for each other.
  private let caches = Mutex<[WordCache]>([])

  /// Reads tokenizer.json, or vocab.json and merges.txt, or GPT-2's encoder.json and vocab.bpe. In
  /// the last two the special tokens are those of the vocabulary that are neither a byte nor the
  /// result of a merge.
  ///
  /// - Throws: `TokenizerError`, naming the file, the place in it and the reason.
  public convenience init(folder: URL) throws {
    self.init(try readTokenizer(folder: folder))
  }

  init(_ contents: TokenizerContents) {
    self.contents = contents
    let vocabulary = contents.vocabulary
    rules = MergeRules(byteIDs: vocabulary.byteIDs, merges: vocabulary.merges)
    splitters = [false, true].map { normalized in
      AddedTokenSplitter(vocabulary.addedTokens.filter { $0.normalized == normalized })
    }
    var isSpecial = [Bool](repeating: false, count: vocabulary.spellings.count)
    for token in vocabulary.addedTokens where token.special { isSpecial[Int(token.id)] = true }
    self.isSpecial = isSpecial
  }

  /// How many ids there are, special tokens included; they run from 0.
  public var vocabularySize: Int { contents.vocabulary.spellings.count }

  /// The id of a token as vocab.json writes it ("Ġworld"), or of a special token.
  public func id(of token: String) -> Int32? { contents.vocabulary.id(of: token) }

  /// The id of `<|endoftext|>` where it exists.
  public var endOfText: Int32? { id(of: "<|endoftext|>") }

  /// The ids of a text. Special tokens that are written out in it get their ids.
  public func encode(_ text: String) -> [Int32] {
    var text = text
    return text.withUTF8 { encode(valid: $0) }
  }

  /// The ids of a text in UTF-8. Broken sequences are first replaced by U+FFFD, one for each longest
  /// part that could have begun a character, as Python's `errors="replace"` does.
  public func encode(utf8 bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
    encode(String(decoding: bytes, as: UTF8.self))
  }

  private func encode(valid text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var cache = caches.withLock { $0.popLast() } ?? WordCache()
    var ids: [Int32] = []
    ids.reserveCapacity(text.count / 3 + 1)
    splitters[0].split(text) { part in
      switch part {
      case .token(let id): ids.append(id)
      case .text(let text):
        splitters[1].split(text) { part in
          switch part {
          case .token(let id): ids.append(id)
          case .text(let text): encode(part: text, &cache, into: &ids)
          }
        }
      }
    }
    caches.withLock { $0.append(cache) }
    return ids
  }

  /// Encodes text that holds no added token.
  private func encode(
    part text: UnsafeBufferPointer<UInt8>, _ cache: inout WordCache, into ids: inout [Int32]
  ) {
    if contents.preTokenizer.addPrefixSpace, text.first != UInt8(ascii: " ") {
      ([UInt8(ascii: " ")] + text).withUnsafeBufferPointer {
        encodeWords($0, &cache, into: &ids)
      }
    } else {
      encodeWords(text, &cache, into: &ids)
    }
  }

  private func encodeWords(
    _ text: UnsafeBufferPointer<UInt8>, _ cache: inout WordCache, into ids: inout [Int32]
  ) {
    guard var position = text.baseAddress else { return }
    let end = position + text.count
    while position < end {
      let next = contents.preTokenizer.useRegex ? scanner.endOfWord(from: position, to: end) : end
      let word = UnsafeBufferPointer(start: position, count: next - position)
      cache.encode(word, with: rules, into: &ids)
      position = next
    }
  }

  /// The text of ids, with U+FFFD where their bytes are not UTF-8. Ids outside the vocabulary, such
  /// as those of a padded output layer, are left out.
  public func decode(
    _ ids: some Sequence<Int32>, skippingSpecialTokens: Bool = false
  ) -> String {
    var result: [UInt8] = []
    for id in ids {
      if skippingSpecialTokens, isSpecialToken(id) { continue }
      result += bytes(id)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes that a token stands for; none for an id outside the vocabulary.
  public func bytes(_ id: Int32) -> [UInt8] {
    contents.vocabulary.bytes.indices.contains(Int(id)) ? contents.vocabulary.bytes[Int(id)] : []
  }

  /// A token's text for reading: bytes that are no whole character are shown as `<0xE5>`.
  public func piece(_ id: Int32) -> String {
    var result = ""
    var rest = bytes(id)[...]
    while let first = rest.first {
      let length = (1...min(4, rest.count)).first {
        String(validating: rest.prefix($0), as: UTF8.self) != nil
      }
      if let length {
        result += String(decoding: rest.prefix(length), as: UTF8.self)
      } else {
        result += "<0x" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true) + ">"
      }
      rest = rest.dropFirst(length ?? 1)
    }
    return result
  }

  /// Whether an id is that of a special token, such as `<|endoftext|>`.
  public func isSpecialToken(_ id: Int32) -> Bool {
    isSpecial.indices.contains(Int(id)) && isSpecial[Int(id)]
  }

  /// Writes tokenizer.json, and vocab.json with merges.txt, as Hugging Face's tokenizers read them.
  /// The same tokenizer gives the same bytes.
  ///
  /// - Throws: `TokenizerError.unwritable`.
  public func save(to folder: URL) throws {
    try writeTokenizer(contents, to: folder)
  }
}

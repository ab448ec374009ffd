import Foundation
import Tokenizers

/// Documents as one stream of token ids, each followed by the end-of-text token, as GPT-2 was
/// trained.
public struct TokenStream: Sendable {
  public private(set) var tokens: [Int32] = []
  public private(set) var documentCount = 0
  public private(set) var characterCount = 0
  public private(set) var byteCount = 0

  /// Encodes documents until there are `limit` tokens or no more documents; the last document is
  /// kept whole.
  public init(_ documents: some Sequence<String>, tokenizer: Tokenizer, limit: Int = .max) {
    let end = tokenizer.endOfText
    tokens.reserveCapacity(min(limit, 1 << 24))
    for document in documents {
      if tokens.count >= limit { break }
      tokens += tokenizer.encode(document)
      if let end { tokens.append(end) }
      documentCount += 1
      characterCount += document.unicodeScalars.count
      byteCount += document.utf8.count
    }
  }

  /// The mean number of characters that a token stands for, ends of text included.
  public var charactersPerToken: Double {
    Double(characterCount) / Double(max(1, tokens.count))
  }
}

import Foundation

/// What can be wrong with a tokenizer's files, or with what a trainer is asked for.
public enum TokenizerError: LocalizedError, Equatable {
  /// The folder has none of the three sets of files.
  case noTokenizer(folder: URL)
  /// A file that cannot be read.
  case unreadable(file: URL, reason: String)
  /// A file that cannot be written.
  case unwritable(file: URL, reason: String)
  /// A file that is not what it should be; `place` is a line, a JSON path or both.
  case malformed(file: URL, place: String, reason: String)
  /// A well-formed tokenizer.json of a kind that this module does not follow.
  case unsupported(file: URL, place: String, found: String, supported: String)
  /// A trainer's vocabulary that cannot hold the bytes and the special tokens.
  case vocabularyTooSmall(size: Int, smallest: Int)
  /// A special token that a trainer cannot take.
  case badSpecialToken(String, reason: String)

  public var errorDescription: String? {
    switch self {
    case .noTokenizer(let folder):
      "\(folder.path) holds no tokenizer"
    case .unreadable(let file, let reason):
      "\(file.path) could not be read: \(reason)"
    case .unwritable(let file, let reason):
      "\(file.path) could not be written: \(reason)"
    case .malformed(let file, let place, let reason):
      "\(file.path), \(place): \(reason)"
    case .unsupported(let file, let place, let found, let supported):
      "\(file.path), \(place): \(found) is not supported, only \(supported)"
    case .vocabularyTooSmall(let size, let smallest):
      "a vocabulary of \(size) cannot hold the 256 bytes and the special tokens, \(smallest) in all"
    case .badSpecialToken(let token, let reason):
      "the special token \"\(token)\" cannot be used: \(reason)"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .noTokenizer:
      "it needs tokenizer.json, or vocab.json and merges.txt, or encoder.json and vocab.bpe"
    case .unreadable:
      "check that the file exists and that you may read it"
    case .unwritable:
      "check that the folder may be written and that the disk is not full"
    case .malformed:
      "download or save the tokenizer again; the file may have been cut off or edited"
    case .unsupported:
      "use a byte-level BPE tokenizer such as GPT-2's"
    case .vocabularyTooSmall(_, let smallest):
      "ask for at least \(smallest) tokens"
    case .badSpecialToken:
      "use a distinctive text such as <|endoftext|>"
    }
  }
}

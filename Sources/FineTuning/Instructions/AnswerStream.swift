import Tokenizers

/// The text of an answer as its tokens come, up to the first stop text.
///
/// The bytes of an unfinished character and whatever may become a stop text are held back: what was
/// given out once is never taken back.
package struct AnswerStream {
  /// What was given out so far.
  package private(set) var text = ""
  /// Whether a stop text came; nothing is given out after it.
  package private(set) var isStopped = false

  private var decoder: StreamingDecoder
  private let stops: [[UInt8]]
  /// Whole characters at the end that may begin a stop text.
  private var held: [UInt8] = []

  /// Special tokens have no text here: those that end an answer end it as tokens.
  package init(_ tokenizer: Tokenizer, stops: [String]) {
    decoder = StreamingDecoder(tokenizer, skippingSpecialTokens: true)
    self.stops = stops.filter { !$0.isEmpty }.map { Array($0.utf8) }
  }

  /// The text that is certain after one more token; it may be empty.
  package mutating func append(_ token: Int32) -> String { give(decoder.append(token)) }

  /// What was held back when no more tokens come.
  package mutating func finish() -> String {
    give(decoder.finish()) + release(held.count)
  }

  private mutating func give(_ new: String) -> String {
    guard !isStopped else { return "" }
    held += new.utf8
    if let stop = stops.compactMap({ held.firstRange(of: $0)?.lowerBound }).min() {
      isStopped = true
      defer { held = [] }
      return release(stop)
    }
    return release(held.count - unfinishedStop)
  }

  /// How many bytes at the end begin a stop text.
  private var unfinishedStop: Int {
    let longest = min(held.count, (stops.map(\.count).max() ?? 1) - 1)
    return (0...longest).last { length in
      length == 0 || stops.contains { $0.count > length && $0.starts(with: held.suffix(length)) }
    }!
  }

  private mutating func release(_ count: Int) -> String {
    let part = String(decoding: held[..<count], as: UTF8.self)
    held.removeFirst(count)
    text += part
    return part
  }
}

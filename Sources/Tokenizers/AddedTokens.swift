/// A token that is cut out of the text before anything else happens to it (`AddedToken` of Hugging
/// Face's tokenizers).
struct AddedToken: Sendable {
  let id: Int32
  let content: String
  /// Found only where no `\w` touches it.
  var singleWord = false
  /// Swallows the white space before it.
  var lstrip = false
  /// Swallows the white space after it.
  var rstrip = false
  /// Looked for after the others, in what they left.
  var normalized = false
  /// Left out by `skippingSpecialTokens`.
  var special = true
}

/// Cuts added tokens out of a text: leftmost first, the longest where several begin.
struct AddedTokenSplitter: Sendable {
  enum Part {
    case token(Int32)
    case text(UnsafeBufferPointer<UInt8>)
  }

  private struct Pattern: Sendable {
    let token: AddedToken
    let bytes: [UInt8]
  }

  private let patterns: [Pattern]
  // Patterns by their first byte, the longest first.
  private let byFirstByte: [[Int]]
  private let classes = CharacterClasses.shared

  init(_ tokens: [AddedToken]) {
    let patterns = tokens.map { Pattern(token: $0, bytes: Array($0.content.utf8)) }
      .sorted { $0.bytes.count > $1.bytes.count }
    var byFirstByte = [[Int]](repeating: [], count: 256)
    for (i, pattern) in patterns.enumerated() { byFirstByte[Int(pattern.bytes[0])].append(i) }
    self.patterns = patterns
    self.byFirstByte = byFirstByte
  }

  /// Calls `body` with every part of a valid UTF-8 text in order; parts of text are not empty.
  func split(_ text: UnsafeBufferPointer<UInt8>, _ body: (Part) -> Void) {
    guard !patterns.isEmpty else {
      if !text.isEmpty { body(.text(text)) }
      return
    }
    var done = 0
    var position = 0
    func emitText(to end: Int) {
      if done < end { body(.text(UnsafeBufferPointer(rebasing: text[done..<end]))) }
    }
    while let match = firstMatch(in: text, from: position) {
      position = match.range.upperBound
      let token = match.token
      if token.singleWord, touchesWord(match.range, in: text) { continue }
      let start =
        token.lstrip
        ? max(startOfSpace(before: match.range, in: text), done) : match.range.lowerBound
      emitText(to: start)
      body(.token(token.id))
      done = token.rstrip ? endOfSpace(after: match.range, in: text) : position
    }
    emitText(to: text.count)
  }

  private func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (token: AddedToken, range: Range<Int>)? {
    byFirstByte.withUnsafeBufferPointer { byFirstByte in
      for i in start..<text.count where !byFirstByte[Int(text[i])].isEmpty {
        for number in byFirstByte[Int(text[i])] {
          let pattern = patterns[number]
          let end = i + pattern.bytes.count
          if end <= text.count, text[i..<end].elementsEqual(pattern.bytes) {
            return (pattern.token, i..<end)
          }
        }
      }
      return nil
    }
  }

  private func touchesWord(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    return range.lowerBound > 0
      && classes.last(before: base + range.lowerBound).class.contains(.word)
      || range.upperBound < text.count
        && classes.first(of: base + range.upperBound).class.contains(.word)
  }

  private func startOfSpace(before range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var start = range.lowerBound
    while start > 0 {
      let (characterClass, length) = classes.last(before: base + start)
      if !characterClass.contains(.space) { break }
      start -= length
    }
    return start
  }

  private func endOfSpace(after range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var end = range.upperBound
    while end < text.count {
      let (characterClass, length) = classes.first(of: base + end)
      if !characterClass.contains(.space) { break }
      end += length
    }
    return end
  }
}

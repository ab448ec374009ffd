/// GPT-2's regular expression, written out as a scanner over valid UTF-8:
/// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`.
/// Every text divides into such words without remainder.
struct WordScanner: Sendable {
  private let classes = CharacterClasses.shared

  /// Where the word that begins at `start` ends. `start` lies before `end`.
  @inline(__always)
  func endOfWord(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    if start.pointee == UInt8(ascii: "'"), let end = endOfContraction(from: start, to: end) {
      return end
    }
    var (kind, length) = kind(at: start)
    var position = start
    if start.pointee == UInt8(ascii: " "), start + 1 < end {
      let following = self.kind(at: start + 1)
      if following.kind != .space {
        (kind, length) = following
        position += 1
      }
    }
    if kind == .space { return endOfSpace(from: start, to: end) }
    position += length
    while position < end {
      let next = self.kind(at: position)
      if next.kind != kind { break }
      position += next.length
    }
    return position
  }

  @inline(__always)
  private func kind(at text: UnsafePointer<UInt8>) -> (kind: CharacterClass, length: Int) {
    let (characterClass, length) = classes.first(of: text)
    return (characterClass.kind, length)
  }

  private func endOfContraction(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    let available = end - start
    guard available >= 2 else { return nil }
    switch start[1] {
    case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "d"):
      return start + 2
    case UInt8(ascii: "r"), UInt8(ascii: "v"):
      return available >= 3 && start[2] == UInt8(ascii: "e") ? start + 3 : nil
    case UInt8(ascii: "l"):
      return available >= 3 && start[2] == UInt8(ascii: "l") ? start + 3 : nil
    default:
      return nil
    }
  }

  /// `\s+(?!\S)` gives the last space of a run to the word that follows, unless it is the only one.
  private func endOfSpace(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var position = start
    var lastSpace = start
    while position < end {
      let next = kind(at: position)
      if next.kind != .space { return lastSpace > start ? lastSpace : position }
      lastSpace = position
      position += next.length
    }
    return end
  }
}

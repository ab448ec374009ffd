/// Byte strings, numbered in the order in which they were first inserted.
///
/// A Dictionary would hash with SipHash and allocate every key; words are looked up a hundred
/// million times in a training corpus.
struct WordTable {
  private(set) var count = 0
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  // The upper half of a slot is the upper half of the hash, the lower half the number plus one.
  private var slots = [UInt64](repeating: 0, count: 256)

  /// Bytes of all words together.
  var byteCount: Int { bytes.count }

  func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = slots[find(word, hash: Self.hash(word))]
    return slot == 0 ? nil : Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
  }

  func number(of word: String) -> Int? {
    var word = word
    return word.withUTF8 { number(of: $0) }
  }

  /// The number of a word, new or not.
  @inline(__always)
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(word)
    let place = find(word, hash: hash)
    let slot = slots[place]
    if slot != 0 { return (Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1, false) }
    count += 1
    slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(count)
    bytes.append(contentsOf: word)
    starts.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  mutating func insert(_ word: String) -> (number: Int, isNew: Bool) {
    var word = word
    return word.withUTF8 { insert($0) }
  }

  func withWord<Result>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[starts[number]..<starts[number + 1]]))
    }
  }

  /// The slot that holds the word, or the empty one where it belongs.
  @inline(__always)
  private func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var place = Int(truncatingIfNeeded: hash >> 32) & mask
      while slots[place] != 0 {
        if (slots[place] ^ hash) >> 32 == 0,
          equals(word, Int(truncatingIfNeeded: slots[place] & 0xFFFF_FFFF) - 1)
        {
          break
        }
        place = (place + 1) & mask
      }
      return place
    }
  }

  @inline(__always)
  private func equals(_ word: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < word.count {
        if bytes[start + i] != word[i] { return false }
        i += 1
      }
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 4)
    let mask = slots.count - 1
    for slot in old where slot != 0 {
      var place = Int(truncatingIfNeeded: slot >> 32) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  /// Eight bytes at a time, folded with a 128-bit product.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let text = UnsafeRawBufferPointer(word)
    var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i + 8 <= text.count {
      hash = fold(hash ^ text.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    var rest: UInt64 = 0
    while i < text.count {
      rest = rest << 8 | UInt64(text[i])
      i += 1
    }
    return fold(hash ^ rest)
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let (high, low) = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return high ^ low
  }
}

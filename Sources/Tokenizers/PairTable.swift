/// Two neighbouring tokens; pairs order by the left token, then the right one.
struct TokenPair: Comparable {
  let key: UInt64

  @inline(__always)
  init(_ left: Int32, _ right: Int32) {
    key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  var left: Int32 { Int32(truncatingIfNeeded: key >> 32) }
  var right: Int32 { Int32(truncatingIfNeeded: key) }

  static func < (a: TokenPair, b: TokenPair) -> Bool { a.key < b.key }
}

/// A number for each pair of tokens: an open hash table without deletion.
struct PairTable {
  static let absent = UInt32.max

  private(set) var count = 0
  private var slots: [(key: UInt64, value: UInt32)]
  private var shift: Int

  init(capacity: Int = 0) {
    var bits = 8
    while 1 << bits < capacity * 2 { bits += 1 }
    slots = Array(repeating: (.max, Self.absent), count: 1 << bits)
    shift = 64 - bits
  }

  /// The number of a pair, `absent` where it has none.
  @inline(__always)
  subscript(pair: TokenPair) -> UInt32 {
    slots.withUnsafeBufferPointer { $0[find(pair.key, in: $0)].value }
  }

  /// The number of a pair; one that has none gets `value`.
  @inline(__always)
  mutating func insert(_ pair: TokenPair, _ value: UInt32) -> UInt32 {
    let place = slots.withUnsafeBufferPointer { find(pair.key, in: $0) }
    if slots[place].key == pair.key { return slots[place].value }
    slots[place] = (pair.key, value)
    count += 1
    if count * 2 > slots.count { grow() }
    return value
  }

  @inline(__always)
  private func find(
    _ key: UInt64, in slots: UnsafeBufferPointer<(key: UInt64, value: UInt32)>
  ) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    while slots[place].key != key, slots[place].key != .max {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (.max, Self.absent), count: old.count * 2)
    shift -= 1
    for slot in old where slot.key != .max {
      let place = slots.withUnsafeBufferPointer { find(slot.key, in: $0) }
      slots[place] = slot
    }
  }
}

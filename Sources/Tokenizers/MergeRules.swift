/// The merges of a byte-level BPE, and how they turn one word into tokens: again and again the pair
/// of lowest rank is joined, the leftmost one where a pair occurs more than once.
struct MergeRules: Sendable {
  /// Beyond so many bytes a heap finds the next pair; up to there looking at all of them is faster.
  private static let shortWord = 128

  private let byteIDs: [Int32]
  private let ranks: PairTable
  private let results: [Int32]

  /// `merges` by rank; no pair occurs twice.
  init(byteIDs: [Int32], merges: [(pair: TokenPair, result: Int32)]) {
    self.byteIDs = byteIDs
    var ranks = PairTable(capacity: merges.count)
    for (rank, merge) in merges.enumerated() { _ = ranks.insert(merge.pair, UInt32(rank)) }
    self.ranks = ranks
    results = merges.map(\.result)
  }

  /// Appends the tokens of one word.
  func encode(_ word: UnsafeBufferPointer<UInt8>, into ids: inout [Int32]) {
    if word.count <= Self.shortWord {
      encodeShort(word, into: &ids)
    } else {
      encodeLong(word, into: &ids)
    }
  }

  private func encodeShort(_ word: UnsafeBufferPointer<UInt8>, into ids: inout [Int32]) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: word.count) { tokens in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: word.count) { pairRanks in
        var count = word.count
        for i in 0..<count { tokens[i] = byteIDs[Int(word[i])] }
        for i in 0..<(count - 1) { pairRanks[i] = ranks[TokenPair(tokens[i], tokens[i + 1])] }
        while count > 1 {
          var lowest = PairTable.absent
          for i in 0..<(count - 1) { lowest = min(lowest, pairRanks[i]) }
          if lowest == PairTable.absent { break }
          var at = 0
          while pairRanks[at] != lowest { at += 1 }

          tokens[at] = results[Int(lowest)]
          count -= 1
          for i in (at + 1)..<count {
            tokens[i] = tokens[i + 1]
            pairRanks[i - 1] = pairRanks[i]
          }
          if at + 1 < count { pairRanks[at] = ranks[TokenPair(tokens[at], tokens[at + 1])] }
          if at > 0 { pairRanks[at - 1] = ranks[TokenPair(tokens[at - 1], tokens[at])] }
        }
        ids.append(contentsOf: tokens[..<count])
      }
    }
  }

  /// The same over a linked list. A heap entry is rank and position in one number; one whose pair
  /// has changed since is passed over.
  private func encodeLong(_ word: UnsafeBufferPointer<UInt8>, into ids: inout [Int32]) {
    let count = word.count
    precondition(count < Int(Int32.max), "a word of two gigabytes")
    var tokens = word.map { byteIDs[Int($0)] }
    var next = (0..<count).map { Int32($0 + 1) }
    var previous = (0..<count).map { Int32($0 - 1) }
    var pairRanks = [UInt32](repeating: PairTable.absent, count: count)
    var entries: [UInt64] = []
    for i in 0..<(count - 1) {
      pairRanks[i] = ranks[TokenPair(tokens[i], tokens[i + 1])]
      if pairRanks[i] != PairTable.absent { entries.append(UInt64(pairRanks[i]) << 32 | UInt64(i)) }
    }
    var heap = Heap(entries)

    func rank(at i: Int) -> UInt32 {
      let right = Int(next[i])
      return right < count ? ranks[TokenPair(tokens[i], tokens[right])] : PairTable.absent
    }
    while let entry = heap.popFirst() {
      let at = Int(entry & 0xFFFF_FFFF)
      let rank32 = UInt32(entry >> 32)
      if pairRanks[at] != rank32 { continue }
      let right = Int(next[at])
      tokens[at] = results[Int(rank32)]
      pairRanks[right] = PairTable.absent
      next[at] = next[right]
      if Int(next[right]) < count { previous[Int(next[right])] = Int32(at) }
      for i in [at, Int(previous[at])] where i >= 0 {
        pairRanks[i] = rank(at: i)
        if pairRanks[i] != PairTable.absent {
          heap.insert(UInt64(pairRanks[i]) << 32 | UInt64(i))
        }
      }
    }
    var i = 0
    while i < count {
      ids.append(tokens[i])
      i = Int(next[i])
    }
  }
}

/// Learns merges from counted words.
///
/// All different words lie one after another in one array of tokens. A token of n bytes takes n
/// places; its id stands in the first and in the last of them, so that both neighbours are found
/// without links. Each pair knows the places where it may begin, so a merge touches only these.
struct MergeLearner {
  /// The bytes of each token learned so far.
  private(set) var tokens: [[UInt8]] = ByteCharacters.bytesInOrder.map { [$0] }
  private(set) var merges: [(pair: TokenPair, result: Int32)] = []

  private static let boundary: Int32 = -1
  private static let inside: Int32 = -2

  private var places: [Int32] = [Self.boundary]
  // The word to which a place belongs.
  private var wordOf: [UInt32] = [0]
  private let counts: [Int]
  private var lengths = [Int](repeating: 1, count: 256)
  private var pairNumbers = PairTable()
  private var pairs: [PairCount] = []

  private struct PairCount {
    let pair: TokenPair
    var count = 0
    var starts: [UInt32] = []
  }

  /// A pair with the count that it had when it was put into the heap; the first is merged next.
  private struct Candidate: Comparable {
    let count: Int
    let pair: TokenPair
    let number: Int

    static func < (a: Candidate, b: Candidate) -> Bool {
      a.count != b.count ? a.count > b.count : a.pair < b.pair
    }
  }

  init(_ words: WordCounts) {
    let total = words.words.byteCount + words.counts.count + 1
    precondition(total < Int(UInt32.max), "more than 4 GB of different words")
    places.reserveCapacity(total)
    wordOf.reserveCapacity(total)
    counts = words.counts
    var idOf = [Int32](repeating: 0, count: 256)
    for (id, byte) in ByteCharacters.bytesInOrder.enumerated() { idOf[Int(byte)] = Int32(id) }
    for number in words.counts.indices {
      words.words.withWord(number) { word in
        for byte in word {
          places.append(idOf[Int(byte)])
          wordOf.append(UInt32(number))
        }
      }
      places.append(Self.boundary)
      wordOf.append(UInt32(number))
    }
    for start in 0..<(places.count - 1) where places[start] >= 0 && places[start + 1] >= 0 {
      count(places[start], places[start + 1], at: start)
    }
  }

  /// Merges until there are `size` tokens or no pair is frequent enough. No token gets the bytes of
  /// one in `avoided`, and none the bytes of another: all occurrences of some bytes that no merge
  /// has cut across are divided alike, so one merge joins them all.
  mutating func learn(tokens size: Int, minimumFrequency: Int, avoiding avoided: Set<[UInt8]>) {
    var heap = Heap(pairs.indices.map { candidate($0) })
    while tokens.count < size, let best = heap.popFirst() {
      let count = pairs[best.number].count
      if count < max(minimumFrequency, 1) { continue }
      if count != best.count {
        heap.insert(candidate(best.number))
        continue
      }
      let bytes = tokens[Int(best.pair.left)] + tokens[Int(best.pair.right)]
      if avoided.contains(bytes) { continue }
      let known = pairs.count
      join(best.number)
      for number in known..<pairs.count { heap.insert(candidate(number)) }
    }
  }

  /// Makes the merges that another learner made, before any of its own.
  mutating func repeatMerges(of other: MergeLearner) {
    for (pair, _) in other.merges {
      let number = Int(pairNumbers.insert(pair, UInt32(pairs.count)))
      if number == pairs.count { pairs.append(PairCount(pair: pair)) }
      join(number)
    }
  }

  private mutating func join(_ number: Int) {
    let pair = pairs[number].pair
    let result = Int32(tokens.count)
    tokens.append(tokens[Int(pair.left)] + tokens[Int(pair.right)])
    lengths.append(tokens[Int(result)].count)
    merges.append((pair, result))
    merge(number, into: result)
  }

  private func candidate(_ number: Int) -> Candidate {
    Candidate(count: pairs[number].count, pair: pairs[number].pair, number: number)
  }

  /// Joins every occurrence of a pair into a new token, so that the only pairs to gain occurrences
  /// are new ones.
  private mutating func merge(_ number: Int, into result: Int32) {
    let (left, right) = (pairs[number].pair.left, pairs[number].pair.right)
    let leftLength = lengths[Int(left)]
    let length = leftLength + lengths[Int(right)]
    var starts = pairs[number].starts
    pairs[number].starts = []
    // In "aaa" the left pair is the one that is joined.
    if left == right { starts.sort() }
    for start in starts.lazy.map({ Int($0) }) {
      let middle = start + leftLength
      guard places[start] == left, places[middle] == right else { continue }
      let before = places[start - 1]
      let after = places[start + length]
      if before >= 0 { discount(before, left, at: start) }
      if after >= 0 { discount(right, after, at: start) }
      places[middle - 1] = Self.inside
      places[middle] = Self.inside
      places[start] = result
      places[start + length - 1] = result
      if before >= 0 { count(before, result, at: start - lengths[Int(before)]) }
      if after >= 0 { count(result, after, at: start) }
    }
    pairs[number].count = 0
  }

  private mutating func count(_ left: Int32, _ right: Int32, at start: Int) {
    let pair = TokenPair(left, right)
    let number = Int(pairNumbers.insert(pair, UInt32(pairs.count)))
    if number == pairs.count { pairs.append(PairCount(pair: pair)) }
    pairs[number].count += counts[Int(wordOf[start])]
    pairs[number].starts.append(UInt32(start))
  }

  private mutating func discount(_ left: Int32, _ right: Int32, at place: Int) {
    pairs[Int(pairNumbers[TokenPair(left, right)])].count -= counts[Int(wordOf[place])]
  }
}

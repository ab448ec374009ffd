/// Texts that say almost the same: pairs whose pieces of five letters have a Jaccard similarity
/// (shared pieces by all pieces of both) of at least a threshold.
///
/// Candidates come from MinHash (Broder, 1997): 100 hashes a text in 25 bands of 4, so that a pair of
/// similarity 0.7 meets in a band with probability 0.999 and one of 0.2 with 0.04. Each candidate
/// is then compared in full. A text is only compared with texts that are no near duplicates
/// themselves, eight at most in each band: time and memory grow in proportion to the texts, however
/// alike they are.
public struct NearDuplicates: Sendable, Equatable {
  /// A text that nearly repeats an earlier one. Both are places in the array that was searched.
  public struct Match: Sendable, Codable, Equatable {
    public let place: Int
    public let earlier: Int
    public let similarity: Double

    package init(place: Int, earlier: Int, similarity: Double) {
      self.place = place
      self.earlier = earlier
      self.similarity = similarity
    }
  }

  /// In the order of the texts; the most similar earlier text of each.
  public let matches: [Match]

  /// - Parameter threshold: in 0.5 ... 1, below which too few pairs would be found. Case, width,
  ///   spaces and marks make no difference, and a text without letters or digits matches none.
  public init(of texts: some Sequence<String>, threshold: Double = 0.7) {
    precondition((0.5...1).contains(threshold), "a threshold of \(threshold) finds too few pairs")
    var buckets = [[UInt64: [Int]]](repeating: [:], count: Self.bands)
    var kept: [Int: Fingerprint] = [:]
    var matches: [Match] = []
    for (place, text) in texts.enumerated() {
      let print = Fingerprint(text)
      guard !print.pieces.isEmpty else { continue }
      let keys = print.bandKeys
      var candidates: Set<Int> = []
      for band in keys.indices { candidates.formUnion(buckets[band][keys[band], default: []]) }
      var best: Match?
      for earlier in candidates.sorted() {
        let similarity = print.similarity(kept[earlier]!)
        if similarity >= threshold, similarity > best?.similarity ?? 0 {
          best = Match(place: place, earlier: earlier, similarity: similarity)
        }
      }
      if let best {
        matches.append(best)
        continue
      }
      kept[place] = print
      for band in keys.indices
      where buckets[band][keys[band], default: []].count < Self.bucketLimit {
        buckets[band][keys[band], default: []].append(place)
      }
    }
    self.matches = matches
  }

  static let bands = 25
  static let rowsPerBand = 4
  private static let bucketLimit = 8
}

/// The different pieces of a text and the smallest of them under each hash.
private struct Fingerprint {
  /// In order.
  let pieces: [UInt32]

  init(_ text: String) {
    let sorted = TextUnits.grams(TextUnits.letters(of: text), 5)
      .map { UInt32(truncatingIfNeeded: $0) }.sorted()
    var pieces: [UInt32] = []
    pieces.reserveCapacity(sorted.count)
    for piece in sorted where piece != pieces.last { pieces.append(piece) }
    self.pieces = pieces
  }

  private static let seeds: [(mask: UInt32, factor: UInt32)] = {
    var state: UInt64 = 1
    return (0..<NearDuplicates.bands * NearDuplicates.rowsPerBand).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mask = UInt32(truncatingIfNeeded: state >> 32)
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (mask, UInt32(truncatingIfNeeded: state >> 32) | 1)
    }
  }()

  var bandKeys: [UInt64] {
    let smallest = Self.seeds.map { seed in
      pieces.reduce(UInt32.max) { min($0, ($1 ^ seed.mask) &* seed.factor) }
    }
    return (0..<NearDuplicates.bands).map { band in
      let start = band * NearDuplicates.rowsPerBand
      return smallest[start..<start + NearDuplicates.rowsPerBand].reduce(0) {
        $0 &* 0x9e37_79b9_7f4a_7c15 &+ UInt64($1)
      }
    }
  }

  func similarity(_ other: Fingerprint) -> Double {
    var (i, j, shared) = (0, 0, 0)
    while i < pieces.count, j < other.pieces.count {
      if pieces[i] == other.pieces[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if pieces[i] < other.pieces[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(shared) / Double(pieces.count + other.pieces.count - shared)
  }
}

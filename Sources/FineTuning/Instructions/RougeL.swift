/// ROUGE-L of an answer against a reference (Lin, 2004): how much of both is their longest common
/// subsequence.
///
/// It is counted in Chinese characters and kana one by one and in words of everything else; case,
/// width and marks make no difference. An answer or a reference without any of them scores 0.
///
///     RougeL("the cat sat", reference: "the black cat").f1  // 0.667: "the cat" of 3 and 3 words
public struct RougeL: Sendable, Codable, Equatable {
  /// The common subsequence as a share of the answer.
  public let precision: Double
  /// As a share of the reference.
  public let recall: Double

  public init(_ answer: String, reference: String) {
    let (answer, reference) = (TextUnits.of(answer), TextUnits.of(reference))
    let common = Double(Self.commonLength(answer, reference))
    precision = answer.isEmpty ? 0 : common / Double(answer.count)
    recall = reference.isEmpty ? 0 : common / Double(reference.count)
  }

  /// The harmonic mean of both, 0 where they are.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// The length of the longest common subsequence, row by row of its table.
  private static func commonLength(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var lengths = [Int](repeating: 0, count: b.count + 1)
    for unit in a {
      var diagonal = 0
      for place in b.indices {
        let above = lengths[place + 1]
        lengths[place + 1] = unit == b[place] ? diagonal + 1 : max(above, lengths[place])
        diagonal = above
      }
    }
    return lengths[b.count]
  }
}

import Statistics

/// A number for each seed and each test question, such as 1 where an arm was right. Differences of
/// two arms stay paired, question by question:
///
///     claim("C08.4", .equivalent((lora - base - 0.9 * (full - base)).paired, margin: 0.03), …)
public struct SeedScores: Sendable, Equatable {
  /// `values[s][q]`: seed s, question q.
  public let values: [[Double]]

  public init(_ values: [[Double]]) { self.values = values }

  /// In the form that intervals and claims take.
  public var paired: PairedDifferences { PairedDifferences(values) }

  /// The mean over the questions, for each seed.
  public var perSeed: [Double] { values.map(\.mean) }

  public var mean: Double { perSeed.mean }

  /// The questions at some places only.
  public func at(_ places: [Int]) -> SeedScores {
    SeedScores(values.map { row in places.map { row[$0] } })
  }

  /// What has one seed only, such as an untuned model, is taken from every seed of the other.
  public static func - (one: SeedScores, other: SeedScores) -> SeedScores {
    let count = max(one.values.count, other.values.count)
    let (first, second) = (one.spread(to: count), other.spread(to: count))
    return SeedScores(zip(first, second).map { zip($0, $1).map { $0 - $1 } })
  }

  public static func * (factor: Double, scores: SeedScores) -> SeedScores {
    SeedScores(scores.values.map { $0.map { factor * $0 } })
  }

  private func spread(to count: Int) -> [[Double]] {
    precondition(
      values.count == count || values.count == 1, "both sides have the same seeds, or one has one")
    return values.count == count ? values : Array(repeating: values[0], count: count)
  }
}

extension Judgement {
  /// 1 or 0 for each question, as of a single seed.
  public var hitScores: SeedScores { SeedScores([hits.map { $0 ? 1 : 0 }]) }
}

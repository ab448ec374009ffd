import Foundation

/// How the numbers of a run decide a claim. The rules are the course's: a claim is decided, for or
/// against, only where an interval lies clear of the margin; everything else is undecided.
public enum ClaimTest: Sendable {
  /// X: the statement holds, exactly or within the tolerance that the caller applied.
  case exact(Bool)
  /// S: supported if the 95 % interval lies above the margin, not supported if it lies below −margin
  /// or inside ±margin.
  case superior(PairedDifferences, margin: Double)
  /// E: two one-sided tests at 5 %. Supported if the 90 % interval lies inside ±margin, not supported
  /// if it lies outside.
  case equivalent(PairedDifferences, margin: Double)
  /// V: supported if the 95 % interval of the first sample's standard deviation over the second's
  /// lies above `ratio`, not supported if it lies below.
  case variance([Double], [Double], ratio: Double)
  /// N: nothing that this scale could test.
  case notTestable
  /// Every part must hold: not supported if one part is not, else undecided if one is.
  case all([ClaimTest])
}

extension ClaimTest {
  /// How unlikely numbers like these would be if the claim did not hold (`holding`), and if it did
  /// (`failing`). Both are to be read at 5 %, with two sides where a rule asks for 95 %; at most one
  /// of them is small. nil for what is not testable.
  var pValues: (holding: Double, failing: Double)? {
    switch self {
    case .exact(let holds): return holds ? (0, 1) : (1, 0)
    case .superior(let differences, let margin):
      precondition(margin >= 0, "a margin is not negative")
      guard !differences.isSingle else { return (1, 1) }
      let tails = Tails(differences.resampledMeans(confidence: 0.95), margin: margin)
      return (
        min(1, 2 * tails.notAbove), min(1, 2 * min(tails.notBelow, tails.notInside))
      )
    case .equivalent(let differences, let margin):
      precondition(margin >= 0, "a margin is not negative")
      guard !differences.isSingle else { return (1, 1) }
      let tails = Tails(differences.resampledMeans(confidence: 0.9), margin: margin)
      return (tails.notInside, min(tails.notAbove, tails.notBelow))
    case .variance(let first, let second, let ratio):
      precondition(ratio > 0, "a ratio of deviations is positive")
      let spread = SpreadRatio(first, over: second)
      guard spread.hasSpread else { return (1, 1) }
      let resamples = spread.resampledLogarithms(confidence: 0.95)
      return (
        min(1, 2 * Resampling.share(of: resamples) { $0 <= log(ratio) }),
        min(1, 2 * Resampling.share(of: resamples) { $0 >= log(ratio) })
      )
    case .notTestable: return nil
    case .all(let parts):
      let values = parts.compactMap(\.pValues)
      precondition(
        !parts.isEmpty && values.count == parts.count, "the parts of a test are tests themselves")
      return (
        values.map(\.holding).max()!,
        min(1, Double(values.count) * values.map(\.failing).min()!)
      )
    }
  }
}

/// One-sided p-values around ±margin.
private struct Tails {
  /// Of a true value that is not above the margin.
  let notAbove: Double
  /// Of a true value that is not below −margin.
  let notBelow: Double
  /// Of a true value that is not inside ±margin: the larger of two one-sided tests (Schuirmann, 1987).
  let notInside: Double

  init(_ resamples: [Double], margin: Double) {
    notAbove = Resampling.share(of: resamples) { $0 <= margin }
    notBelow = Resampling.share(of: resamples) { $0 >= -margin }
    notInside = max(
      Resampling.share(of: resamples) { $0 <= -margin },
      Resampling.share(of: resamples) { $0 >= margin })
  }
}

/// What the numbers say about one of several claims that are decided together.
public struct ClaimDecision: Sendable, Equatable {
  public enum Verdict: Sendable, Equatable {
    case supported
    case notSupported
    case undecided
    case notTestable
  }

  public let verdict: Verdict
  /// After Holm's correction, for whichever of the two sides the numbers favour; nil where chance has
  /// no part in it.
  public let pValue: Double?

  /// The chance of a wrong decision that all claims together may run.
  static let level = 0.05

  /// Decides the claims of one experiment together, so that testing many makes none easier to pass.
  public static func of(_ tests: [ClaimTest]) -> [ClaimDecision] {
    let found = tests.map(\.pValues)
    var adjusted = holmAdjusted(found.compactMap { $0.map { min($0.holding, $0.failing) } })[...]
    return found.map { values in
      guard let values else { return ClaimDecision(verdict: .notTestable, pValue: nil) }
      let pValue = adjusted.removeFirst()
      let side: Verdict = values.holding < values.failing ? .supported : .notSupported
      return ClaimDecision(
        verdict: pValue <= level ? side : .undecided, pValue: pValue == 0 ? nil : pValue)
    }
  }
}

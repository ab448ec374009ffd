import Weaving

extension Claim.Verdict {
  /// Rule X: the statement holds exactly, or within the tolerance that the caller applied.
  public static func exact(_ holds: Bool) -> Claim.Verdict {
    holds ? .supported : .notSupported
  }

  /// Rule S: the 95 % interval of the paired difference lies beyond the margin.
  public static func superior(
    _ interval: ClosedRange<Double>, margin: Double
  ) -> Claim.Verdict {
    if interval.lowerBound > margin { return .supported }
    let liesBelow = interval.upperBound < -margin
    let liesInside = interval.lowerBound > -margin && interval.upperBound < margin
    return liesBelow || liesInside ? .notSupported : .undecided
  }

  /// Rule E: two one-sided tests at 5 %, which is to say that the 90 % interval of the difference
  /// lies within the margin.
  public static func equivalent(
    _ interval: ClosedRange<Double>, margin: Double
  ) -> Claim.Verdict {
    if interval.lowerBound > -margin && interval.upperBound < margin { return .supported }
    let liesOutside = interval.lowerBound > margin || interval.upperBound < -margin
    return liesOutside ? .notSupported : .undecided
  }
}

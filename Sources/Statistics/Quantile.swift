import Foundation

/// Quantiles above the median, by halving an interval that holds them.
package enum Quantile {
  package static func normal(_ p: Double) -> Double {
    search(p) { erf($0 / 2.0.squareRoot()) }
  }

  package static func student(_ p: Double, degreesOfFreedom: Int) -> Double {
    search(p) { studentWithin($0, degreesOfFreedom) }
  }

  /// The probability that Student's t lies in −t ... t, a finite sum for whole degrees of freedom
  /// (Abramowitz and Stegun, 26.7.3 and 26.7.4).
  private static func studentWithin(_ t: Double, _ degrees: Int) -> Double {
    let angle = atan(t / Double(degrees).squareRoot())
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = degrees % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = 0.0
    for power in stride(from: isOdd ? 1 : 0, through: degrees - 2, by: 2) {
      sum += term
      term *= Double(power + 1) / Double(power + 2) * cosine * cosine
    }
    return isOdd ? 2 / .pi * (angle + sine * sum) : sine * sum
  }

  /// The number x with P(X ≤ x) = p, where `within` gives P(−x ≤ X ≤ x).
  private static func search(_ p: Double, within: (Double) -> Double) -> Double {
    precondition(p > 0.5 && p < 1, "a quantile above the median")
    var (low, high) = (0.0, 1.0)
    while within(high) < 2 * p - 1 { (low, high) = (high, 2 * high) }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if within(middle) < 2 * p - 1 { low = middle } else { high = middle }
    }
    return high
  }
}

import Course
import Testing
import Weaving

/// The boundaries of the rules. An interval that only touches the margin is not beyond it.
@Suite struct ClaimRulesTests {
  typealias Verdict = Claim.Verdict

  @Test func exactIsSupportedOrNot() {
    #expect(Verdict.exact(true) == .supported)
    #expect(Verdict.exact(false) == .notSupported)
  }

  @Test(
    arguments: [
      (0.031...0.2, .supported), (0.03...0.2, .undecided), (0.029...0.2, .undecided),
      (-0.1...0.1, .undecided), (0.0...0.03, .undecided), (-0.03...0.0, .undecided),
      (-0.029...0.029, .notSupported), (0.01...0.02, .notSupported), (0.0...0.0, .notSupported),
      (-0.2 ... -0.03, .undecided), (-0.2 ... -0.031, .notSupported),
    ] as [(ClosedRange<Double>, Verdict)])
  func superiorLiesBeyondTheMargin(interval: ClosedRange<Double>, expected: Verdict) {
    #expect(Verdict.superior(interval, margin: 0.03) == expected)
  }

  @Test func superiorWithoutAMarginAsksForASign() {
    #expect(Verdict.superior(0.001...0.2, margin: 0) == .supported)
    #expect(Verdict.superior(0...0.2, margin: 0) == .undecided)
    #expect(Verdict.superior(-0.2...0.2, margin: 0) == .undecided)
    #expect(Verdict.superior(-0.2 ... -0.001, margin: 0) == .notSupported)
  }

  @Test(
    arguments: [
      (-0.029...0.029, .supported), (0.0...0.0, .supported), (0.01...0.029, .supported),
      (-0.03...0.01, .undecided), (-0.01...0.03, .undecided), (-0.1...0.1, .undecided),
      (0.01...0.2, .undecided), (0.03...0.2, .undecided), (-0.2 ... -0.03, .undecided),
      (0.031...0.2, .notSupported), (-0.2 ... -0.031, .notSupported),
    ] as [(ClosedRange<Double>, Verdict)])
  func equivalentLiesWithinTheMargin(interval: ClosedRange<Double>, expected: Verdict) {
    #expect(Verdict.equivalent(interval, margin: 0.03) == expected)
  }
}

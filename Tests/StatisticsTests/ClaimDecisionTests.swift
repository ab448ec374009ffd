import Statistics
import Testing

@Suite struct ClaimDecisionTests {
  typealias Verdict = ClaimDecision.Verdict

  func verdict(_ test: ClaimTest) -> Verdict { ClaimDecision.of([test])[0].verdict }

  /// Twenty rows around a mean: half lie above it, half below, so that the 95 % interval is the mean
  /// ± about 0.44 `deviation`.
  func around(_ mean: Double, _ deviation: Double) -> PairedDifferences {
    PairedDifferences([(0..<20).map { mean + ($0 % 2 == 0 ? deviation : -deviation) }])
  }

  @Test func exactHoldsOrNot() {
    #expect(
      ClaimDecision.of([.exact(true), .exact(false), .notTestable]).map(\.verdict)
        == [.supported, .notSupported, .notTestable])
    #expect(ClaimDecision.of([.exact(false)])[0].pValue == nil)
  }

  @Test(
    arguments: [
      (0.25, 0.125, .supported), (0.1875, 0.125, .supported), (0.15, 0.125, .undecided),
      (0.0, 0.5, .undecided), (0.0, 0.125, .notSupported), (0.0625, 0.0625, .notSupported),
      (-0.1, 0.125, .undecided), (-0.25, 0.125, .notSupported), (-0.15, 0.0, .notSupported),
    ] as [(Double, Double, Verdict)])
  func superiorLiesBeyondTheMargin(mean: Double, deviation: Double, expected: Verdict) {
    #expect(verdict(.superior(around(mean, deviation), margin: 0.125)) == expected)
  }

  @Test(
    arguments: [
      (0.0, 0.125, .supported), (0.0625, 0.0625, .supported), (0.1, 0.125, .undecided),
      (0.0, 0.5, .undecided), (0.15, 0.125, .undecided), (0.25, 0.125, .notSupported),
      (-0.25, 0.125, .notSupported), (-0.1, 0.125, .undecided),
    ] as [(Double, Double, Verdict)])
  func equivalentLiesInsideTheMargin(mean: Double, deviation: Double, expected: Verdict) {
    #expect(verdict(.equivalent(around(mean, deviation), margin: 0.125)) == expected)
  }

  /// What only touches the margin lies neither beyond nor inside.
  @Test func theMarginItselfDecidesNothing() {
    for sign in [1.0, -1] {
      let touching = PairedDifferences(perSeed: [0.125, 0.125, 0.125].map { sign * $0 })
      #expect(verdict(.superior(touching, margin: 0.125)) == .undecided)
      #expect(verdict(.equivalent(touching, margin: 0.125)) == .undecided)
    }
    let nothing = PairedDifferences(perSeed: [0, 0, 0])
    #expect(verdict(.superior(nothing, margin: 0)) == .undecided)
    #expect(verdict(.superior(nothing, margin: 0.125)) == .notSupported)
    #expect(verdict(.equivalent(nothing, margin: 0.125)) == .supported)
    let inside = PairedDifferences(perSeed: [0.1249, 0.1249])
    #expect(verdict(.equivalent(inside, margin: 0.125)) == .supported)
    #expect(verdict(.superior(inside, margin: 0.125)) == .notSupported)
  }

  /// A claim that stands alone is decided where its interval is: 95 % for S, 90 % for E.
  @Test(arguments: (-12...12).map { 0.025 * Double($0) }) func intervalsDecide(mean: Double) {
    let differences = around(mean, 0.2)
    let (wide, narrow) = (differences.interval(), differences.interval(confidence: 0.9))
    #expect(
      verdict(.superior(differences, margin: 0.1))
        == (wide.lowerBound > 0.1
          ? .supported
          : wide.upperBound < -0.1 || (wide.lowerBound > -0.1 && wide.upperBound < 0.1)
            ? .notSupported : .undecided))
    #expect(
      verdict(.equivalent(differences, margin: 0.1))
        == (narrow.lowerBound > -0.1 && narrow.upperBound < 0.1
          ? .supported
          : narrow.lowerBound > 0.1 || narrow.upperBound < -0.1 ? .notSupported : .undecided))
  }

  @Test func varianceComparesDeviations() {
    let (steady, wild) = (
      normals(12, seed: 1, stream: "a"), normals(12, deviation: 8, seed: 1, stream: "b")
    )
    #expect(verdict(.variance(wild, steady, ratio: 1)) == .supported)
    #expect(verdict(.variance(steady, wild, ratio: 1)) == .notSupported)
    #expect(verdict(.variance(steady, normals(12, seed: 2, stream: "a"), ratio: 1)) == .undecided)
    #expect(verdict(.variance(wild, steady, ratio: 100)) == .notSupported)
  }

  /// One number a lesson, or ten that are all alike, is no evidence of spread.
  @Test func tooLittleDecidesNothing() {
    let single = PairedDifferences(perSeed: [0.5])
    #expect(verdict(.superior(single, margin: 0.03)) == .undecided)
    #expect(verdict(.equivalent(PairedDifferences([[0]]), margin: 0.03)) == .undecided)
    #expect(verdict(.superior(PairedDifferences(perSeed: [0.5, 0.7]), margin: 0.03)) == .undecided)
    #expect(verdict(.variance([1, 1, 1], [1, 2, 3], ratio: 1)) == .undecided)
    #expect(verdict(.variance([1, 2, 3], [2], ratio: 1)) == .undecided)
    #expect(ClaimDecision.of([]) == [])
  }

  @Test func everyPartMustHold() {
    let yes = ClaimTest.superior(around(0.5, 0.125), margin: 0.125)
    let no = ClaimTest.superior(around(0, 0.125), margin: 0.125)
    let open = ClaimTest.superior(around(0, 0.5), margin: 0.125)
    #expect(verdict(.all([yes, .exact(true), yes])) == .supported)
    #expect(verdict(.all([yes, open])) == .undecided)
    #expect(verdict(.all([yes, no, open])) == .notSupported)
    #expect(verdict(.all([yes, .exact(false), open])) == .notSupported)
    #expect(
      verdict(.all([.all([yes]), .equivalent(around(0, 0.125), margin: 0.125)])) == .supported)
  }

  /// An interval that lies just beyond the margin counts alone and not among five.
  @Test func severalClaimsAreCorrected() throws {
    let close = ClaimTest.superior(around(0.1875, 0.125), margin: 0.125)
    let open = ClaimTest.superior(around(0, 0.5), margin: 0.125)
    let alone = try #require(ClaimDecision.of([close])[0].pValue)
    #expect(alone > 0.01 && alone < 0.05)
    let among = ClaimDecision.of([open, close, open, .notTestable, .exact(true), open, open])
    #expect(among[1].verdict == .undecided)
    #expect(abs(among[1].pValue! - 5 * alone) < 1e-12)
    #expect(ClaimDecision.of([close, .exact(true), .notTestable])[0].verdict == .supported)
  }

  /// Where the true difference is the margin, at most a few in a hundred are called supported.
  @Test func falseSupportIsRare() {
    let simulation = Simulation(
      seeds: 5, rows: 30, mean: 0.1, seedDeviation: 0.05, rowDeviation: 0.4, cellDeviation: 0.3)
    let supported = (0..<300).count {
      verdict(.superior(PairedDifferences(simulation.differences($0)), margin: 0.1)) == .supported
    }
    #expect(supported < 15, "\(supported) of 300")
  }

  @Test func testsThatMakeNoSenseAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = ClaimDecision.of([.superior(PairedDifferences(perSeed: [1, 2]), margin: -1)])
    }
    await #expect(processExitsWith: .failure) { _ = ClaimDecision.of([.all([])]) }
    await #expect(processExitsWith: .failure) {
      _ = ClaimDecision.of([.all([.exact(true), .notTestable])])
    }
    await #expect(processExitsWith: .failure) {
      _ = ClaimDecision.of([.variance([1, 2], [1, 2], ratio: 0)])
    }
  }
}

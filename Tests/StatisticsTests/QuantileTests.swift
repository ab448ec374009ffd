import Statistics
import Testing

@Suite struct QuantileTests {
  /// Tables of Student's distribution.
  @Test(
    arguments: [
      (0.975, 1, 12.7062), (0.975, 2, 4.3027), (0.975, 4, 2.7764), (0.975, 9, 2.2622),
      (0.95, 4, 2.1318), (0.95, 5, 2.0150), (0.995, 30, 2.7500), (0.975, 1000, 1.9623),
    ] as [(Double, Int, Double)])
  func studentAgreesWithTables(p: Double, degrees: Int, expected: Double) {
    #expect(abs(Quantile.student(p, degreesOfFreedom: degrees) - expected) < 6e-5)
  }

  @Test(arguments: [(0.975, 1.95996), (0.95, 1.64485), (0.9995, 3.29053)])
  func normalAgreesWithTables(p: Double, expected: Double) {
    #expect(abs(Quantile.normal(p) - expected) < 1e-5)
  }

  @Test func fewValuesAreWidenedAndManyAreNot() {
    let widenings = [1, 5, 10, 200].map { Resampling.widening(values: $0, confidence: 0.95) }
    for (widening, expected) in zip(widenings, [1, 1.5838, 1.2166, 1.0086]) {
      #expect(abs(widening - expected) < 1e-4)
    }
  }
}

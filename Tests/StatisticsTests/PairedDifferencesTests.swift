import Statistics
import Testing

@Suite struct PairedDifferencesTests {
  /// Two rows, 0 and 1: a resample's mean is 0, ½ or 1 with probability ¼, ½ and ¼.
  @Test func rowsOfOneSeedByHand() {
    let differences = PairedDifferences([[0, 1]])
    #expect(differences.mean == 0.5)
    #expect(differences.interval(confidence: 0.95) == 0...1)
    #expect(differences.interval(confidence: 0.6) == 0...1)
    #expect(differences.interval(confidence: 0.4) == 0.5...0.5)
  }

  /// The same for two seeds, widened by √2 · 12.706 / 1.960.
  @Test func twoSeedsByHand() {
    let interval = PairedDifferences(perSeed: [2, 4]).interval()
    let half = 2.0.squareRoot() * 12.7062 / 1.95996
    #expect(abs(interval.lowerBound - (3 - half)) < 1e-4)
    #expect(abs(interval.upperBound - (3 + half)) < 1e-4)
  }

  /// Rows are drawn once for all seeds: seeds that agree on every row are one seed.
  @Test func seedsShareTheirRows() {
    let rows = [1, 0, 0, -1, 1, 1, 0, 1].map(Double.init)
    let (one, three) = (PairedDifferences([rows]), PairedDifferences([rows, rows, rows]))
    #expect(one.mean == 0.375 && three.mean == 0.375)
    #expect(one.interval() == three.interval())
  }

  @Test func aShiftMovesTheIntervalAndASignMirrorsIt() {
    let values = [0.25, 0.5, -0.125, 0.75, 0.25]
    let interval = PairedDifferences(perSeed: values).interval()
    let mirrored = PairedDifferences(perSeed: values.map { -$0 }).interval()
    #expect(abs(mirrored.lowerBound + interval.upperBound) < 1e-2)
    #expect(abs(mirrored.upperBound + interval.lowerBound) < 1e-2)
    let shifted = PairedDifferences(perSeed: values.map { $0 + 1 }).interval()
    #expect(abs(shifted.lowerBound - interval.lowerBound - 1) < 1e-12)
    #expect(PairedDifferences(perSeed: values).interval() == interval)
    let narrow = PairedDifferences(perSeed: values).interval(confidence: 0.9)
    #expect(interval.lowerBound < narrow.lowerBound && narrow.upperBound < interval.upperBound)
  }

  /// Whatever varies, 95 % intervals hold the true difference in 90 to 98 of a hundred experiments.
  @Test(arguments: [
    Simulation(seeds: 5, rows: 1, seedDeviation: 1, rowDeviation: 0, cellDeviation: 0),
    Simulation(seeds: 3, rows: 1, seedDeviation: 1, rowDeviation: 0, cellDeviation: 0),
    Simulation(seeds: 1, rows: 30, seedDeviation: 0, rowDeviation: 1, cellDeviation: 0),
    Simulation(seeds: 5, rows: 30, seedDeviation: 0.03, rowDeviation: 0.5, cellDeviation: 0.3),
    Simulation(seeds: 5, rows: 30, seedDeviation: 0.2, rowDeviation: 0.3, cellDeviation: 0.3),
    Simulation(seeds: 10, rows: 30, seedDeviation: 0.1, rowDeviation: 0.3, cellDeviation: 0.5),
  ])
  func coversTheTrueDifference(simulation: Simulation) {
    let experiments = 300
    let covered = (0..<experiments).count {
      PairedDifferences(simulation.differences($0)).interval().contains(0)
    }
    let share = Double(covered) / Double(experiments)
    #expect(share > 0.9 && share < 0.99, "\(share)")
  }

  @Test func aSingleNumberHasNoSpread() {
    #expect(PairedDifferences(perSeed: [0.25]).interval() == 0.25...0.25)
    #expect(PairedDifferences([[0.25]]).interval() == 0.25...0.25)
  }

  @Test func whatIsNoDifferenceIsRefused() async {
    await #expect(processExitsWith: .failure) { _ = PairedDifferences([]) }
    await #expect(processExitsWith: .failure) { _ = PairedDifferences([[], []]) }
    await #expect(processExitsWith: .failure) { _ = PairedDifferences([[1, 0], [1]]) }
    await #expect(processExitsWith: .failure) { _ = PairedDifferences(perSeed: [1, .nan]) }
    await #expect(processExitsWith: .failure) {
      _ = PairedDifferences(perSeed: [1, 2]).interval(confidence: 1)
    }
  }
}

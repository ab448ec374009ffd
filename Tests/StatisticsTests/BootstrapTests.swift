import Statistics
import Tensors
import Testing

@Suite struct BootstrapTests {
  private func normals(_ count: Int, seed: UInt64, mean: Double = 0) -> [Double] {
    var random = SeededRandom(seed: seed, stream: "sample")
    return (0..<count).map { _ in mean + Double(random.normal()) }
  }

  /// Over many samples of 60 the interval holds the true mean nearly as often as it says. (The
  /// percentile interval is a little short: it leaves out n / (n − 1).)
  @Test(arguments: [0.95, 0.8]) func coversAKnownMean(confidence: Double) {
    let samples = 600
    let covered = (0..<samples).count { sample in
      Bootstrap.mean(
        normals(60, seed: UInt64(sample), mean: 3), confidence: confidence, resamples: 400,
        seed: UInt64(sample)
      ).contains(3)
    }
    let share = Double(covered) / Double(samples)
    let error = (confidence * (1 - confidence) / Double(samples)).squareRoot()
    #expect(abs(share - (confidence - 0.01)) < 3 * error)
  }

  /// For a large sample it is the mean ± 1.96 deviations of the mean.
  @Test func agreesWithTheNormalInterval() {
    let values = normals(2000, seed: 4)
    let interval = Bootstrap.mean(values)
    let half = 1.96 * values.standardDeviation / 2000.0.squareRoot()
    #expect(abs(interval.lowerBound - (values.mean - half)) < 0.1 * half)
    #expect(abs(interval.upperBound - (values.mean + half)) < 0.1 * half)
  }

  @Test func theSeedDecidesIt() {
    let values = normals(30, seed: 5)
    #expect(Bootstrap.mean(values, seed: 1) == Bootstrap.mean(values, seed: 1))
    #expect(Bootstrap.mean(values, seed: 1) != Bootstrap.mean(values, seed: 2))
    let (wide, narrow) = (Bootstrap.mean(values), Bootstrap.mean(values, confidence: 0.5))
    #expect(wide.lowerBound < narrow.lowerBound && narrow.upperBound < wide.upperBound)
  }

  /// Both tails are cut alike: which arm is subtracted from which cannot matter.
  @Test(arguments: [0.5, 0.9, 0.95, 0.999]) func mirroredValuesMirrorIt(confidence: Double) {
    let values = normals(25, seed: 6)
    let interval = Bootstrap.mean(values, confidence: confidence)
    let mirrored = Bootstrap.mean(values.map { -$0 }, confidence: confidence)
    #expect(mirrored == -interval.upperBound ... -interval.lowerBound)
  }

  @Test func degenerateSamples() {
    #expect(Bootstrap.mean([2]) == 2...2)
    #expect(Bootstrap.mean([7, 7, 7]) == 7...7)
    #expect(Bootstrap.mean([1, 2], resamples: 1).lowerBound >= 1)
    #expect(Bootstrap.mean([0, 1]) == 0...1)
  }

  @Test func whatHasNoIntervalIsRefused() async {
    await #expect(processExitsWith: .failure) { _ = Bootstrap.mean([]) }
    await #expect(processExitsWith: .failure) { _ = Bootstrap.mean([1, .nan]) }
    await #expect(processExitsWith: .failure) { _ = Bootstrap.mean([1], confidence: 1) }
    await #expect(processExitsWith: .failure) { _ = Bootstrap.mean([1], resamples: 0) }
  }
}

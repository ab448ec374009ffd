import Statistics
import Testing

@Suite struct SpreadRatioTests {
  @Test func theRatioOfTwoDeviations() {
    #expect(SpreadRatio([0, 4, 8], over: [1, 2, 3]).value == 4)
    #expect(SpreadRatio([5, 5, 5], over: [1, 2, 3]).value == 0)
    let (a, b) = (normals(20, seed: 1, stream: "a"), normals(20, seed: 1, stream: "b"))
    let (ratio, inverse) = (SpreadRatio(a, over: b), SpreadRatio(b, over: a))
    #expect(abs(ratio.value * inverse.value - 1) < 1e-12)
    #expect(ratio.interval().contains(ratio.value))
    #expect(abs(ratio.interval().lowerBound * inverse.interval().upperBound - 1) < 0.05)
  }

  /// For two large normal samples log s has the deviation 1 / √(2n).
  @Test func agreesWithTheNormalInterval() {
    let samples = ["a", "b"].map { normals(1000, deviation: 2, seed: 3, stream: $0) }
    let ratio = SpreadRatio(samples[0], over: samples[1])
    let factor = 1.96 * (1.0 / 1000).squareRoot()
    #expect(abs(ratio.interval().lowerBound - ratio.value * (1 - factor)) < 0.01)
    #expect(abs(ratio.interval().upperBound - ratio.value * (1 + factor)) < 0.01)
  }

  @Test(arguments: [(10, 10), (10, 40), (20, 20)]) func coversTheTrueRatio(first: Int, second: Int)
  {
    let experiments = 300
    let covered = (0..<experiments).count { number in
      SpreadRatio(
        normals(first, deviation: 3, seed: number, stream: "a"),
        over: normals(second, seed: number, stream: "b")
      ).interval().contains(3)
    }
    let share = Double(covered) / Double(experiments)
    #expect(share > 0.9 && share < 0.99, "\(share)")
  }

  @Test func aSampleWithoutSpreadSaysNothing() {
    for (first, second) in [([1.0, 1, 1], [1.0, 2]), ([1, 2], [3]), ([], [1, 2])] {
      #expect(SpreadRatio(first, over: second).interval() == 0...Double.infinity)
    }
  }

  @Test func numbersThatAreNotFiniteAreRefused() async {
    await #expect(processExitsWith: .failure) { _ = SpreadRatio([1, .nan], over: [1, 2]) }
    await #expect(processExitsWith: .failure) { _ = SpreadRatio([1, 2], over: [.infinity, 2]) }
  }
}

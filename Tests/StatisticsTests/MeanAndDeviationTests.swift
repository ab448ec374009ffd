import Statistics
import Testing

@Suite struct MeanAndDeviationTests {
  @Test func meansAndDeviations() {
    #expect([1.0, 2, 6].mean == 3)
    #expect([1.0, 2, 6].standardDeviation == 7.0.squareRoot())
    #expect([4.0].mean == 4 && [4.0].standardDeviation == 0)
    #expect([Double]().mean == 0 && [Double]().standardDeviation == 0)
    #expect([1e9, 1e9 + 1, 1e9 + 2].standardDeviation == 1)
    #expect([1.0, 5, 9][1...].mean == 7)
  }
}

import Statistics
import Testing

@Suite struct HolmTests {
  /// 4 · 0.005, 3 · 0.01, 2 · 0.03, and 1 · 0.04, which may not fall below the one before.
  @Test func aWorkedExample() {
    #expect(holmAdjusted([0.01, 0.04, 0.03, 0.005]) == [0.03, 0.06, 0.06, 0.02])
  }

  @Test func nothingExceedsOne() {
    #expect(holmAdjusted([0.6, 0.5, 1]) == [1, 1, 1])
    #expect(holmAdjusted([0.6]) == [0.6])
    #expect(holmAdjusted([]) == [])
  }

  /// What is certain takes no place from the others.
  @Test func aZeroCorrectsNobody() {
    #expect(holmAdjusted([0, 0.02, 0, 0.03]) == [0, 0.04, 0, 0.04])
    #expect(holmAdjusted([0.02, 0.03]) == [0.04, 0.04])
  }

  @Test func whatIsNoProbabilityIsRefused() async {
    await #expect(processExitsWith: .failure) { _ = holmAdjusted([1.2]) }
    await #expect(processExitsWith: .failure) { _ = holmAdjusted([.nan]) }
  }
}

import FineTuning
import Testing

@Suite struct CalibrationTests {
  @Test func binsByHand() {
    let calibration = Calibration(
      probabilities: [[0.9, 0.1], [0.2, 0.8], [0.25, 0.75], [0.55, 0.45], [0, 1]],
      actual: [0, 1, 0, 1, 1], bins: 5)
    #expect(calibration.bins.map(\.count) == [0, 0, 1, 2, 2])
    #expect(calibration.bins[1].range == 0.2...0.4)
    let (third, fourth, fifth) = (
      calibration.bins[2], calibration.bins[3], calibration.bins[4]
    )
    #expect(third.confidence == 0.55 && third.accuracy == 0)
    // 0.8 belongs to the bin that ends there.
    #expect(abs(fourth.confidence - 0.775) < 1e-15 && fourth.accuracy == 0.5)
    #expect(abs(fifth.confidence - 0.95) < 1e-15 && fifth.accuracy == 1)
    let error = (0.55 + 2 * 0.275 + 2 * 0.05) / 5
    #expect(abs(calibration.expectedError - error) < 1e-12)
  }

  @Test func whoIsRightAsOftenAsSaidHasNoError() {
    let calibration = Calibration(
      probabilities: Array(repeating: [0.75, 0.25], count: 8), actual: [0, 0, 0, 1, 0, 1, 0, 0])
    #expect(calibration.bins.count == 10)
    #expect(calibration.expectedError == 0)
    #expect(Calibration(probabilities: [], actual: []).expectedError == 0)
  }

  @Test func equalProbabilitiesPredictTheFirstClass() {
    let bins = Calibration(probabilities: [[0, 0, 0.5, 0.5]], actual: [2], bins: 2).bins
    #expect(bins[0].count == 1 && bins[0].accuracy == 1 && bins[1].count == 0)
  }

  @Test func whatIsNoProbabilityIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = Calibration(probabilities: [[0.4, 1.6]], actual: [0])
    }
    await #expect(processExitsWith: .failure) {
      _ = Calibration(probabilities: [[0.4, 0.6]], actual: [2])
    }
    await #expect(processExitsWith: .failure) {
      _ = Calibration(probabilities: [[0.4, 0.6]], actual: [])
    }
  }
}

import FineTuning
import Foundation
import Testing

@Suite struct ContextualCalibrationTests {
  /// 0.8 : 0.2 and 0.6 : 0.4 average to 0.7 : 0.3, whatever all answers together weigh.
  @Test func priorsAreMeanShares() {
    let calibration = ContextualCalibration(contentFree: [
      [log(0.08), log(0.02)], [log(0.6), log(0.4)],
    ])
    #expect(abs(exp(calibration.logPriors[0]) - 0.7) < 1e-12)
    #expect(abs(exp(calibration.logPriors[1]) - 0.3) < 1e-12)
  }

  /// Zhao et al.: what the prompt alone prefers becomes a tie, and evidence beyond it decides.
  @Test func thePromptsOwnPreferenceIsTakenAway() {
    let scores = [-1.25, -3.5]
    let calibration = ContextualCalibration(contentFree: [scores])
    let tie = calibration(scores)
    #expect(abs(tie[0] - tie[1]) < 1e-12)
    let moved = calibration([-1.25, -3.4])
    #expect(abs(moved[1] - moved[0] - 0.1) < 1e-12)
  }

  @Test func tinyProbabilitiesDoNotVanish() {
    let calibration = ContextualCalibration(contentFree: [[-2000, -2001]])
    #expect(abs(calibration.logPriors[0] - calibration.logPriors[1] - 1) < 1e-9)
  }
}

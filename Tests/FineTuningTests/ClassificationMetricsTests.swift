import FineTuning
import Testing

@Suite struct ClassificationMetricsTests {
  @Test func countsAndScoresByHand() {
    let metrics = ClassificationMetrics(
      actual: [0, 0, 0, 0, 0, 0, 1, 1, 2], predicted: [0, 0, 0, 0, 0, 1, 1, 0, 2], classes: 3)
    #expect(metrics.counts == [[5, 1, 0], [1, 1, 0], [0, 0, 1]])
    #expect(metrics.accuracy == 7.0 / 9)
    #expect(abs(metrics.balancedAccuracy - (5.0 / 6 + 1.0 / 2 + 1) / 3) < 1e-15)
  }

  /// Always the larger class: nine of ten right, and no better than chance.
  @Test func balancedAccuracyIsNotFooledByAMajority() {
    let metrics = ClassificationMetrics(
      actual: Array(repeating: 0, count: 9) + [1], predicted: Array(repeating: 0, count: 10),
      classes: 2)
    #expect(metrics.accuracy == 0.9)
    #expect(metrics.balancedAccuracy == 0.5)
  }

  @Test func classesWithoutRowsDoNotCount() {
    let metrics = ClassificationMetrics(actual: [0, 0, 2], predicted: [0, 1, 2], classes: 4)
    #expect(metrics.balancedAccuracy == 0.75)
    let none = ClassificationMetrics(actual: [], predicted: [], classes: 2)
    #expect(none.accuracy == 0 && none.balancedAccuracy == 0)
    #expect(none.counts == [[0, 0], [0, 0]])
  }

  /// scikit-learn 1.9.1: f1_score([0]*6 + [1, 1, 2], [0]*5 + [1, 1, 0, 2], average="macro").
  @Test func macroF1IsThatOfScikitLearn() {
    let metrics = ClassificationMetrics(
      actual: [0, 0, 0, 0, 0, 0, 1, 1, 2], predicted: [0, 0, 0, 0, 0, 1, 1, 0, 2], classes: 3)
    #expect(abs(metrics.macroF1 - 0.7777777777777778) < 1e-12)
    // A class that is only predicted counts, one that nothing names does not.
    let other = ClassificationMetrics(actual: [0, 0, 2, 2], predicted: [0, 1, 2, 2], classes: 5)
    #expect(abs(other.macroF1 - 0.5555555555555555) < 1e-12)
    #expect(ClassificationMetrics(actual: [], predicted: [], classes: 2).macroF1 == 0)
  }

  @Test func whatIsNoClassIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = ClassificationMetrics(actual: [0], predicted: [2], classes: 2)
    }
    await #expect(processExitsWith: .failure) {
      _ = ClassificationMetrics(actual: [0, 1], predicted: [0], classes: 2)
    }
  }
}

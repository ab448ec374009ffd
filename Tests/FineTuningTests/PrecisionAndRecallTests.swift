import FineTuning
import Testing

@Suite struct PrecisionAndRecallTests {
  @Test func figuresByHand() {
    let metrics = ClassificationMetrics(
      actual: [0, 0, 0, 0, 0, 0, 1, 1, 2], predicted: [0, 0, 0, 0, 0, 1, 1, 0, 2], classes: 3)
    #expect((0..<3).map(metrics.support) == [6, 2, 1])
    #expect((0..<3).map(metrics.precision) == [5.0 / 6, 1.0 / 2, 1])
    #expect((0..<3).map(metrics.recall) == [5.0 / 6, 1.0 / 2, 1])
    #expect((0..<3).map(metrics.f1) == [10.0 / 12, 2.0 / 4, 1])
    let f1 = (0..<3).compactMap(metrics.f1)
    #expect(abs(metrics.macroF1 - f1.reduce(0, +) / 3) < 1e-15)
  }

  @Test func whatIsDividedByNothingIsNil() {
    let metrics = ClassificationMetrics(actual: [0, 0, 2], predicted: [0, 1, 0], classes: 4)
    #expect((0..<4).map(metrics.precision) == [0.5, 0, nil, nil])
    #expect((0..<4).map(metrics.recall) == [0.5, nil, 0, nil])
    #expect((0..<4).map(metrics.f1) == [0.5, 0, 0, nil])
  }
}

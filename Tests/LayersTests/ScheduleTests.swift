import Layers
import Testing

/// Worked out by hand from transformers' optimization.py: (s / w) during warm-up, then 1,
/// (T − s) / (T − w), or ½ (1 + cos π (s − w) / (T − w)).
@Suite struct ScheduleTests {
  static let cases: [(Schedule.Shape, warmUp: Int, total: Int, [Int: Float])] = [
    (.constant, 0, 10, [0: 1, 5: 1, 10: 1, 50: 1]),
    (.constant, 4, 10, [0: 0, 1: 0.25, 3: 0.75, 4: 1, 9: 1]),
    (.linear, 0, 10, [0: 1, 1: 0.9, 5: 0.5, 9: 0.1, 10: 0, 12: 0]),
    (.linear, 2, 10, [0: 0, 1: 0.5, 2: 1, 3: 0.875, 6: 0.5, 9: 0.125, 10: 0, 11: 0]),
    (.cosine, 0, 4, [0: 1, 1: 0.853_553_4, 2: 0.5, 3: 0.146_446_6, 4: 0]),
    (.cosine, 1, 7, [0: 0, 1: 1, 2: 0.933_012_7, 3: 0.75, 4: 0.5, 5: 0.25, 7: 0]),
    (.linear, 3, 3, [0: 0, 2: 0.666_666_7, 3: 0]), (.cosine, 3, 3, [2: 0.666_666_7, 3: 1]),
    (.linear, 0, 0, [0: 0]),
  ]

  @Test(arguments: cases)
  func equalsTheFormula(
    shape: Schedule.Shape, warmUp: Int, total: Int, expected: [Int: Float]
  ) {
    let schedule = Schedule(shape, warmUpSteps: warmUp, totalSteps: total)
    for (step, factor) in expected {
      #expect(abs(schedule.factor(at: step) - factor) < 1e-6, "\(schedule) at \(step)")
    }
  }
}

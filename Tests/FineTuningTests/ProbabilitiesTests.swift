import FineTuning
import Foundation
import Testing

@Suite struct ProbabilitiesTests {
  @Test func softmaxByHand() {
    let p = softmax([0, Float(log(2.0)), Float(log(5.0))])
    #expect(zip(p, [0.125, 0.25, 0.625]).allSatisfy { abs($0 - $1) < 1e-7 })
    #expect(softmax([3]) == [1])
    #expect(softmax([]).isEmpty)
  }

  /// A constant on every logit changes nothing, and nothing overflows.
  @Test func onlyDifferencesCount() {
    let p = softmax([1, 2, 4])
    #expect(abs(p.reduce(0, +) - 1) < 1e-15)
    #expect(softmax([1025, 1026, 1028]) == p)
    #expect(softmax([-1023, -1022, -1020]) == p)
    #expect(softmax([3e38, 0, -3e38]) == [1, 0, 0])
    #expect(softmax([0, -.infinity]) == [1, 0])
  }
}

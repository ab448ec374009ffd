import Foundation
import Tensors

/// How many times as much one sample varies as another: the ratio of their standard deviations.
public struct SpreadRatio: Sendable {
  /// The deviation of the first sample over that of the second; not finite where the second has none.
  public let value: Double
  private let samples: [[Double]]

  public init(_ first: [Double], over second: [Double]) {
    samples = [first, second]
    precondition(
      samples.allSatisfy { $0.allSatisfy(\.isFinite) }, "a deviation takes finite numbers")
    value = first.standardDeviation / second.standardDeviation
  }

  /// The bootstrap interval of the ratio: both samples are drawn again, each by itself. Everything
  /// from 0 on, where a sample has no spread at all.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    guard hasSpread else { return 0...Double.infinity }
    let logarithms = Resampling.interval(
      resampledLogarithms(confidence: confidence), confidence: confidence)
    return exp(logarithms.lowerBound)...exp(logarithms.upperBound)
  }

  var hasSpread: Bool { samples.allSatisfy { $0.standardDeviation > 0 } }

  /// Logarithms of the ratio in resamples. A resample of few values varies less than the sample, so
  /// only the spread of the logarithms is taken, widened, and laid around the observed ratio.
  func resampledLogarithms(confidence: Double) -> [Double] {
    var random = Resampling.random()
    let effects = samples.map { sample in
      let logarithms = (0..<Resampling.count).map { _ in
        log(deviationOfResample(sample, using: &random))
      }
      let mean = logarithms.mean
      let widening = Resampling.widening(values: sample.count, confidence: confidence)
      return logarithms.map { widening * ($0 - mean) }
    }
    return zip(effects[0], effects[1]).map { log(value) + $0 - $1 }
  }

  /// A resample that drew one value only has no logarithm and is drawn again.
  private func deviationOfResample(
    _ sample: [Double], using random: inout SeededRandom
  ) -> Double {
    while true {
      let resample = sample.map { _ in sample[Resampling.place(below: sample.count, &random)] }
      let deviation = resample.standardDeviation
      if deviation > 0 { return deviation }
    }
  }
}

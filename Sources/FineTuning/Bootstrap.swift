import Tensors

/// How far an estimate may be off, found by drawing the sample again and again from itself (Efron,
/// 1979).
public enum Bootstrap {
  /// The percentile interval of the mean of `values`, with replacement.
  public static func mean(
    _ values: [Double], confidence: Double = 0.95, resamples: Int = 2000, seed: UInt64 = 0
  ) -> ClosedRange<Double> {
    precondition(!values.isEmpty, "a mean needs at least one value")
    var random = SeededRandom(seed: seed, stream: "bootstrap")
    let means = (0..<resamples).map { _ in
      (0..<values.count).reduce(0.0) { sum, _ in sum + values[random.int(below: values.count)] }
        / Double(values.count)
    }.sorted()
    let tail = (1 - confidence) / 2
    let low = Int((Double(resamples) * tail).rounded(.down))
    let high = min(resamples - 1, Int((Double(resamples) * (1 - tail)).rounded(.up)))
    return means[low]...means[high]
  }
}

extension Collection<Double> {
  /// The arithmetic mean; 0 of nothing.
  public var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }

  /// The deviation of the sample, with n − 1 below.
  public var standardDeviation: Double {
    guard count > 1 else { return 0 }
    let mean = mean
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
  }
}

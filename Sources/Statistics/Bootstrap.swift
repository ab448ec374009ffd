import Tensors

/// How far an estimate may be off, found by drawing the sample again and again from itself (Efron,
/// 1979).
public enum Bootstrap {
  /// The percentile interval of the mean of `values`, with replacement.
  public static func mean(
    _ values: [Double], confidence: Double = 0.95, resamples: Int = 2000, seed: UInt64 = 0
  ) -> ClosedRange<Double> {
    precondition(!values.isEmpty, "a mean needs at least one value")
    precondition(values.allSatisfy(\.isFinite), "a mean with numbers that are not finite is none")
    precondition(
      resamples > 0 && confidence > 0 && confidence < 1,
      "an interval needs resamples and a confidence between 0 and 1")
    var random = SeededRandom(seed: seed, stream: "bootstrap")
    let means = (0..<resamples).map { _ in
      (0..<values.count).reduce(0.0) { sum, _ in sum + values[random.int(below: values.count)] }
        / Double(values.count)
    }.sorted()
    let tail = Int(Double(resamples) * (1 - confidence) / 2)
    return means[tail]...means[resamples - 1 - tail]
  }
}

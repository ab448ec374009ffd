import Tensors

/// What every resampled interval and p-value of this module shares.
package enum Resampling {
  static let count = 10_000

  /// The same draws for the same data, whoever asks.
  static func random() -> SeededRandom { SeededRandom(seed: 0, stream: "claim") }

  /// The mean of as many values drawn with replacement, `count` times.
  static func means(of values: [Double], using random: inout SeededRandom) -> [Double] {
    values.withUnsafeBufferPointer { values in
      (0..<count).map { _ in
        var sum = 0.0
        for _ in values.indices { sum += values[place(below: values.count, &random)] }
        return sum / Double(values.count)
      }
    }
  }

  /// A place of 0 ..< bound by one multiplication. Each is equally likely to within bound / 2⁶⁴.
  static func place(below bound: Int, _ random: inout SeededRandom) -> Int {
    Int(random.next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The percentile interval. Its lower end lies above a number exactly if `share` of the
  /// resamples up to that number is at most (1 − confidence) / 2.
  static func interval(_ resamples: [Double], confidence: Double) -> ClosedRange<Double> {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let sorted = resamples.sorted()
    let tail = max(0, Int((1 - confidence) / 2 * Double(sorted.count + 1)) - 1)
    return sorted[tail]...sorted[sorted.count - 1 - tail]
  }

  /// The share of resamples that satisfy a condition. The data themselves count as one more, so that
  /// it is never 0 (Davison and Hinkley, 1997, equation 4.11).
  static func share(of resamples: [Double], where holds: (Double) -> Bool) -> Double {
    Double(1 + resamples.count(where: holds)) / Double(resamples.count + 1)
  }

  /// How much wider an interval from few values has to be than the percentile interval:
  /// √(n / (n − 1)), since the bootstrap divides by n, times Student's quantile over the normal one,
  /// since the spread is estimated too (Hesterberg, 2015, "What Teachers Should Know About the
  /// Bootstrap", section 5.4). 1.58 for 5 values, 1.22 for 10, 1.01 for 200, at 95 %.
  package static func widening(values: Int, confidence: Double) -> Double {
    guard values > 1 else { return 1 }
    let n = Double(values)
    let p = (1 + confidence) / 2
    return (n / (n - 1)).squareRoot()
      * Quantile.student(p, degreesOfFreedom: values - 1) / Quantile.normal(p)
  }
}

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

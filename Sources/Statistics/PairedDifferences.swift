/// What one arm of an experiment has over another, seed by seed and row by row of one test set.
///
///     let differences = PairedDifferences(zip(tuned, frozen).map { pairs in … })
///     differences.mean                        // 0.041
///     differences.interval(confidence: 0.95)  // 0.012 ... 0.069
public struct PairedDifferences: Sendable {
  public let seedCount: Int
  public let rowCount: Int
  /// The mean over all seeds and rows.
  public let mean: Double
  /// How far the mean of each seed, and of each row, lies from the mean of all.
  private let seedEffects: [Double]
  private let rowEffects: [Double]

  /// `seeds[s][r]` is the first arm minus the second, with seed s on row r of the test set: for
  /// accuracy 1, 0 or −1. Every seed has the same rows. With one seed, intervals speak of the rows
  /// alone.
  public init(_ seeds: [[Double]]) {
    let rowCount = seeds.first?.count ?? 0
    precondition(rowCount > 0, "differences need at least one seed and one row")
    precondition(
      seeds.allSatisfy { $0.count == rowCount }, "every seed has differences on the same rows")
    precondition(
      seeds.allSatisfy { $0.allSatisfy(\.isFinite) }, "a difference that is not finite is none")
    seedCount = seeds.count
    self.rowCount = rowCount
    let seedMeans = seeds.map(\.mean)
    let mean = seedMeans.mean
    self.mean = mean
    seedEffects = seedMeans.map { $0 - mean }
    rowEffects = (0..<rowCount).map { row in
      seeds.reduce(0) { $0 + $1[row] } / Double(seeds.count) - mean
    }
  }

  /// One difference for each seed, such as of two accuracies.
  public init(perSeed differences: [Double]) {
    self.init(differences.map { [$0] })
  }

  /// The bootstrap interval of the mean. A resample draws seeds, and once for all seeds the rows.
  ///
  /// Over simulated data, nominal 95 % cover between 93 % and 98 % from three seeds on. A single
  /// number has no spread: its interval is itself.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    Resampling.interval(resampledMeans(confidence: confidence), confidence: confidence)
  }

  /// A single number cannot tell a difference from luck.
  var isSingle: Bool { seedCount * rowCount == 1 }

  /// Means of resamples, spread so that they give an interval of this confidence.
  ///
  /// Seeds and rows add up: mean + seeds' share + rows' share. Drawing whole rows of whole seeds
  /// would count what is particular to one seed on one row a third time (Owen, 2007, "The pigeonhole
  /// bootstrap"), and take as many additions as there are seeds for each row. Few seeds are widened.
  func resampledMeans(confidence: Double) -> [Double] {
    var random = Resampling.random()
    let seeds = Resampling.means(of: seedEffects, using: &random)
    let rows = Resampling.means(of: rowEffects, using: &random)
    let widening = Resampling.widening(values: seedCount, confidence: confidence)
    return zip(seeds, rows).map { mean + widening * $0 + $1 }
  }
}

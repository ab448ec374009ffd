/// Whether a classifier is right as often as it says: its rows sorted by how sure it was (Guo et
/// al., 2017).
public struct Calibration: Sendable, Equatable {
  /// The rows whose confidence, the probability of the class that was predicted, lies in a range.
  public struct Bin: Sendable, Equatable {
    /// Above the lower bound, up to and with the upper one.
    public let range: ClosedRange<Double>
    public let count: Int
    /// The mean confidence of the rows; 0 without a row.
    public let confidence: Double
    /// The share of rows that were predicted right; 0 without a row.
    public let accuracy: Double
  }

  /// Of equal width from 0 to 1, empty ones included.
  public let bins: [Bin]

  /// - Parameters:
  ///   - probabilities: rows × classes.
  ///   - actual: the class of each row.
  public init(probabilities: [[Double]], actual: [Int], bins count: Int = 10) {
    precondition(probabilities.count == actual.count, "one class for each row of probabilities")
    precondition(count > 0, "calibration needs at least one bin")
    var rows = Array(repeating: 0, count: count)
    var confidences = Array(repeating: 0.0, count: count)
    var hits = Array(repeating: 0, count: count)
    for (row, label) in zip(probabilities, actual) {
      precondition(row.indices.contains(label), "class \(label) has no probability")
      precondition(
        row.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-6 }, "\(row) are not probabilities")
      let predicted = row.indices.max { row[$0] < row[$1] }!
      let confidence = min(row[predicted], 1)
      let bin = max(0, Int((confidence * Double(count)).rounded(.up)) - 1)
      rows[bin] += 1
      confidences[bin] += confidence
      hits[bin] += predicted == label ? 1 : 0
    }
    bins = (0..<count).map { bin in
      let total = Double(max(1, rows[bin]))
      return Bin(
        range: Double(bin) / Double(count)...Double(bin + 1) / Double(count), count: rows[bin],
        confidence: confidences[bin] / total, accuracy: Double(hits[bin]) / total)
    }
  }

  /// The expected calibration error: the distance of confidence from accuracy, a mean over rows;
  /// 0 without a row.
  public var expectedError: Double {
    let total = bins.reduce(0) { $0 + $1.count }
    return total == 0
      ? 0
      : bins.reduce(0) { $0 + Double($1.count) * abs($1.confidence - $1.accuracy) } / Double(total)
  }
}

import Course

extension InstructionFamily {
  /// Those of the training mixture.
  static var trained: [InstructionFamily] { allCases.filter { !heldOut.contains($0) } }
}

/// The ends of an interval of shares, in points.
func points(_ interval: ClosedRange<Double>) -> String {
  [interval.lowerBound, interval.upperBound]
    .map { ValueFormat.fixed(1).string(for: 100 * $0) }.joined(separator: " … ")
}

/// The ends of an interval in the unit that it is measured in.
func ends(_ interval: ClosedRange<Double>) -> String {
  [interval.lowerBound, interval.upperBound]
    .map { ValueFormat.fixed(2).string(for: $0) }.joined(separator: " … ")
}

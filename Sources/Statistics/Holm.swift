/// Holm's step-down correction (1979): with the adjusted p-values, the chance that any of several
/// tests errs stays below the level at which each is read.
///
///     holmAdjusted([0.01, 0.04, 0.03, 0.005])  // 0.03, 0.06, 0.06, 0.02
public func holmAdjusted(_ pValues: [Double]) -> [Double] {
  precondition(pValues.allSatisfy { (0...1).contains($0) }, "a p-value lies between 0 and 1")
  var adjusted = pValues
  var largest = 0.0
  for (rank, place) in pValues.indices.sorted(by: { pValues[$0] < pValues[$1] }).enumerated() {
    largest = max(largest, min(1, pValues[place] * Double(pValues.count - rank)))
    adjusted[place] = largest
  }
  return adjusted
}

import Foundation

/// Fails the check of an exercise unless two values are equal. `what` says which value it is.
public func expect<Value: Equatable>(
  _ found: Value, equals expected: Value, _ what: String = ""
) throws {
  guard found == expected else {
    throw ExpectationFailure(what, expected: "\(expected)", found: "\(found)")
  }
}

/// Fails the check of an exercise unless two numbers differ by at most `tolerance`.
public func expect(
  _ found: Double, near expected: Double, within tolerance: Double = 1e-6, _ what: String = ""
) throws {
  guard abs(found - expected) <= tolerance else {
    throw ExpectationFailure(what, expected: "\(expected)", found: "\(found)")
  }
}

/// The same for lists of numbers, which must be of one length.
public func expect(
  _ found: [Double], near expected: [Double], within tolerance: Double = 1e-6, _ what: String = ""
) throws {
  let near =
    found.count == expected.count
    && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance }
  guard near else { throw ExpectationFailure(what, expected: "\(expected)", found: "\(found)") }
}

/// The same for rows of numbers, which must be of one shape.
public func expect(
  _ found: [[Double]], near expected: [[Double]], within tolerance: Double = 1e-6,
  _ what: String = ""
) throws {
  try expect(found.count, equals: expected.count, what.isEmpty ? "rows" : "\(what), rows")
  for (index, (row, wanted)) in zip(found, expected).enumerated() {
    let place = "row \(index)"
    try expect(row, near: wanted, within: tolerance, what.isEmpty ? place : "\(what), \(place)")
  }
}

/// A value that a check did not expect.
struct ExpectationFailure: LocalizedError, Equatable {
  let errorDescription: String?

  init(_ what: String, expected: String, found: String) {
    errorDescription = (what.isEmpty ? "" : what + ": ") + "expected \(expected), found \(found)"
  }
}

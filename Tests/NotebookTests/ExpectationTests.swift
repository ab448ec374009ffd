import Foundation
import Notebook
import Testing

@Suite struct ExpectationTests {
  func failure(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? any LocalizedError)?.errorDescription }
    return nil
  }

  @Test func equalValuesPass() throws {
    try expect([1, 2], equals: [1, 2])
    try expect(0.1 + 0.2, near: 0.3)
    try expect(1, near: 1.5, within: 0.5)
    try expect([1.0, 2], near: [1, 2 + 1e-9])
    try expect([[1.0], []], near: [[1], []])
  }

  @Test func otherValuesAreNamed() {
    #expect(failure { try expect(2, equals: 3) } == "expected 3, found 2")
    #expect(failure { try expect([1], equals: [2], "rows") } == "rows: expected [2], found [1]")
    #expect(failure { try expect(0.5, near: 0.25) } == "expected 0.25, found 0.5")
    #expect(
      failure { try expect([[1], [2, 3]], near: [[1], [2, 4]], "last") }
        == "last, row 1: expected [2.0, 4.0], found [2.0, 3.0]")
  }

  @Test func shapesCountAndNoNumberIsNear() {
    #expect(failure { try expect([1.0], near: [1, 2]) } == "expected [1.0, 2.0], found [1.0]")
    #expect(failure { try expect([[1.0]], near: [[1], [2]]) } == "rows: expected 2, found 1")
    #expect(failure { try expect(.nan, near: 0) } == "expected 0.0, found nan")
    #expect(failure { try expect([.nan], near: [0]) } != nil)
    #expect(failure { try expect(1, near: 1 + 2e-6) } != nil)
  }
}

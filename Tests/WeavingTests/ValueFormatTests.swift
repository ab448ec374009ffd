import Foundation
import Testing
import Weaving

@Suite struct ValueFormatTests {
  @Test(
    arguments: [
      (.integer, 124_439_808, "124,439,808"), (.integer, -1234, "-1,234"), (.integer, 0, "0"),
      (.integer, 999, "999"), (.integer, -0.2, "0"),
      (.fixed(2), 0.125, "0.12"), (.fixed(2), -0.001, "0.00"), (.fixed(0), 2.6, "3"),
      (.percent(1), 0.2364, "23.6%"), (.percent(0), 1, "100%"), (.percent(1), -0.00001, "0.0%"),
      (.scientific(1), 1.23e-6, "1.2e-6"), (.scientific(2), 0, "0.00e0"),
      (.scientific(1), -2.5e10, "-2.5e10"),
      (.bytes, 0, "0 B"), (.bytes, 999, "999 B"), (.bytes, 1500, "1.5 kB"),
      (.bytes, 999_600, "1.0 MB"), (.bytes, 497_759_232, "497.8 MB"), (.bytes, 2.5e13, "25.0 TB"),
      (.seconds, 0.416, "0.42 s"), (.seconds, 12.34, "12.3 s"), (.seconds, 185, "3 min 05 s"),
      (.seconds, 59.97, "1 min 00 s"), (.seconds, 3725, "1 h 02 min"),
      (.milliseconds, 0.0042, "4.20 ms"), (.milliseconds, 0.0000016, "0.0016 ms"),
      (.milliseconds, 0.0234, "23.4 ms"), (.milliseconds, 0, "0.00 ms"),
      (.rate("tokens"), 1834.2, "1,834 tokens/s"), (.rate("steps"), 2.345, "2.35 steps/s"),
      (.text, 0.1, "0.1"), (.fixed(2), .nan, "NaN"), (.integer, .infinity, "∞"),
      (.percent(1), -.infinity, "-∞"),
    ] as [(ValueFormat, Double, String)])
  func numbersAreWritten(format: ValueFormat, number: Double, expected: String) {
    #expect(format.string(for: number) == expected)
  }

  @Test(
    arguments: [
      .number(0.25, .percent(1)), .number(1, .rate("tokens (all)")), .number(.infinity, .fixed(2)),
      .number(3, .scientific(2)), .number(3, .text), .number(7, .bytes), .number(7, .seconds),
      .number(7, .milliseconds), .number(7, .integer), .text("a"), .label("b"),
    ] as [Value])
  func valuesReadBackAsTheyWereWritten(value: Value) throws {
    #expect(try fromJSON([Value].self, json([value])) == [value])
  }

  @Test func anUnknownFormatIsAnError() {
    let text = #"{"number": 1, "format": "roman"}"#
    #expect(throws: DecodingError.self) { try fromJSON(Value.self, Data(text.utf8)) }
  }
}

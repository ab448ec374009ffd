import Charts
import Testing

@Suite struct NumbersTests {
  @Test func numbersForPrograms() {
    #expect(plain(3) == "3")
    #expect(plain(-0.0) == "0")
    #expect(plain(0.1) == "0.1")
    #expect(Double(plain(1e22)) == 1e22)
  }

  @Test func numbersForReaders() {
    #expect(readable(0) == "0")
    #expect(readable(0.12345) == "0.123")
    #expect(readable(12.5) == "12.5")
    #expect(readable(1234.6) == "1,235")
    #expect(readable(-40_000) == "-40,000")
    #expect(readable(124_439_808) == "124M")
    #expect(readable(7e9) == "7B")
    #expect(readable(0.00002) == "2e-5")
    #expect(readable(-0.0004, decimals: 2) == "0.00")
  }

  @Test func ticksAreRoundNumbers() throws {
    let loss = Series("mini", (0..<500).map { Point(Double($0 + 1), 7 - Double($0) / 100) })
    let texts = try Parsed(Written(LineChart("Loss", x: "step", y: "nats", [loss])).image).texts
    for tick in ["0", "100", "500", "2", "8"] { #expect(texts.contains(tick)) }
    #expect(!texts.contains("-2"))
  }

  @Test func fewPlacesOnALogarithmicAxisHaveATickEach() throws {
    let rows = [16.0, 64, 256, 1024, 4096]
    let series = Series("LoRA", rows.map { Point($0, $0 / 4096) })
    let chart = LineChart("Rows", x: .log("rows"), y: .percent("accuracy"), [series])
    let texts = try Parsed(Written(chart).image).texts
    for tick in ["16", "64", "256", "1,024", "4,096"] { #expect(texts.contains(tick)) }
  }

  @Test func barsOnALogarithmicAxisStartAtAPowerOfTen() throws {
    let bars = BarChart("Bytes", value: .log("bytes"), [Bar("a", 32_000_000), Bar("b", 120_000)])
    #expect(try Written(bars).blocks["bars1"]?.map { $0[2] } == [10_000, 10_000])
  }

  @Test func comparedValuesHaveTheSameDecimals() throws {
    let map = HeatMap(
      "m", rows: ["a"], columns: ["b", "c", "d"], values: [[2, 2.4, 2.19]], x: "x", y: "y",
      value: "v")
    let texts = try Parsed(Written(map).image).texts
    for cell in ["2.00", "2.40", "2.19"] { #expect(texts.contains(cell)) }
  }
}

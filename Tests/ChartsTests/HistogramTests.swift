import Charts
import Testing

@Suite struct HistogramTests {
  @Test func everyValueIsInOneBin() {
    let values = (0..<500).map { Double(($0 * 7919) % 1000) / 7 }
    for bins in [nil, 1, 7, 40] {
      let histogram = Histogram("h", x: "x", y: "y", values, bins: bins)
      #expect(histogram.counts[0].reduce(0, +) == 500)
      if let bins { #expect(histogram.counts[0].count == bins) }
      #expect(zip(histogram.binEdges, histogram.binEdges.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func aBinHoldsItsLowerEdge() {
    let histogram = Histogram("h", x: "x", y: "y", [0, 1, 1, 2.5, 4], bins: 4)
    #expect(histogram.binEdges == [0, 1, 2, 3, 4])
    #expect(histogram.counts == [[1, 2, 1, 1]])
  }

  @Test func wholeNumbersHaveTheirBinsAroundThem() {
    let histogram = Histogram("h", x: "x", y: "y", [1, 2, 2, 3, 3, 3, 4])
    #expect(histogram.binEdges == [0.5, 1.5, 2.5, 3.5, 4.5])
    #expect(histogram.counts == [[1, 2, 3, 1]])
  }

  @Test func samplesShareTheirBins() {
    let histogram = Histogram(
      "h", x: "x", y: "y", [Sample("a", [0, 0.5]), Sample("b", [9.5, 10])], bins: 10)
    #expect(histogram.counts[0] == [2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(histogram.counts[1] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
  }

  @Test func logarithmicBinsHaveOneRatio() {
    let histogram = Histogram("h", x: .log("x"), y: "y", [1, 10, 100, 1000, 3000.7], bins: 5)
    let ratios = zip(histogram.binEdges.dropFirst(), histogram.binEdges).map { $0 / $1 }
    #expect(ratios.allSatisfy { abs($0 - ratios[0]) < 1e-9 })
    #expect(histogram.counts[0].reduce(0, +) == 5)
  }

  @Test func equalValuesMakeOneBin() {
    let histogram = Histogram("h", x: "x", y: "y", [7, 7, 7])
    #expect(histogram.binEdges == [6.5, 7.5])
    #expect(histogram.counts == [[3]])
  }

  @Test func widthFollowsFreedmanAndDiaconis() {
    // Quartiles 250 and 750 of 1,000 values: 2 · 500 / 10 = 100.
    let histogram = Histogram("h", x: "x", y: "y", (0..<1000).map { Double($0) + 0.25 })
    #expect(histogram.binEdges == (0...10).map { Double($0) * 100 })
  }
}

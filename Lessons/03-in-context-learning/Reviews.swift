import Course

/// The two models that are compared.
enum Size: Int, CaseIterable {
  case nano, mini
}

/// The scores after one draw's first `count` examples of one sort.
struct Arm: Codable {
  let examples: Examples
  let count: Int
  let scores: ReviewScores
}

extension Reader {
  /// Examples of each sort in each number.
  func arms(
    _ draw: ShotDraw, _ sorts: [Examples] = Examples.allCases, counts: [Int],
    _ verbaliser: Verbaliser, _ texts: [String]
  ) throws -> [Arm] {
    try sorts.flatMap { examples in
      try counts.map { count in
        let shots = draw.shots(count, examples, verbaliser)
        return Arm(
          examples: examples, count: count, scores: try scores(of: texts, verbaliser, shots))
      }
    }
  }
}

/// What both models and the bag of words made of one set of reviews.
struct ReviewResults {
  let rows: [Row]
  /// Without examples, nano and mini.
  let without: [ReviewScores]
  /// With examples, draw by draw.
  let arms: [[[Arm]]]
  let bags: BagAccuracies

  /// 1 or 0 for each draw and row. Without examples all draws are alike.
  func hits(
    _ size: Size, _ count: Int, _ examples: Examples = .right, _ reading: Reading = .calibrated
  ) -> [[Double]] {
    prompts(size, count, examples).map { $0.hits(rows, reading) }
  }

  private func prompts(_ size: Size, _ count: Int, _ examples: Examples) -> [ReviewScores] {
    arms[size.rawValue].map { arms in
      arms.first { $0.examples == examples && $0.count == count }?.scores
        ?? without[size.rawValue]
    }
  }

  func accuracy(
    _ size: Size, _ count: Int, _ examples: Examples = .right, _ reading: Reading = .calibrated
  ) -> Double {
    hits(size, count, examples, reading).map(\.mean).mean
  }

  /// Pairs of a praise and a complaint in order after that many right examples, the mean over draws.
  func pairsInOrder(_ size: Size, _ count: Int) -> Double {
    prompts(size, count, .right).map { $0.pairsInOrder(rows) }.mean
  }

  /// Eight examples of one sort less none.
  func gain(_ size: Size, _ examples: Examples = .right) -> PairedDifferences {
    difference(hits(size, 8, examples), hits(size, 0))
  }

  /// Eight examples with right answers less the same with random ones.
  func gainOverRandom(_ size: Size) -> PairedDifferences {
    difference(hits(size, 8), hits(size, 8, .randomAnswers))
  }

  private func difference(_ first: [[Double]], _ second: [[Double]]) -> PairedDifferences {
    PairedDifferences(zip(first, second).map { zip($0, $1).map { $0 - $1 } })
  }
}

// MARK: In the report

extension ReviewResults {
  func chart(_ size: Size, _ title: String, counts: [Int]) -> LineChart {
    func line(
      _ name: String, _ examples: Examples, _ reading: Reading = .calibrated, band: Bool = false
    ) -> Series {
      Series(
        name,
        counts.map { count in
          let found = PairedDifferences(hits(size, count, examples, reading))
          let interval = found.interval()
          return Point(
            Double(count), found.mean, low: band ? interval.lowerBound : nil,
            high: band ? interval.upperBound : nil)
        })
    }
    return LineChart(
      title, x: "examples in the prompt", y: .percent("right", from: nil, to: nil),
      [
        line("calibrated", .right, band: true), line("as it is", .right, .mean),
        line("random answers", .randomAnswers), line("another task", .anotherTask),
        Series("bag of words", bags.same.map { Point(Double($0.count), $0.accuracy) }),
        Series("bag of words, 128 rows", [0, 8].map { Point($0, bags.many) }),
      ], reference: .horizontal(0.5, "chance"))
  }

  var controls: Table {
    var table = Table(
      "Eight examples less none, calibrated, in points",
      columns: [
        .left("examples"), .right("nano"), .right("nano, interval"), .right("mini"),
        .right("mini, interval"),
      ])
    for (examples, name) in zip(Examples.allCases, ["right", "random answers", "another task"]) {
      table.add(
        row: [.label(name)]
          + Size.allCases.flatMap { size -> [Value] in
            let found = gain(size, examples)
            return [.fixed(100 * found.mean, 1), .text(points(found.interval()))]
          })
    }
    return table
  }

  /// This test bed and another below it.
  func besideReviews(byHand: ReviewResults) -> Table {
    var table = Table(
      "Two test beds, calibrated",
      columns: [
        .left("reviews"), .right("nano, 0"), .right("nano, 8"), .right("mini, 0"),
        .right("mini, 8"), .right("bag of words, 8 rows"), .right("bag of words, 128 rows"),
      ])
    for (name, results) in [("of this world", self), ("by hand", byHand)] {
      table.add(
        row: [.label(name)]
          + Size.allCases.flatMap { size in
            [0, 8].map { .percent(results.accuracy(size, $0), 1) }
          } + [results.bags.same.last!.accuracy, results.bags.many].map { .percent($0, 1) })
    }
    return table
  }
}

/// The ends of an interval of shares, in points.
func points(_ interval: ClosedRange<Double>) -> String {
  [interval.lowerBound, interval.upperBound]
    .map { ValueFormat.fixed(1).string(for: 100 * $0) }.joined(separator: " … ")
}

extension ReviewResults {
  var evidence: [Claim.Evidence] {
    func one(_ name: String, _ found: PairedDifferences) -> Claim.Evidence {
      .init(name, found.mean, interval: found.interval(), .percent(1))
    }
    return [
      one("mini, eight examples − none", gain(.mini)),
      one("mini, right − random answers", gainOverRandom(.mini)),
      one("mini, another task − none", gain(.mini, .anotherTask)),
      one("nano, eight examples − none", gain(.nano)),
      .init("majority", .percent(0.5, 1)),
      .init("bag of words, 8 rows", .percent(bags.same.last!.accuracy, 1)),
    ]
  }
}

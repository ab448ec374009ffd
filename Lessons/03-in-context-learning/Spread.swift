import Course

/// The same test reviews after many prompts of eight examples.
struct Spread: Codable {
  /// One choice of examples, half of them praise, in different orders.
  let orders: [ReviewScores]
  /// Any number of praises among the eight, from none to all, in random order.
  let balances: [Balance]

  struct Balance: Codable {
    let praises: Int
    let scores: ReviewScores
  }

  var all: [ReviewScores] { orders + balances.map(\.scores) }
}

extension Reader {
  /// `count` prompts of each sort. The pool gives the examples of every balance.
  func spread(
    _ draw: ShotDraw, pool: [Row], count: Int, _ verbaliser: Verbaliser, _ texts: [String]
  ) throws -> Spread {
    func scores(after examples: [Row]) throws -> ReviewScores {
      try self.scores(
        of: texts, verbaliser,
        examples.enumerated().map { place, row in
          .init(row.text, verbaliser.answer(row.isPositive, at: place))
        })
    }
    var random = SeededRandom(seed: 1, stream: "orders")
    let orders = try (0..<count).map { _ in try scores(after: random.shuffled(draw.rows)) }
    let praise = pool.filter(\.isPositive)
    let complaints = pool.filter { !$0.isPositive }
    let balances = try (0..<count).map { place in
      let praises = place % (ShotDraw.size + 1)
      let examples =
        random.sample(praises, from: praise)
        + random.sample(ShotDraw.size - praises, from: complaints)
      return Spread.Balance(
        praises: praises, scores: try scores(after: random.shuffled(examples)))
    }
    return Spread(orders: orders, balances: balances)
  }
}

/// The spreads of nano and mini on the same reviews.
struct SpreadResults {
  let spreads: [Spread]
  let rows: [Row]

  subscript(size: Size) -> Spread { spreads[size.rawValue] }

  func accuracies(_ prompts: [ReviewScores], _ reading: Reading) -> [Double] {
    prompts.map { $0.hits(rows, reading).mean }
  }

  /// Of as many sets of reviews as there are prompts, drawn again from these, after one prompt.
  func resampled(_ size: Size, _ reading: Reading) -> [Double] {
    var random = SeededRandom(seed: 1, stream: "resamples")
    let hits = self[size].orders[0].hits(rows, reading)
    return self[size].all.map { _ in hits.map { _ in random.pick(hits) }.mean }
  }

  /// How many times as much the prompts move the accuracy as the choice of the reviews does.
  func ratio(_ size: Size, _ reading: Reading) -> SpreadRatio {
    SpreadRatio(accuracies(self[size].all, reading), over: resampled(size, reading))
  }

  /// Points between the best prompt and the worst.
  func range(_ prompts: [ReviewScores], _ reading: Reading) -> Double {
    let found = accuracies(prompts, reading)
    return 100 * (found.max()! - found.min()!)
  }

  /// The share of reviews that mini calls praise after so many praises among eight examples.
  func praiseShare(after praises: Int, _ reading: Reading) -> Double {
    self[.mini].balances.filter { $0.praises == praises }
      .map { $0.scores.praiseShare(reading) }.mean
  }
}

// MARK: In the report

extension SpreadResults {
  var histogram: Histogram {
    let count = self[.mini].orders.count
    return Histogram(
      "Accuracy of mini after many prompts", x: .percent("right", from: nil, to: nil),
      y: "prompts",
      [
        Sample("orders of the same eight", accuracies(self[.mini].orders, .mean)),
        Sample("balances", accuracies(self[.mini].balances.map(\.scores), .mean)),
        Sample("one prompt, other reviews", Array(resampled(.mini, .mean).prefix(count))),
      ])
  }

  var balanceChart: ScatterPlot {
    let shares = { (reading: Reading) in
      self[.mini].balances.map { Point(Double($0.praises), $0.scores.praiseShare(reading)) }
    }
    return ScatterPlot(
      "What mini calls praise", x: "praises among eight examples",
      y: .percent("called praise"),
      [Series("as it is", shares(.mean)), Series("calibrated", shares(.calibrated))],
      reference: Reference(0.5, "truth"))
  }

  /// Standard deviations, with those over draws of the examples from the results on reviews.
  func deviations(_ reviews: ReviewResults) -> Table {
    var table = Table(
      "Standard deviation of the accuracy, in points",
      columns: [
        .left("what varies"), .right("nano, as it is"), .right("nano, calibrated"),
        .right("mini, as it is"), .right("mini, calibrated"),
      ])
    func add(_ name: String, _ accuracies: (Size, Reading) -> [Double]) {
      table.add(
        row: [.label(name)]
          + Size.allCases.flatMap { size in
            [Reading.mean, .calibrated].map {
              .fixed(100 * accuracies(size, $0).standardDeviation, 1)
            }
          })
    }
    add("the order") { accuracies(self[$0].orders, $1) }
    add("the balance") { accuracies(self[$0].balances.map(\.scores), $1) }
    add("which eight, balanced") { reviews.hits($0, 8, .right, $1).map(\.mean) }
    add("the test reviews") { resampled($0, $1) }
    return table
  }
}

extension SpreadResults {
  var evidence: [Claim.Evidence] {
    let mini = ratio(.mini, .mean)
    return [
      .init("mini, as it is", mini.value, interval: mini.interval(), .fixed(2)),
      .init("mini, calibrated", .fixed(ratio(.mini, .calibrated).value, 2)),
      .init("nano, as it is", .fixed(ratio(.nano, .mean).value, 2)),
      .init("nano, calibrated", .fixed(ratio(.nano, .calibrated).value, 2)),
      .init("prompts", .integer(self[.mini].all.count)),
    ]
  }
}

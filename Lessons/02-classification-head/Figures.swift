import Course

/// The arms of the grid by name, in the order of tables and charts.
let armNames: [(start: Start, part: TextClassifier.Part, name: String)] = [
  (.pretrained, .all, "pre-trained, all layers"),
  (.pretrained, .lastBlock, "pre-trained, last block"),
  (.pretrained, .head, "pre-trained, head only"),
  (.random, .all, "random, all layers"),
  (.random, .lastBlock, "random, last block"),
  (.random, .head, "random and frozen, head only"),
]

/// A mean over seeds and test rows, and how far it may be off.
struct Estimate {
  let mean: Double
  let interval: ClosedRange<Double>

  /// `values[s][r]`: seeds × test rows, or seeds × 1.
  init(_ values: [[Double]], confidence: Double = 0.95) {
    let paired = PairedDifferences(values)
    mean = paired.mean
    interval = paired.interval(confidence: confidence)
  }

  func point(_ x: Double) -> Point {
    Point(x, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  func bar(_ name: String) -> Bar {
    Bar(name, mean, low: interval.lowerBound, high: interval.upperBound)
  }
}

/// What a grid of arms found on one test bed.
struct Findings {
  let bed: Bed
  let sizes: [Int]
  var arms: [Arm: ArmResult] = [:]
  /// Hits of the bag of words by number of rows, seeds × test rows.
  var words: [Int: [[Double]]] = [:]

  subscript(_ start: Start, _ part: TextClassifier.Part, _ rows: Int) -> ArmResult {
    arms[Arm(start: start, part: part, rows: rows)]!
  }

  /// Whether each test row was right, seeds × rows.
  func hits(_ start: Start, _ part: TextClassifier.Part, _ rows: Int) -> [[Double]] {
    self[start, part, rows].praise.map(bed.hits)
  }

  func percent(_ start: Start, _ part: TextClassifier.Part, _ rows: Int) -> Value {
    .percent(Estimate(hits(start, part, rows)).mean, 0)
  }

  func percentOfWords(_ rows: Int) -> Value { .percent(Estimate(words[rows]!).mean, 0) }

  /// Hits of the head alone minus those of all layers, both pre-trained, for each seed and row.
  func headMinusAll(_ rows: Int) -> [[Double]] {
    difference(hits(.pretrained, .head, rows), hits(.pretrained, .all, rows))
  }

  /// The smallest size at which random initialisation is as accurate as the pre-trained model with
  /// `rows` rows, for each seed; twice the largest size where none is.
  func rowsNeeded(toMatch rows: Int) -> [Int] {
    let goals = hits(.pretrained, .all, rows).map(\.mean)
    return goals.indices.map { seed in
      sizes.first { hits(.random, .all, $0)[seed].mean >= goals[seed] } ?? 2 * sizes.last!
    }
  }

  /// What random initialisation spends until its validation accuracy first reaches its own best,
  /// and what the pre-trained model spends until it reaches that, for each seed. Where it never does
  /// its whole budget counts.
  func spending(
    rows: Int
  ) -> [(random: ClassifierRun.Validation, pretrained: ClassifierRun.Validation)] {
    zip(self[.random, .all, rows].runs, self[.pretrained, .all, rows].runs).map { one, other in
      let best = one.curve.dropFirst().map(\.accuracy).max() ?? 1
      return (
        one.reaching(best) ?? one.curve.last!, other.reaching(best) ?? other.curve.last!
      )
    }
  }

  /// By how much the gap between training and test shrinks from the fewest rows to the most, for
  /// each seed.
  func shrinking(_ start: Start, _ part: TextClassifier.Part) -> [[Double]] {
    zip(self[start, part, sizes[0]].gaps(bed), self[start, part, sizes.last!].gaps(bed))
      .map { [$0 - $1] }
  }

  func accuracyChart(_ title: String) -> LineChart {
    let lines = armNames.filter { $0.part != .lastBlock }.map { arm in
      Series(
        arm.name, sizes.map { Estimate(hits(arm.start, arm.part, $0)).point(Double($0)) })
    }
    let bag = Series("bag of words", sizes.map { Estimate(words[$0]!).point(Double($0)) })
    return LineChart(
      title, x: .log("labelled rows"), y: .percent("test accuracy", from: nil, to: nil),
      lines + [bag], reference: .horizontal(0.5, "chance, majority"), intervals: .bars)
  }

  func accuracyTable(_ title: String) -> Table {
    var table = Table(
      title, columns: [.left("arm")] + sizes.map { .right("\($0)") })
    for arm in armNames {
      table.add(
        row: [.label(arm.name)]
          + sizes.map { .percent(Estimate(hits(arm.start, arm.part, $0)).mean, 1) })
    }
    table.add(row: ["bag of words"] + sizes.map { .percent(Estimate(words[$0]!).mean, 1) })
    table.add(row: ["majority"] + sizes.map { _ in .percent(0.5, 1) })
    return table
  }

  /// Which learning rate validation chose for each arm.
  func rateTable(_ title: String) -> Table {
    var table = Table(
      title, columns: [.left("arm")] + sizes.map { .right("\($0)") })
    for arm in armNames {
      table.add(
        row: [.label(arm.name)]
          + sizes.map {
            .number(Double(self[arm.start, arm.part, $0].learningRate), .scientific(0))
          })
    }
    return table
  }

  /// Validation accuracy over the operations that training has spent, means over seeds.
  func costChart(_ title: String, rows: Int) -> LineChart {
    let names = armNames.filter { $0.start == .pretrained || $0.part == .all }
    return LineChart(
      title, x: .log("floating-point operations"),
      y: .percent("validation accuracy", from: nil, to: nil),
      names.map { arm in
        let runs = self[arm.start, arm.part, rows].runs
        let length = runs.map(\.curve.count).min()!
        return Series(
          arm.name,
          (1..<length).map { place in
            Point(
              runs.map { $0.curve[place].operations }.mean,
              runs.map { $0.curve[place].accuracy }.mean)
          })
      }, reference: .horizontal(0.5, "chance"))
  }

  /// Training accuracy minus test accuracy.
  func gapChart(_ title: String) -> LineChart {
    let names = armNames.filter { $0.part == .all || $0.start == .pretrained && $0.part == .head }
    return LineChart(
      title, x: .log("labelled rows"),
      y: .percent("training minus test accuracy", from: nil, to: nil),
      names.map { arm in
        Series(
          arm.name,
          sizes.map { rows in
            Estimate(self[arm.start, arm.part, rows].gaps(bed).map { [$0] }).point(Double(rows))
          })
      }, reference: .horizontal(0, "no gap"), intervals: .bars)
  }
}

/// First minus second, seeds × rows.
func difference(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
  zip(first, second).map { zip($0, $1).map { $0 - $1 } }
}

/// Head minus all layers over the number of rows, with the intervals of two one-sided tests.
func headMinusAllChart(_ beds: [Findings]) -> LineChart {
  LineChart(
    "Pre-trained: head only minus all layers", x: .log("labelled rows"),
    y: .percent("difference in test accuracy", from: nil, to: nil),
    beds.map { findings in
      Series(
        findings.bed.name,
        findings.sizes.map {
          Estimate(findings.headMinusAll($0), confidence: 0.9).point(Double($0))
        })
    }, reference: .horizontal(0, "no difference"), intervals: .bars)
}

/// A mean difference in points.
func points(_ values: [[Double]]) -> Value { .fixed(100 * Estimate(values).mean, 1) }

/// What a claim is told: a mean over seeds (and rows) with its interval.
func evidence(
  _ name: String, _ values: [[Double]], _ format: ValueFormat = .percent(1),
  confidence: Double = 0.95
) -> Claim.Evidence {
  let estimate = Estimate(values, confidence: confidence)
  return Claim.Evidence(name, estimate.mean, interval: estimate.interval, format)
}

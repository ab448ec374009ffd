import Course

/// An arm at any number of rows, with the way in which its answers are read.
struct Candidate: Hashable {
  let start: Start
  let form: Form
  let reading: Reading

  var name: String {
    switch (start, form, reading) {
    case (.nano, .head, _): "nano, head"
    case (.base, .head, _): "base, head"
    case (.chat, .head, _): "chat, head"
    case (.nano, .instruction, .scored): "nano, instruction, scored"
    case (.base, .instruction, .scored): "base, instruction, scored"
    case (.chat, .instruction, .scored): "chat, instruction, scored"
    case (.nano, .instruction, .written): "nano, instruction, written"
    case (.base, .instruction, .written): "base, instruction, written"
    case (.chat, .instruction, .written): "chat, instruction, written"
    }
  }

  static func heads(_ starts: [Start]) -> [Candidate] {
    starts.map { Candidate(start: $0, form: .head, reading: .scored) }
  }

  static func instructions(_ starts: [Start]) -> [Candidate] {
    starts.flatMap { start in
      Reading.allCases.map { Candidate(start: start, form: .instruction, reading: $0) }
    }
  }

  static let all = heads(Start.allCases) + instructions(Start.allCases)
}

/// What the arms found.
struct Findings {
  let bed: Bed
  let question: Question
  let sizes: [Int]
  let arms: [Arm: ArmResult]
  /// Hits of the bag of words by number of rows, one entry a seed.
  let words: [Int: [[Place: [Double]]]]

  subscript(_ start: Start, _ form: Form, _ rows: Int) -> ArmResult {
    arms[Arm(start: start, form: form, rows: rows)]!
  }

  /// 1 or 0 for each seed and test review.
  func hits(_ candidate: Candidate, _ rows: Int, _ place: Place = .known) -> [[Double]] {
    self[candidate.start, candidate.form, rows].trials.map {
      $0.test[place]!.hits(bed.test[place]!, candidate.reading, question)
    }
  }

  func hits(
    _ start: Start, _ form: Form, _ rows: Int, _ place: Place = .known,
    _ reading: Reading = .scored
  ) -> [[Double]] {
    hits(Candidate(start: start, form: form, reading: reading), rows, place)
  }

  func wordHits(_ rows: Int, _ place: Place = .known) -> [[Double]] {
    words[rows]!.map { $0[place]! }
  }

  func accuracy(_ candidate: Candidate, _ rows: Int, _ place: Place = .known) -> Double {
    hits(candidate, rows, place).map(\.mean).mean
  }

  /// The candidate that is right on validation most often, the mean over seeds; of equal ones the
  /// first.
  func best(of candidates: [Candidate], _ rows: Int) -> Candidate {
    let right = candidates.map { candidate in
      self[candidate.start, candidate.form, rows].trials.map {
        $0.validation.hits(bed.validation, candidate.reading, question).mean
      }.mean
    }
    return candidates[right.firstIndex(of: right.max()!)!]
  }

  /// What starting from chat adds to starting from base, seeds × test reviews.
  func chatGain(
    _ form: Form, _ rows: Int, _ place: Place = .known, _ reading: Reading = .scored
  ) -> [[Double]] {
    difference(hits(.chat, form, rows, place, reading), hits(.base, form, rows, place, reading))
  }

  /// The mean over the sizes, seed by seed and review by review.
  func overSizes(_ values: (_ rows: Int) -> [[Double]]) -> [[Double]] { mean(sizes.map(values)) }

  /// What is lost from known domains to unseen ones. The two test sets have no review in common:
  /// the first of one is paired with the first of the other, which are as good as any.
  func drop(_ hits: (Place) -> [[Double]]) -> [[Double]] { difference(hits(.known), hits(.unseen)) }

  func drop(_ start: Start, _ form: Form, _ rows: Int) -> [[Double]] {
    drop { hits(start, form, rows, $0) }
  }
}

/// First minus second, seeds × reviews.
func difference(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
  zip(first, second).map { zip($0, $1).map { $0 - $1 } }
}

/// The same the other way round.
func negative(_ values: [[Double]]) -> [[Double]] { values.map { $0.map { -$0 } } }

/// The mean of several tables of the same shape, place by place.
func mean(_ tables: [[[Double]]]) -> [[Double]] {
  tables[0].indices.map { seed in
    tables[0][seed].indices.map { row in tables.map { $0[seed][row] }.mean }
  }
}

/// A mean over seeds and reviews, and how far it may be off.
struct Estimate {
  let mean: Double
  let interval: ClosedRange<Double>

  /// `values[s][r]`: seeds × test reviews.
  init(_ values: [[Double]]) {
    let paired = PairedDifferences(values)
    (mean, interval) = (paired.mean, paired.interval())
  }

  func point(_ x: Double) -> Point {
    Point(x, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  func bar(_ name: String) -> Bar {
    Bar(name, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  /// The ends of the interval, in points.
  var ends: String {
    [interval.lowerBound, interval.upperBound]
      .map { ValueFormat.fixed(1).string(for: 100 * $0) }.joined(separator: " … ")
  }
}

/// A mean difference in points.
func points(_ values: [[Double]]) -> Value { .fixed(100 * Estimate(values).mean, 1) }

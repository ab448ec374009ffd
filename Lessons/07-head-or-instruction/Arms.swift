import Course

/// The weights that tuning begins with.
enum Start: String, CaseIterable, Codable {
  /// The small base model.
  case nano
  /// `mini` after pre-training.
  case base
  /// `mini` after instruction tuning on everything but reviews.
  case chat
}

/// How a review is put to the model.
enum Form: String, CaseIterable, Codable {
  case head, instruction
}

/// How an answer is taken from a model.
enum Reading: String, CaseIterable, Codable {
  /// The likelier one of the two answers; for a head, of the two classes.
  case scored
  /// What it writes. Anything but the right word is wrong.
  case written
}

/// One way of making a classifier, at one number of labelled reviews.
struct Arm: Hashable {
  let start: Start
  let form: Form
  let rows: Int

  var key: String { "\(start.rawValue) \(form.rawValue) \(rows)" }
}

/// What a model makes of a set of reviews.
struct Answers: Codable {
  /// ln p of praise minus ln p of complaint.
  let leanings: [Double]
  /// In words, where the model can write.
  let written: [String]?
  /// Seconds that one review takes to be scored, and to be answered in words.
  let secondsScored: Double
  let secondsWritten: Double?

  init(_ reader: some MoodReader, _ samples: [Sample]) throws {
    let start = ContinuousClock.now
    leanings = try reader.leanings(samples)
    let scored = ContinuousClock.now
    written = try reader.written(samples)?.map(\.text)
    secondsScored = (scored - start) / .seconds(Double(samples.count))
    secondsWritten =
      written == nil ? nil : (ContinuousClock.now - scored) / .seconds(Double(samples.count))
  }

  init(leanings: [Double]) {
    self.leanings = leanings
    (written, secondsScored, secondsWritten) = (nil, 0, nil)
  }

  /// 1 for each review that is read right, else 0. A tie counts as a complaint.
  func hits(_ samples: [Sample], _ reading: Reading, _ question: Question) -> [Double] {
    switch reading {
    case .scored: zip(leanings, samples).map { ($0 > 0) == $1.isPositive ? 1 : 0 }
    case .written:
      zip(written!, samples).map { ExactMatch.holds($0, question.answer($1)) ? 1 : 0 }
    }
  }
}

extension Answers {
  /// The share of written answers that are one of the two words, the right one or not.
  func labelShare(_ question: Question) -> Double {
    written!.map { text in
      question.answers.contains { ExactMatch.holds(text, $0) } ? 1 : 0
    }.mean
  }
}

/// An arm of one seed: its run, and what it made of every set of reviews.
struct Trial: Codable {
  let run: TuningRun
  let validation: Answers
  let test: [Place: Answers]
}

/// An arm of all seeds.
struct ArmResult: Codable {
  /// Validation accuracy of each learning rate that was tried.
  let tried: [Float: Double]
  let trials: [Trial]

  var learningRate: Float { trials[0].run.learningRate }
}

/// How much an experiment trains.
struct Plan {
  let seeds: [UInt64]
  /// Whether the first seed tries every rate of the grid; without it the middle one is taken.
  let sweeps: Bool
  /// Steps of every arm with this many rows.
  let steps: (_ rows: Int) -> Int

  /// One grid for every arm.
  static let rates: [Float] = [1e-4, 3e-4, 1e-3]

  var rates: [Float] { sweeps ? Self.rates : [Self.rates[1]] }
}

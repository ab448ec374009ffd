import Course

/// What a classifier begins with.
enum Start: String, CaseIterable {
  case pretrained = "pre-trained"
  case random
}

/// One way of making a classifier, at one number of labelled rows.
struct Arm: Hashable {
  var start: Start
  var part: TextClassifier.Part
  var rows: Int
  var head = ClassificationHead.Kind.linear
  var pooling = Pooling.lastToken
  /// A domain that neither training nor validation may see.
  var leftOut: ReviewDomain?

  var domains: [ReviewDomain] { ReviewDomain.allCases.filter { $0 != leftOut } }

  /// The name under which its result is kept.
  var key: String {
    "\(start.rawValue) \(part.rawValue) \(rows) \(head.rawValue) \(pooling.rawValue)"
      + (leftOut.map { " without \($0.rawValue)" } ?? "")
  }
}

/// What is kept of an arm.
struct ArmResult: Codable {
  /// The mean best validation accuracy of each learning rate that was tried.
  let tried: [Float: Double]
  let learningRate: Float
  /// One a seed.
  let runs: [ClassifierRun]
  /// Probability of praise, seeds × test rows.
  let praise: [[Double]]

  /// For each seed, training accuracy minus test accuracy.
  func gaps(_ bed: Bed) -> [Double] {
    zip(runs, praise).map { $0.trainAccuracy - bed.hits($1).mean }
  }
}

/// How much an experiment trains.
struct Plan {
  let seeds: [UInt64]
  /// Seeds that try every learning rate; 0 takes the rates of an earlier sweep.
  var sweepSeeds: Int
  /// Steps of every arm with this many rows.
  let steps: (_ rows: Int) -> Int

  /// One grid for every arm.
  static let rates: [Float] = [3e-4, 1e-3, 3e-3, 1e-2]

  /// How an arm is trained with one of its rates and seeds: looked at ten times on its way.
  func training(_ arm: Arm, learningRate: Float, seed: UInt64) -> ClassifierTraining {
    ClassifierTraining(
      arm.part, learningRate: learningRate, steps: steps(arm.rows),
      validateEvery: max(1, steps(arm.rows) / 10), seed: seed)
  }

  /// What the sweep chose most often.
  static func usualRate(_ start: Start, _ part: TextClassifier.Part) -> Float {
    part == .head ? 1e-2 : 1e-3
  }
}

/// Heads and poolings, each with one thing other than the usual.
let variantNames: [(name: String, head: ClassificationHead.Kind, pooling: Pooling)] = [
  ("linear head, last token", .linear, .lastToken),
  ("dense layer and tanh before", .activation, .lastToken),
  ("layer normalisation before", .norm, .lastToken),
  ("pooling the first token", .linear, .first),
  ("pooling the last position, padded", .linear, .lastPosition),
  ("pooling the mean", .linear, .mean),
]

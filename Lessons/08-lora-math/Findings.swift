import Course

/// What mini found: all weights against LoRA, and what becomes of the updates.
struct MiniFindings {
  let base: Judgement
  let full: TuningSweep
  let lora: TuningSweep
  /// One of each for every seed.
  let truncations: [Truncation]
  let mergings: [Merging]
  /// All weights, tuned on exchanged answers.
  let exchanged: TuningSweep
  let exchangedSpectra: [Spectrum]
  /// Of the truncations.
  let ranks: [Int]
  let decisiveRank: Int

  func kept(_ rank: Int) -> SeedScores {
    let place = ranks.firstIndex(of: rank)!
    return scores(\.kept[place])
  }

  func scores(_ judgement: KeyPath<Truncation, Judgement>) -> SeedScores {
    SeedScores(truncations.flatMap { $0[keyPath: judgement].hitScores.values })
  }

  /// What is gained over the base.
  func gain(_ scores: SeedScores) -> SeedScores { scores - base.hitScores }

  /// What part of full tuning's gain is left.
  func shareOfGain(_ scores: SeedScores) -> Double { gain(scores).mean / gain(full.hits).mean }

  /// How far the gain lies above a share of full tuning's.
  func above(_ share: Double, _ scores: SeedScores) -> SeedScores {
    gain(scores) - share * gain(full.hits)
  }

  func mean(_ merging: (Merging) -> Double) -> Double { mergings.map(merging).mean }

  /// C08.2
  var isMergedTheSame: Bool {
    mergings.allSatisfy {
      $0.difference <= 1e-5 * $0.largestLogit && $0.sameAnswers == $0.asked
    }
  }
}

/// What nano found: rank by rank.
struct RankFindings {
  let base: Judgement
  let full: TuningSweep
  let ranks: [Int]
  let sweeps: [TuningSweep]
  /// c_attn alone, at the lesson's rank.
  let attention: TuningSweep

  subscript(_ rank: Int) -> TuningSweep { sweeps[ranks.firstIndex(of: rank)!] }
}

/// Test accuracy by rank and scaling at one learning rate.
struct ScalingFindings {
  let ranks: [Int]
  /// `[scaling][rank]`
  let accuracies: [[Double]]

  subscript(_ scaling: Scaling) -> [Double] {
    accuracies[Scaling.allCases.firstIndex(of: scaling)!]
  }

  /// Points between the best rank and the worst.
  func range(_ scaling: Scaling) -> Double {
    100 * (self[scaling].max()! - self[scaling].min()!)
  }
}

extension SeedScores {
  /// The mean with its interval over seeds and questions.
  func point(_ x: Double) -> Point {
    let (mean, interval) = (paired.mean, paired.interval())
    return Point(x, mean, low: interval.lowerBound, high: interval.upperBound)
  }

  /// The ends of the interval, in points.
  var ends: String { pointRange(paired.interval()) }

  func evidence(_ name: String, confidence: Double = 0.95) -> Claim.Evidence {
    Claim.Evidence(
      name, paired.mean, interval: paired.interval(confidence: confidence), .percent(1))
  }
}

/// The ends of an interval, in points.
func pointRange(_ interval: ClosedRange<Double>) -> String {
  [interval.lowerBound, interval.upperBound]
    .map { ValueFormat.fixed(1).string(for: 100 * $0) }.joined(separator: " … ")
}

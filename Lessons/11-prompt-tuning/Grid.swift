import Course

/// One run of a grid of settings.
struct GridRun: Codable {
  /// Nil for LoRA.
  let start: Start?
  let rate: Float
  let seed: UInt64
  let validation: Double
  let test: Judgement
}

/// Runs of vectors at the input over starts, rates and seeds, and as many of LoRA over rates and the
/// same seeds. Every run of a grid has a seed of its own, which decides its questions, their order
/// and what is drawn.
struct Grid {
  let prompts: [GridRun]
  let lora: [GridRun]
}

extension Laboratory {
  /// - Parameter seeds: one for each run of a grid; as many as three starts times the rates, or a
  ///   multiple.
  func grid(_ base: TuningBase, promptRates: [Float], loraRates: [Float], seeds: [UInt64]) throws
    -> Grid
  {
    var settings: [(start: Start, rate: Int, seed: UInt64)] = []
    for (place, seed) in seeds.enumerated() {
      let cell = place % (Start.allCases.count * promptRates.count)
      settings.append(
        (Start.allCases[cell % Start.allCases.count], cell / Start.allCases.count, seed))
    }
    func run(_ arm: TuningArm, _ start: Start?, _ rate: Float, _ seed: UInt64) throws -> GridRun {
      let trial = try bed.train(arm, rate: rate, seed: seed, plan).trial
      return GridRun(
        start: start, rate: rate, seed: seed, validation: trial.kept?.accuracy ?? 0,
        test: trial.test)
    }
    return Grid(
      prompts: try settings.map { one in
        try cached("grid, \(one.start.rawValue), \(promptRates[one.rate]), \(one.seed)") {
          try run(prompt(base, one.start), one.start, promptRates[one.rate], one.seed)
        }
      },
      lora: try settings.map { one in
        try cached("grid, LoRA, \(loraRates[one.rate]), \(one.seed)") {
          try run(lora(base), nil, loraRates[one.rate], one.seed)
        }
      })
  }
}

extension [GridRun] {
  var accuracies: [Double] { map(\.test.accuracy) }

  /// The share of runs that are within 3 points of the best one.
  var shareNearBest: Double {
    guard let best = accuracies.max() else { return 0 }
    return Double(accuracies.count { $0 >= best - 0.03 - 1e-9 }) / Double(count)
  }

  /// The mean accuracy at one rate.
  func accuracy(_ rate: Float) -> Double { filter { $0.rate == rate }.accuracies.mean }
}

extension Grid {
  var spread: SpreadRatio { SpreadRatio(prompts.accuracies, over: lora.accuracies) }

  var spreadEnds: String {
    let interval = spread.interval()
    return [interval.lowerBound, interval.upperBound]
      .map { ValueFormat.fixed(2).string(for: $0) }.joined(separator: " … ")
  }

  /// Without the start that lies far from every token.
  var spreadNearTokens: SpreadRatio {
    SpreadRatio(
      prompts.filter { $0.start != .normal }.accuracies, over: lora.accuracies)
  }

  var test: ClaimTest { .variance(prompts.accuracies, lora.accuracies, ratio: 1) }

  /// Start × rate. LoRA has rates of its own, of which the columns name the place only.
  var map: HeatMap {
    let (promptRates, loraRates) = (rates(prompts), rates(lora))
    return HeatMap(
      "Mean test accuracy by start and rate",
      rows: Start.allCases.map(\.rawValue) + ["LoRA"],
      columns: zip(promptRates, loraRates).map { "\($0) · \($1)" },
      values: Start.allCases.map { start in
        promptRates.map { prompts.filter { $0.start == start }.accuracy($0) }
      } + [loraRates.map { lora.accuracy($0) }], x: "learning rate of vectors · of LoRA",
      y: "start", value: .percent("accuracy", from: nil, to: nil))
  }

  var histogram: Histogram {
    Histogram(
      "Test accuracy of every run", x: .percent("accuracy", from: nil, to: nil), y: "runs",
      [
        Sample("vectors at the input", prompts.accuracies), Sample("LoRA", lora.accuracies),
      ])
  }

  var evidence: [Claim.Evidence] {
    [
      .init(
        "deviation of vectors over LoRA's", spread.value, interval: spread.interval(), .fixed(2)),
      .init("the same without N(0, 1)", .fixed(spreadNearTokens.value, 2)),
      .init("vectors within 3 points of their best", .percent(prompts.shareNearBest, 0)),
      .init("LoRA within 3 points of its best", .percent(lora.shareNearBest, 0)),
      .init("best run of vectors", .percent(prompts.accuracies.max() ?? 0, 1)),
      .init("best run of LoRA", .percent(lora.accuracies.max() ?? 0, 1)),
      .init("runs of each", .integer(prompts.count)),
    ]
  }

  private func rates(_ runs: [GridRun]) -> [Float] { Set(runs.map(\.rate)).sorted() }
}

import Course

/// The lecture's recipe for the instruction: LoRA on all linear layers instead of all weights.
struct LowRank {
  static let method = LoRA(rank: 8, alpha: 16, targets: .allLinear)
  static let starts: [Start] = [.base, .chat]
  /// The grid of all weights, ten times as high: few numbers that begin at zero have farther to go.
  static let rates: [Float] = [1e-3, 3e-3, 1e-2]

  let found: Findings
  let results: [Start: [Int: ArmResult]]
  /// Numbers that LoRA trains in `mini`, and numbers in it.
  let summary: ParameterSummary

  init(_ laboratory: Laboratory, _ found: Findings) throws {
    self.found = found
    results = Dictionary(
      uniqueKeysWithValues: try Self.starts.map { start in
        (
          start,
          Dictionary(
            uniqueKeysWithValues: try found.sizes.map {
              ($0, try laboratory.lowRank(start, rows: $0))
            })
        )
      })
    let model = try GPT2LMHeadModel.load(laboratory.folders[.base]!)
    try Self.method.attach(to: model)
    summary = model.parameterSummary
  }

  /// 1 or 0 for each seed and test review, scored.
  func hits(_ start: Start, _ rows: Int, _ place: Place = .known) -> [[Double]] {
    results[start]![rows]!.trials.map {
      $0.test[place]!.hits(found.bed.test[place]!, .scored, found.question)
    }
  }

  /// LoRA minus all weights, in points.
  func lead(_ start: Start, _ rows: Int) -> [[Double]] {
    difference(hits(start, rows), found.hits(start, .instruction, rows))
  }

  /// Both ways of tuning for both starts.
  var chart: LineChart {
    LineChart(
      "LoRA beside all weights, as an instruction", x: .log("labelled reviews"),
      y: .percent("test accuracy", from: nil, to: nil),
      Self.starts.flatMap { start in
        [
          Series(
            "\(start.rawValue), all weights",
            found.sizes.map {
              Estimate(found.hits(start, .instruction, $0)).point(Double($0))
            }),
          Series(
            "\(start.rawValue), LoRA",
            found.sizes.map { Estimate(hits(start, $0)).point(Double($0)) }),
        ]
      }, reference: .horizontal(0.5, "chance"), intervals: .bars)
  }

  /// The difference with intervals.
  var table: Table {
    var table = Table(
      "LoRA minus all weights",
      columns: [
        .left("start"), .right("labelled reviews"), .right("points"), .right("interval"),
        .right("chosen rate"),
      ])
    for start in Self.starts {
      for rows in found.sizes {
        table.add(
          .label(start.rawValue), .integer(rows), points(lead(start, rows)),
          .text(Estimate(lead(start, rows)).ends),
          .scientific(results[start]![rows]!.learningRate, 0))
      }
    }
    return table
  }
}

extension Laboratory {
  /// The arm of a start that is asked, with LoRA.
  fileprivate func lowRank(_ start: Start, rows: Int) throws -> ArmResult {
    let rates = plan.sweeps ? LowRank.rates : [LowRank.rates[1]]
    return try result("\(start.rawValue) LoRA \(rows)", rows: rows, rates: rates) { seed in
      let model = try GPT2LMHeadModel.load(folders[start]!)
      return InstructionReader(
        model, question, try LowRank.method.attach(to: model, seed: seed))
    }
  }
}

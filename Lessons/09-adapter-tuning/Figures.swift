import Course

extension Findings {
  /// The untuned model, adapters and full tuning, of both sizes of model.
  func gainChart(chance: Double) -> BarChart {
    BarChart(
      "Test questions answered right", value: .percent("test accuracy"),
      TuningBase.allCases.map { base in
        BarSeries(
          base.rawValue,
          [
            untuned(base).bar("untuned"), hits(placed(.both), base).bar("adapters"),
            hits(.full, base).bar("full tuning"),
          ])
      }, reference: Reference(chance, "chance"))
  }

  /// The same in figures.
  var gainTable: Table {
    var table = Table(
      "Adapters and full tuning",
      columns: [
        .left("arm"), .right("trained"), .right("share of the model"), .right("learning rate"),
        .right("test accuracy"), .right("share of the gain"), .right("optimiser"),
        .right("training"),
      ])
    for base in TuningBase.allCases {
      let all = sweeps[base]![.full]!.trainable
      for (name, method) in [
        (base == .nano ? "nano, adapters" : "mini, adapters", placed(.both)),
        (base == .nano ? "nano, full tuning" : "mini, full tuning", .full),
      ] {
        let sweep = sweeps[base]![method]!
        let seconds = sweep.chosen.map(\.seconds).mean
        table.add(
          .label(name), .integer(sweep.trainable),
          .percent(Double(sweep.trainable) / Double(all), 1), .scientific(sweep.rate, 0),
          .percent(sweep.hits.mean, 1), .percent(share(method, base), 0),
          .number(Double(sweep.trials[0].optimiserBytes), .bytes), .number(seconds, .seconds))
      }
    }
    return table
  }

  /// Quality over parameters on `nano`: adapters, LoRA, and full tuning as a line.
  var sizeChart: LineChart {
    func line(_ name: String, _ method: (Int) -> Method) -> Series {
      Series(
        name,
        sizes.map { size in
          let sweep = sweeps[.nano]![method(size)]!
          return sweep.hits.point(Double(sweep.trainable))
        })
    }
    let adapters = line("adapters") { .adapter(size: $0, .both) }
    let lora = line("LoRA") { .lora(rank: $0) }
    let full = hits(.full, .nano).mean
    let ends = (adapters.points + lora.points).map(\.x)
    return LineChart(
      "Quality over trained parameters, nano", x: .log("trained parameters"),
      y: .percent("test accuracy", from: nil, to: nil),
      [
        adapters, lora,
        Series("full tuning", [ends.min()!, ends.max()!].map { Point($0, full) }),
      ], reference: .horizontal(untuned(.nano).mean, "untuned"), intervals: .bars)
  }

  var sizeTable: Table {
    var table = Table(
      "Sizes, nano",
      columns: [
        .left("method"), .right("size or rank"), .right("trained"), .right("learning rate"),
        .right("test accuracy"), .right("nats of the right answer"), .right("share of the gain"),
      ])
    for (name, method) in [
      ("adapters", { Method.adapter(size: $0, .both) }), ("LoRA", { .lora(rank: $0) }),
    ] as [(String, (Int) -> Method)] {
      for size in sizes {
        let sweep = sweeps[.nano]![method(size)]!
        table.add(
          .label(name), .integer(size), .integer(sweep.trainable), .scientific(sweep.rate, 0),
          .percent(sweep.hits.mean, 1), .fixed(sweep.nats.mean, 3),
          .percent(share(method(size), .nano), 0))
      }
    }
    return table
  }

  /// Both places against one, all with as many weights.
  func placementChart(chance: Double) -> BarChart {
    BarChart(
      "Placement at equal parameters", value: .percent("test accuracy"),
      TuningBase.allCases.map { base in
        BarSeries(base.rawValue, Places.allCases.map { hits(placed($0), base).bar($0.name) })
      }, reference: Reference(chance, "chance"))
  }

  var placementTable: Table {
    var table = Table(
      "Both places minus one",
      columns: [
        .left("model"), .left("the one place"), .right("trained, both"), .right("trained, one"),
        .right("points"), .right("95 % interval"), .right("nats saved"),
      ])
    for base in TuningBase.allCases {
      for places in [Places.attention, .feedForward] {
        let lead = lead(over: places, base)
        table.add(
          .text(base.rawValue), .label(places.name),
          .integer(sweeps[base]![placed(.both)]!.trainable),
          .integer(sweeps[base]![placed(places)]!.trainable), lead.points, .text(lead.ends),
          .fixed(natsLead(over: places, base).mean, 3))
      }
    }
    return table
  }

  /// Other forms of the adapter on `nano`, over the seeds that all have.
  func variantChart(_ variants: [(String, Method)]) -> BarChart {
    let seeds = variants.map { hits($0.1, .nano).values.count }.min()!
    return BarChart(
      "Variants of the adapter, nano", value: .percent("test accuracy"),
      variants.map { hits($0.1, .nano).first(seeds).bar($0.0) }, direction: .horizontal,
      reference: Reference(hits(.full, .nano).first(seeds).mean, "full tuning"))
  }
}

/// How long the change is that each adapter makes, over the length of its branch: the mean over
/// seeds.
struct ShareMap {
  /// After attention, after the feed-forward network; block by block.
  let shares: [[Double]]

  init(_ aftermaths: [Aftermath]) {
    shares = (0..<2).map { place in
      aftermaths[0].shares.indices.map { block in aftermaths.map { $0.shares[block][place] }.mean }
    }
  }

  private static let names = [Places.attention.name, Places.feedForward.name]

  var chart: HeatMap {
    HeatMap(
      "What the adapters add, mini", rows: Self.names,
      columns: shares[0].indices.map { "\($0)" }, values: shares, x: "block", y: "place",
      value: "length of the change over that of the branch")
  }

  var largest: (place: String, block: Int, share: Double) {
    let cells = zip(Self.names, shares).flatMap { name, row in
      row.enumerated().map { (place: name, block: $0, share: $1) }
    }
    return cells.max { $0.share < $1.share }!
  }
}

/// World text before and after: what adapters cost while they are in, what is left once they are
/// out, and what full tuning costs.
struct Forgetting {
  let before: [TuningBase: [Double]]
  let adapters: [TuningBase: [Aftermath]]
  let full: [TuningBase: [Aftermath]]

  func change(_ base: TuningBase, _ values: [[Double]]) -> SeedScores {
    SeedScores(values) - SeedScores([before[base]!])
  }

  func adaptersIn(_ base: TuningBase) -> SeedScores {
    change(base, adapters[base]!.map(\.tuned))
  }

  func adaptersOut(_ base: TuningBase) -> SeedScores {
    change(base, adapters[base]!.map(\.removed))
  }

  func fullTuning(_ base: TuningBase) -> SeedScores { change(base, full[base]!.map(\.tuned)) }

  var chart: BarChart {
    BarChart(
      "World text: loss after minus before", value: "nats per token",
      TuningBase.allCases.map { base in
        BarSeries(
          base.rawValue,
          [
            adaptersIn(base).bar("adapters in"), adaptersOut(base).bar("adapters out"),
            fullTuning(base).bar("full tuning"),
          ])
      })
  }
}

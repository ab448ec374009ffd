import Course

extension RankFindings {
  /// Quality over rank, between the base and all weights.
  var chart: LineChart {
    func level(_ name: String, _ value: Double) -> Series {
      Series(name, ranks.map { Point(Double($0), value) })
    }
    return LineChart(
      "Quality over rank, nano", x: .log("rank"), y: .percent("test accuracy", from: nil, to: nil),
      [
        Series("LoRA", zip(ranks, sweeps).map { $1.hits.point(Double($0)) }),
        level("all weights", full.hits.mean), level("base", base.accuracy),
      ], intervals: .bars)
  }

  var table: Table {
    var table = Table(
      "Rank by rank, nano",
      columns: [
        .left("arm"), .right("trained"), .right("learning rate"), .right("accuracy"),
        .right("deviation over seeds"), .right("nats"),
      ])
    func add(_ name: Value, _ sweep: TuningSweep) {
      table.add(
        name, .integer(sweep.trainable), .scientific(sweep.rate, 0), .percent(sweep.hits.mean, 1),
        .percent(sweep.hits.perSeed.standardDeviation, 1), .fixed(sweep.nats.mean, 3))
    }
    for (rank, sweep) in zip(ranks, sweeps) { add(.text("r = \(rank)"), sweep) }
    add("c_attn alone, r = 8", attention)
    add("all weights", full)
    return table
  }
}

extension ScalingFindings {
  var chart: LineChart {
    LineChart(
      "One learning rate for all ranks, nano", x: .log("rank"),
      y: .percent("test accuracy", from: nil, to: nil),
      Scaling.allCases.map { scaling in
        Series(
          scaling.rawValue, ranks.map { Point(Double($0), accuracy(scaling, $0)) })
      }, markers: [Marker(Double(Laboratory.rank), "all three alike")])
  }
}

extension MiniFindings {
  /// What all weights and LoRA reach, and what it takes.
  func table(chance: Double, majority: Double) -> Table {
    var table = Table(
      "All weights and LoRA, mini",
      columns: [
        .left("arm"), .right("trained"), .right("optimiser"), .right("saved"),
        .right("learning rate"), .right("training"), .right("accuracy"), .right("nats"),
      ])
    func add(_ name: Value, _ sweep: TuningSweep, saved: Int) {
      let trial = sweep.chosen[0]
      table.add(
        name, .integer(sweep.trainable), .number(Double(trial.optimiserBytes), .bytes),
        .number(Double(saved), .bytes), .scientific(sweep.rate, 0),
        .number(sweep.chosen.map(\.seconds).mean, .seconds), .percent(sweep.hits.mean, 1),
        .fixed(sweep.nats.mean, 3))
    }
    add("all weights", full, saved: mergings[0].modelBytes)
    add("LoRA, r = 8", lora, saved: mergings[0].adapterBytes)
    func level(_ name: Value, _ accuracy: Double, _ nats: Value) {
      table.add(row: [name, "–", "–", "–", "–", "–", .percent(accuracy, 1), nats])
    }
    level("base", base.accuracy, .fixed(base.meanNats, 3))
    level("majority", majority, "–")
    level("chance", chance, "–")
    return table
  }

  /// Singular values of the updates, each over the largest of its layer.
  var spectrumChart: LineChart {
    func line(_ name: String, _ spectra: [Spectrum]) -> Series {
      let decays = spectra.map(\.decay)
      return Series(
        name,
        decays[0].indices.map { place in
          Point(Double(place + 1), decays.map { $0[place] }.mean)
        })
    }
    return LineChart(
      "Singular values of the updates, mini", x: .log("singular value, from the largest"),
      y: Axis("over the largest", from: 0, to: 1),
      [
        line("all weights", truncations.map(\.tuned)),
        line("exchanged answers", exchangedSpectra),
        line("Gaussian", truncations.compactMap(\.gaussian)),
        line("LoRA", mergings.compactMap(\.spectrum)),
      ], markers: [Marker(Double(decisiveRank), "H / 16")])
  }

  var spectrumTable: Table {
    let ranks = [1, 4, 16, 64]
    var table = Table(
      "How much of the squared norm the largest values hold, mini",
      columns: [.left("update")] + ranks.map { .right("\($0)") }
        + [.right("effective rank"), .right("norm over that of the weights")])
    func add(_ name: Value, _ spectra: [Spectrum]) {
      table.add(
        row: [name] + ranks.map { .percent(spectra.share($0), 1) }
          + [
            .fixed(spectra.effectiveRank, 1), .percent(spectra.map(\.relativeNorm).mean, 2),
          ])
    }
    add("all weights", truncations.map(\.tuned))
    add("exchanged answers", exchangedSpectra)
    add("Gaussian", truncations.compactMap(\.gaussian))
    add("LoRA, r = 8", mergings.compactMap(\.spectrum))
    return table
  }

  /// Accuracy with only the largest singular values of every update.
  var truncationChart: LineChart {
    let shown = ranks.filter { $0 > 0 }
    func level(_ name: String, _ value: Double) -> Series {
      Series(name, shown.map { Point(Double($0), value) })
    }
    return LineChart(
      "Updates cut to their largest singular values, mini", x: .log("rank that is kept"),
      y: .percent("test accuracy", from: nil, to: nil),
      [
        Series("cut", shown.map { kept($0).point(Double($0)) }),
        level("whole", full.hits.mean), level("base", base.accuracy),
      ], reference: .horizontal(kept(0).mean, "rank 0"),
      markers: [Marker(Double(decisiveRank), "H / 16")], intervals: .bars)
  }

  var controlTable: Table {
    var table = Table(
      "What is put in the place of the updates, mini",
      columns: [
        .left("in every linear layer"), .right("accuracy"), .right("of the gain"),
        .right("95 % interval of the gain, in points"),
      ])
    func add(_ name: Value, _ scores: SeedScores) {
      table.add(
        name, .percent(scores.mean, 1), .percent(shareOfGain(scores), 0), .text(gain(scores).ends))
    }
    add("the whole update", full.hits)
    add("its 16 largest values", kept(decisiveRank))
    add("16 random directions of it", scores(\.randomDirections))
    add("all but its 16 largest values", scores(\.rest))
    add("a Gaussian of its norm", scores(\.gaussianInstead))
    add("nothing", kept(0))
    return table
  }

  /// What two colleagues found after merges of their own.
  var colleagueTable: Table {
    var table = Table(
      "Two merges, mini",
      columns: [
        .left("who merged"), .right("accuracy before"), .right("accuracy after"),
        .right("length of what was added, over the update's"),
        .right("largest difference of a logit"),
      ])
    func add(_ name: Value, _ merge: KeyPath<Merging, MergeByHand>) {
      table.add(
        name, .percent(mean(\.apart.accuracy), 1),
        .percent(mean { $0[keyPath: merge].judgement.accuracy }, 1),
        .fixed(mean { $0[keyPath: merge].norm }, 3),
        .fixed(mergings.map { $0[keyPath: merge].difference }.max()!, 2))
    }
    add("the first colleague", \.withoutScale)
    add("the second colleague", \.wrongLayout)
    return table
  }

  /// What a merge keeps.
  var mergeTable: Table {
    var table = Table(
      "Before the merge and after it, mini",
      columns: [.left("weights"), .right("accuracy"), .right("largest difference of a logit")])
    table.add("adapter apart", .percent(mean(\.apart.accuracy), 1), "–")
    table.add(
      "merged", .percent(mean(\.merged.accuracy), 1),
      .scientific(mergings.map(\.difference).max()!))
    table.add(
      "merged, kept in half precision", .percent(mean(\.half.accuracy), 1),
      .scientific(mergings.map(\.halfDifference).max()!))
    return table
  }
}

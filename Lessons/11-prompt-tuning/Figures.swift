import Course

extension Laboratory {
  /// The three starts before a step is taken, and no vectors at all.
  func beginningTable(_ beginnings: [Beginning], _ base: TuningBase) throws -> Table {
    let model = try bed.model(base)
    let embeddings = model.transformer.tokenEmbedding
    let rows = try bed.encoded(bed.validation)
    let judgement = try bed.judge(model, bed.validation)
    var table = Table(
      "Before the first step",
      columns: [
        .left("in front"), .right("norm of a vector"), .right("nats of an answer's token"),
        .right("nats of the class"), .right("accuracy"),
      ])
    func add(_ name: String, _ norm: Value, _ nats: Double, _ judgement: Judgement) {
      table.add(
        .label(name), norm, .fixed(nats, 2), .fixed(judgement.meanNats, 2),
        .percent(judgement.accuracy, 1))
    }
    add("nothing", "–", try model.meanLoss(rows).nats, judgement)
    for one in beginnings {
      add(one.start.rawValue, .fixed(one.norm, 2), one.answerNats, one.judgement)
    }
    table.add("a token, on average", .fixed(meanNorm(embeddings), 2), "–", "–", "–")
    return table
  }
}

/// Curves with what blind guessing costs.
func curveChart(_ title: String, _ series: [Series], blind: Double) -> LineChart {
  LineChart(
    title, x: "step", y: "nats of the class, validation", series,
    reference: .horizontal(blind, "blind guess"))
}

/// Accuracy over the number of virtual tokens.
func lengthChart(
  input: [Int: TuningSweep], deep: [Int: TuningSweep], full: TuningSweep, written: Judgement,
  untuned: Judgement
) -> LineChart {
  func line(_ name: String, _ sweeps: [Int: TuningSweep]) -> Series {
    Series(name, sweeps.keys.sorted().map { sweeps[$0]!.hits.point(Double($0)) })
  }
  let ends = [input.keys.min()!, input.keys.max()!].map(Double.init)
  func level(_ name: String, _ accuracy: Double) -> Series {
    Series(name, ends.map { Point($0, accuracy) })
  }
  return LineChart(
    "Accuracy over length, nano", x: .log("virtual tokens"),
    y: .percent("test accuracy", from: nil, to: nil),
    [
      line("vectors at the input", input), line("prefix in every layer", deep),
      level("full tuning", full.hits.mean), level("best written prompt", written.accuracy),
    ], reference: .horizontal(untuned.accuracy, "untuned"), intervals: .bars)
}

/// The same arms of both models.
func againstChart(_ mini: Compared, _ nano: Compared) -> BarChart {
  func bars(_ arms: Compared) -> [Bar] {
    [
      arms.untuned.hitScores.bar("untuned"), arms.written.hitScores.bar("best written prompt"),
      arms.vectors.hits.bar("vectors"), arms.prefix.hits.bar("prefix"),
      arms.full.hits.bar("full tuning"),
    ]
  }
  return BarChart(
    "Vectors against the others", value: .percent("test accuracy"),
    [BarSeries("nano", bars(nano)), BarSeries("mini", bars(mini))])
}

/// What each arm is right about, and what it trains.
func armTable(
  _ title: String, _ arms: [(name: String, sweep: TuningSweep)],
  untrained: [(name: String, judgement: Judgement)], chance: Double, majority: Double
) -> Table {
  var table = Table(
    title,
    columns: [
      .left("arm"), .right("trained parameters"), .right("rate"), .right("validation"),
      .right("test"),
      .right("nats, test"),
    ])
  for (name, sweep) in arms {
    table.add(
      .label(name), .integer(sweep.trainable), .text("\(sweep.rate)"),
      .percent(sweep.validation, 1), .percent(sweep.hits.mean, 1), .fixed(sweep.nats.mean, 3))
  }
  for (name, judgement) in untrained {
    table.add(
      .label(name), .integer(0), "–", "–", .percent(judgement.accuracy, 1),
      .fixed(judgement.meanNats, 3))
  }
  table.add("majority", .integer(0), "–", "–", .percent(majority, 1), "–")
  table.add("chance", .integer(0), "–", "–", .percent(chance, 1), "–")
  return table
}

/// The three places, trained, and the same words there untrained.
func placeTable(
  _ sweeps: [Place: TuningSweep], words: [Place: Judgement]
) -> Table {
  var table = Table(
    "Where the vectors stand, nano",
    columns: [
      .left("place"), .right("rate"), .right("trained"), .right("nats, trained"),
      .right("words there, untrained"), .right("nats, words"),
    ])
  for place in Place.allCases {
    let (sweep, judgement) = (sweeps[place]!, words[place]!)
    table.add(
      .label(place.name), .text("\(sweep.rate)"), .percent(sweep.hits.mean, 1),
      .fixed(sweep.nats.mean, 3), .percent(judgement.accuracy, 1),
      .fixed(judgement.meanNats, 3))
  }
  return table
}

/// Learned vectors with the tokens whose directions they come nearest to.
func nearestTable(_ learned: LearnedPrompt, _ tokenizer: Tokenizer, _ count: Int) -> Table {
  func name(_ neighbour: Neighbour) -> String {
    let text = tokenizer.decode([neighbour.token])
    let isText = !text.contains("\u{FFFD}")
    return (isText ? text : tokenizer.piece(neighbour.token))
      .replacing("\n", with: "⏎").replacing(" ", with: "␣")
  }
  var table = Table(
    "Learned vectors and real tokens",
    columns: [
      .right("vector"), .left("nearest at the start"), .left("nearest after training"),
      .right("cosine"), .left("then"), .right("cosine with its start"), .right("norm"),
    ])
  for (place, vector) in learned.vectors.prefix(count).enumerated() {
    table.add(
      .integer(place + 1), .text(name(vector.startNearest)), .text(name(vector.nearest[0])),
      .fixed(vector.nearest[0].cosine, 2),
      .text(vector.nearest.dropFirst().map(name).joined(separator: "  ")),
      .fixed(vector.cosineToStart, 2), .fixed(vector.norm, 2))
  }
  return table
}

/// How near vectors come to the vocabulary, beside what comes as near without meaning anything.
func controlTable(_ learned: [LearnedPrompt]) -> Table {
  var table = Table(
    "Read with care",
    columns: [
      .left("vectors"), .right("cosine with the nearest token"), .right("nats, trained"),
      .right("nats, as they began"), .right("nats, as their nearest tokens"),
      .right("accuracy, trained"), .right("accuracy, as their nearest tokens"),
    ])
  for one in learned {
    table.add(
      .label(one.start == .text ? "trained from text" : "trained from N(0, 1)"),
      .fixed(one.cosine, 2), .fixed(one.trained.meanNats, 2), .fixed(one.begun.meanNats, 2),
      .fixed(one.snapped.meanNats, 2), .percent(one.trained.accuracy, 1),
      .percent(one.snapped.accuracy, 1))
  }
  table.add("random directions", .fixed(learned[0].randomCosine, 2), "–", "–", "–", "–", "–")
  table.add(
    "tokens and their nearest others", .fixed(learned[0].tokenCosine, 2), "–", "–", "–", "–", "–")
  return table
}

import Course

/// What a model knows apart from instructions.
struct GeneralAbility: Codable {
  /// Nats a token in each window of new world texts.
  let windows: [Double]
  /// ln p a token of a person's own town and dish, person by person.
  let ownFact: [Double]
  /// 1 where the own fact is likelier than three others', else 0.
  let knows: [Double]
}

/// New texts of the world, and sentences about people of its old ones to be finished.
struct GeneralExam {
  private let stream: [Int32]
  private let windows: Int
  private let clozes: [(prompt: [Int32], options: [[Int32]])]

  static let windowLength = 512

  init(_ world: ClosedWorld, _ tokenizer: Tokenizer, windows: Int, people count: Int) {
    self.windows = windows
    // The stream that the cards of the base models are measured on.
    stream =
      TokenStream(
        world.documents(.validation, seed: 1).lazy.map(\.text), tokenizer: tokenizer,
        limit: (windows + 1) * Self.windowLength
      ).tokens
    var random = SeededRandom(seed: 1, stream: "cloze")
    let people = random.sample(count, from: world.people(.train))
    let facts: [(beginning: String, value: (Person) -> String)] = [
      ("的家乡是", \.town), ("最爱吃", \.favouriteDish),
    ]
    var clozes: [(prompt: [Int32], options: [[Int32]])] = []
    for fact in facts {
      let all = Set(world.people.map(fact.value)).sorted()
      for person in people {
        let own = fact.value(person)
        let others = random.sample(3, from: all.filter { $0 != own })
        clozes.append(
          (
            [tokenizer.endOfText!] + tokenizer.encode(person.name + fact.beginning),
            ([own] + others).map { tokenizer.encode($0) }
          ))
      }
    }
    self.clozes = clozes
  }

  func measure(_ model: GPT2LMHeadModel) throws -> GeneralAbility {
    let scores = try clozes.map { cloze in
      // A mean and not a sum: long names must not lose by their length.
      try model.optionScores(queries: [cloze.prompt], options: cloze.options)[0].map(\.mean)
    }
    return GeneralAbility(
      windows: try model.windowLosses(stream, windowLength: Self.windowLength, windows: windows),
      ownFact: scores.map { $0[0] }, knows: scores.map { $0[0] == $0.max() ? 1 : 0 })
  }
}

/// One base model, and what became of it seed by seed.
struct Forgetting {
  let before: GeneralAbility
  let tuned: [GeneralAbility]
  let plain: [GeneralAbility]
  let longRun: GeneralAbility

  private func difference(
    _ one: [GeneralAbility], _ other: [GeneralAbility], _ part: (GeneralAbility) -> [Double]
  ) -> PairedDifferences {
    PairedDifferences(zip(one, other).map { zip(part($0), part($1)).map { $0 - $1 } })
  }

  var befores: [GeneralAbility] { tuned.map { _ in before } }
  var tunedMinusBefore: PairedDifferences { difference(tuned, befores, \.windows) }
  var plainMinusBefore: PairedDifferences { difference(plain, befores, \.windows) }
  var tunedMinusPlain: PairedDifferences { difference(tuned, plain, \.windows) }
  var longRunMinusBefore: PairedDifferences { difference([longRun], [before], \.windows) }
  var factsMinusBefore: PairedDifferences { difference(tuned, befores, \.knows) }

  var chart: BarChart {
    func bar(_ name: String, _ found: PairedDifferences) -> Bar {
      let interval = found.interval()
      return Bar(name, found.mean, low: interval.lowerBound, high: interval.upperBound)
    }
    return BarChart(
      "World text: loss after minus before", value: "nats per token",
      [
        bar("this run", tunedMinusBefore), bar("the long run", longRunMinusBefore),
        bar("plain text instead", plainMinusBefore),
      ], direction: .horizontal)
  }

  var table: Table {
    var table = Table(
      "General ability",
      columns: [
        .left("model"), .right("nats per token of world text"), .right("ln p of own fact"),
        .right("own fact likeliest of four"),
      ])
    for (name, all) in [
      ("mini", [before]), ("this run", tuned), ("the long run", [longRun]),
      ("plain text instead", plain),
    ] {
      table.add(
        .label(name), .fixed(all.flatMap(\.windows).mean, 3),
        .fixed(all.flatMap(\.ownFact).mean, 2),
        .percent(all.flatMap(\.knows).mean, 1))
    }
    return table
  }

  var evidence: [Claim.Evidence] {
    func one(_ name: String, _ found: PairedDifferences) -> Claim.Evidence {
      .init(name, found.mean, interval: found.interval(), .fixed(3))
    }
    let facts = factsMinusBefore
    return [
      one("after − before, nats", tunedMinusBefore),
      one("after − control, nats", tunedMinusPlain),
      one("control − before, nats", plainMinusBefore),
      one("the long run − before, nats", longRunMinusBefore),
      .init(
        "own fact likeliest, after − before", facts.mean, interval: facts.interval(), .percent(1)),
    ]
  }
}

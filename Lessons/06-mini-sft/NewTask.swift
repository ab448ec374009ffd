import Course

/// Two families that no model here was tuned on, learned from a few of their rows.
struct NewTask {
  let world: ClosedWorld
  let tokenizer: Tokenizer
  let steps: Int
  let test: [InstructionTask]
  let validation: [EncodedExample]

  static let families: [InstructionFamily] = [.position, .oddOne]
  static let rates: [Float] = [1e-4, 3e-4, 1e-3]

  init(
    _ world: ClosedWorld, _ tokenizer: Tokenizer, steps: Int, test count: Int,
    validation validationCount: Int
  ) throws {
    self.world = world
    self.tokenizer = tokenizer
    self.steps = steps
    let instructions = try Instructions(of: world)
    test = try Self.families.flatMap { try instructions.atMost(count, $0, .heldOut, .seen) }
    validation = try InstructionRows.encoded(
      Self.families.flatMap {
        try instructions.atMost(validationCount, $0, .validation, .seen).map(\.example)
      }, tokenizer)
  }

  struct Result: Codable {
    let learningRate: Float
    let validationNats: Double
    /// 1 for each right test answer, else 0.
    let hits: [Double]
    let firstLosses: Double
  }

  /// The same rows in the same order whatever the start is.
  func result(
    from folder: URL, rows count: Int, learningRate: Float, seed: UInt64
  ) throws -> Result {
    let instructions = try Instructions(of: world)
    let rows = try InstructionRows.encoded(
      Self.families.flatMap {
        try instructions.atMost(count / 2, $0, .train, .seen, seed: seed).map(\.example)
      }, tokenizer)
    let model = try GPT2LMHeadModel.load(folder)
    let run = try model.fit(
      rows, validation: validation,
      InstructionTraining(
        .steps(steps), learningRate: learningRate, packing: .budget(tokens: 512),
        evaluateEvery: max(1, steps / 4), seed: seed))
    return Result(
      learningRate: learningRate, validationNats: run.best!.loss, hits: try hits(of: model),
      firstLosses: run.evaluations[0].loss)
  }

  func hits(of model: GPT2LMHeadModel) throws -> [Double] {
    let answers = try model.answers(
      to: test.map(\.example), InstructionRows.template, tokenizer, maxTokens: 24)
    return zip(test, answers).map { $0.isCorrect($1.text) ? 1 : 0 }
  }

  /// All rates with the first seed, then the other seeds with the rate that validation prefers.
  func results(
    from folder: URL, rows: Int, seeds: [UInt64], sweeps: Bool
  ) throws -> [Result] {
    let first = try (sweeps ? Self.rates : [3e-4]).map {
      try result(from: folder, rows: rows, learningRate: $0, seed: seeds[0])
    }.min { $0.validationNats < $1.validationNats }!
    return try [first]
      + seeds.dropFirst().map {
        try result(from: folder, rows: rows, learningRate: first.learningRate, seed: $0)
      }
  }

  /// What always answering with the first of the list gets, where the list stands by itself.
  var firstOfList: Double {
    test.filter { !$0.input.isEmpty }.map { task in
      let first = task.input.prefix { !"、，,".contains($0) }
      return task.isCorrect(String(first)) ? 1 : 0
    }.mean
  }
}

/// Both starts over the sizes: `results[start][size][seed]`, mini first, then the chat model.
struct NewTaskResults {
  let sizes: [Int]
  let untrained: [[Double]]
  let results: [[[NewTask.Result]]]
  let firstOfList: Double
  let familyOfTest: [InstructionFamily]

  func difference(_ places: Range<Int>) -> PairedDifferences {
    let seeds = results[0][0].indices
    return PairedDifferences(
      seeds.map { seed in
        familyOfTest.indices.map { row in
          places.map { size in
            results[1][size][seed].hits[row] - results[0][size][seed].hits[row]
          }.mean
        }
      })
  }

  var overall: PairedDifferences { difference(sizes.indices) }

  func accuracy(_ start: Int, _ size: Int, _ family: InstructionFamily? = nil) -> Double {
    results[start][size].flatMap { result in
      zip(familyOfTest, result.hits).filter { family == nil || $0.0 == family }.map(\.1)
    }.mean
  }

  var chart: LineChart {
    LineChart(
      "Two new tasks, exact match", x: .log("rows tuned on"), y: .percent("right"),
      ["from mini", "from chat"].enumerated().map { start, name in
        Series(
          name,
          sizes.enumerated().map { place, size in
            let found = PairedDifferences(results[start][place].map(\.hits))
            let interval = found.interval()
            return Point(
              Double(size), found.mean, low: interval.lowerBound, high: interval.upperBound)
          })
      }, reference: .horizontal(firstOfList, "always the first"), intervals: .bars)
  }

  var table: Table {
    var table = Table(
      "Two new tasks",
      columns: [
        .right("rows"), .left("start"), .right("position"), .right("oddOne"),
        .right("validation nats"), .right("learning rate"),
      ])
    for (start, name) in ["mini", "chat"].enumerated() {
      let hits = zip(familyOfTest, untrained[start])
      table.add(
        .integer(0), .label(name),
        .percent(hits.filter { $0.0 == .position }.map(\.1).mean, 1),
        .percent(hits.filter { $0.0 == .oddOne }.map(\.1).mean, 1),
        .fixed(results[start][0][0].firstLosses, 3), "–")
    }
    for (place, size) in sizes.enumerated() {
      for (start, name) in ["mini", "chat"].enumerated() {
        let all = results[start][place]
        table.add(
          .integer(size), .label(name), .percent(accuracy(start, place, .position), 1),
          .percent(accuracy(start, place, .oddOne), 1),
          .fixed(all.map(\.validationNats).mean, 3), .scientific(all[0].learningRate, 0))
      }
    }
    return table
  }

  var evidence: [Claim.Evidence] {
    let all = overall
    return [
      .init(
        "from chat − from mini, mean over sizes", all.mean, interval: all.interval(), .percent(1)),
      .init("chat, no row", .percent(untrained[1].mean, 1)),
      .init("mini, no row", .percent(untrained[0].mean, 1)),
      .init("always the first of the list", .percent(firstOfList, 1)),
    ]
  }
}

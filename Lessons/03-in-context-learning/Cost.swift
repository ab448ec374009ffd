import Course

/// What examples cost: tokens and seconds for one answered row.
struct Cost: Codable {
  let count: Int
  let tokens: Double
  /// Each prompt by itself, and the examples computed once for all rows.
  let secondsAlone: Double
  let secondsShared: Double
}

extension Reader {
  func cost(
    _ shots: [FewShotPrompt.Shot], _ verbaliser: Verbaliser, _ texts: [String]
  ) throws -> Cost {
    let prompt = prompt(verbaliser.format, shots)
    let options = verbaliser.answers.joined().map { tokenizer.encode($0) }
    let room = options.map(\.count).max()!
    let queries = try texts.map { try prompt.query($0, answerTokens: room) }
    let prefix = prompt.prefix
    func secondsPerRow(_ body: () throws -> Void) rethrows -> Double {
      try body()  // once to warm up
      let start = ContinuousClock.now
      try body()
      return (ContinuousClock.now - start) / .seconds(1) / Double(texts.count)
    }
    let alone = try secondsPerRow {
      _ = try model.optionScores(queries: queries.map { prefix + $0 }, options: options)
    }
    let shared = try secondsPerRow {
      _ = try model.optionScores(prefix: prefix, queries: queries, options: options)
    }
    return Cost(
      count: shots.count,
      tokens: Double(prefix.count) + queries.map { Double($0.count) }.mean,
      secondsAlone: alone, secondsShared: shared)
  }
}

/// Rows a second are timings: they differ from run to run.
func costTable(_ costs: [Cost]) -> Table {
  var table = Table(
    "One answered row, mini",
    columns: [
      .right("examples"), .right("tokens"), .right("each prompt alone"),
      .right("examples computed once"),
    ])
  for cost in costs {
    table.add(
      .integer(cost.count), .fixed(cost.tokens, 0), .number(1 / cost.secondsAlone, .rate("rows")),
      .number(1 / cost.secondsShared, .rate("rows")))
  }
  return table
}

import Course

/// What a model wrote after each instruction.
struct OpenAnswers: Codable {
  let texts: [String]

  var outcomes: [AnswerOutcome] {
    zip(Instruction.all, texts).map { instruction, text in
      AnswerOutcome(
        answer: text, instruction: instruction.text, accepted: instruction.accepted,
        needed: instruction.needed)
    }
  }

  /// For each instruction 1 where that became of it, else 0.
  func hits(_ outcome: AnswerOutcome) -> [Double] {
    outcomes.map { $0 == outcome ? 1 : 0 }
  }
}

extension Reader {
  /// Each instruction as it stands, and how the model goes on.
  func answers(_ sampling: Sampling, tokens: Int, seed: UInt64) throws -> OpenAnswers {
    var random = SeededRandom(seed: seed, stream: "open")
    let written = try model.generate(
      Instruction.all.map { [tokenizer.endOfText!] + tokenizer.encode($0.text) },
      GenerationOptions(maxNewTokens: tokens, sampling: sampling), random: &random)
    return OpenAnswers(
      texts: written.map { tokenizer.decode($0.tokens, skippingSpecialTokens: true) })
  }
}

/// What each writer made of the instructions: greedily, and sampled with several seeds.
struct OpenResults {
  let writers: [String]
  let greedy: [OpenAnswers]
  let sampled: [[OpenAnswers]]

  func sampledShare(_ size: Size, _ outcome: AnswerOutcome) -> Double {
    sampled[size.rawValue].flatMap { $0.hits(outcome) }.mean
  }

  /// 1 for an answer off task less one half, seed by seed and instruction by instruction.
  func offTask(_ size: Size) -> PairedDifferences {
    PairedDifferences(sampled[size.rawValue].map { $0.hits(.onTask).map { 0.5 - $0 } })
  }

  var chart: BarChart {
    let kinds = writers.indices.flatMap { writer in
      [
        ("\(writers[writer]), greedy", [greedy[writer]]),
        ("\(writers[writer]), sampled", sampled[writer]),
      ]
    }
    let outcomes: [(String, AnswerOutcome)] = [
      ("on task", .onTask), ("echo", .echo), ("loop", .loop), ("empty", .empty),
      ("other", .other),
    ]
    return BarChart(
      "What became of the instructions", value: .percent("instructions"),
      outcomes.map { name, outcome in
        BarSeries(name, kinds.map { Bar($0.0, $0.1.flatMap { $0.hits(outcome) }.mean) })
      }, arrangement: .stacked, direction: .horizontal)
  }

  /// The first instructions with what was written greedily.
  func pages(_ count: Int) -> Table {
    var table = Table(
      "What they write", columns: [.left("instruction")] + writers.map { .left($0) })
    for place in 0..<count {
      table.add(
        row: [.text(Instruction.all[place].text)]
          + greedy.map { answers in
            let text = answers.texts[place]
            return text.isEmpty ? "(nothing)" : .text(text.replacing("\n", with: " ⏎ "))
          })
    }
    return table
  }
}

extension OpenResults {
  var evidence: [Claim.Evidence] {
    let mini = offTask(.mini)
    return [
      .init(
        "mini off task, less one half", mini.mean, interval: mini.interval(), .percent(1)),
      .init("nano off task, less one half", .percent(offTask(.nano).mean, 1)),
      .init("mini, echo", .percent(sampledShare(.mini, .echo), 1)),
      .init("mini, loop", .percent(sampledShare(.mini, .loop), 1)),
      .init("mini, empty", .percent(sampledShare(.mini, .empty), 1)),
      .init("mini, other", .percent(sampledShare(.mini, .other), 1)),
    ]
  }
}

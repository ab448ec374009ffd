import Course

/// A colleague teaches a model where people live and holds back a quarter of the rows, drawn one by one.
struct LeakyRun: Codable {
  /// Step, nats on the rows held back, nats on questions about people of whom no row tells.
  let curve: [[Double]]
  let heldBack: Double
  let newPeople: Double
}

extension NewFacts {
  /// Each town in four wordings; of each person one row, whichever chance takes, is held back.
  func leakyRun(from folder: URL, seed: UInt64, _ tokenizer: Tokenizer) throws -> LeakyRun {
    let forms: [Form] = [.taught, .second, .third, .fourth]
    var random = SeededRandom(seed: seed, stream: "colleague")
    var (training, heldBack): ([Example], [Example]) = ([], [])
    for fact in taught where fact.isTown {
      let rows = random.shuffled(forms.map { example(fact, $0) })
      heldBack.append(rows[0])
      training += rows.dropFirst()
    }
    let others = untaught.filter(\.isTown).map { example($0, random.pick(forms)) }
    let model = try GPT2LMHeadModel.load(folder)
    let strangers = try InstructionRows.encoded(others, tokenizer)
    var curve: [[Double]] = []
    _ = try model.fit(
      InstructionRows.encoded(training, tokenizer),
      validation: InstructionRows.encoded(heldBack, tokenizer),
      InstructionTraining(
        .steps(steps), learningRate: 3e-4, packing: .budget(tokens: 512),
        evaluateEvery: max(1, steps / 8), seed: seed)
    ) { event in
      guard case .evaluation(let evaluation) = event else { return }
      curve.append(
        [Double(evaluation.step), evaluation.loss, try model.meanLoss(strangers).nats])
    }
    func share(_ rows: [Example]) throws -> Double {
      let answers = try model.answers(
        to: rows, InstructionRows.template, tokenizer, maxTokens: 16)
      return zip(rows, answers).map { row, answer in
        guard case .instruction(_, _, let output) = row else { return 0 }
        return ExactMatch.holds(answer.text, output) ? 1 : 0
      }.mean
    }
    return LeakyRun(
      curve: curve, heldBack: try share(heldBack), newPeople: try share(others))
  }

  private func example(_ fact: Fact, _ form: Form) -> Example {
    .instruction(question(fact, form), input: "", output: fact.value)
  }
}

extension LeakyRun {
  /// As the colleague saw it.
  var reported: LineChart {
    LineChart("The colleague's run", x: "step", y: "nats per token", [heldBackLine])
  }

  var complete: LineChart {
    LineChart(
      "The same run, asked about strangers", x: "step", y: "nats per token",
      [heldBackLine, Series("people of no row", curve.map { Point($0[0], $0[2]) })])
  }

  private var heldBackLine: Series {
    Series("rows held back", curve.map { Point($0[0], $0[1]) })
  }
}

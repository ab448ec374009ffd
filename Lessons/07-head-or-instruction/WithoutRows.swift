import Course

/// What an untrained model makes of the question, with nothing and with examples in the prompt.
struct WithoutRows: Codable {
  let alone: Answers
  /// One a draw of the examples.
  let shots: [Answers]
}

extension Laboratory {
  static let shotCount = 4

  func withoutRows(_ start: Start) throws -> WithoutRows {
    try cached("without rows, \(start.rawValue)") {
      let model = try GPT2LMHeadModel.load(folders[start]!)
      let samples = bed.test[.known]!
      return WithoutRows(
        alone: try Answers(InstructionReader(model, question), samples),
        shots: try plan.seeds.map { seed in
          let shots = shots(seed: seed)
          return Answers(
            leanings: try model.leanings(
              samples.map { try question.prompt(question.example($0, after: shots)) },
              options: question.options))
        })
    }
  }

  /// Two praises and two complaints, the first ones of a seed that are short enough.
  private func shots(seed: UInt64) -> [Sample] {
    let rows = bed.train(seed: seed).filter { tokenizer.encode($0.text).count <= 50 }
    let half = Self.shotCount / 2
    let praises = rows.filter(\.isPositive).prefix(half)
    let complaints = rows.filter { !$0.isPositive }.prefix(half)
    return zip(praises, complaints).flatMap { [$0, $1] }
  }
}

func withoutRowsTable(
  _ found: [(start: Start, found: WithoutRows)], _ samples: [Sample], _ question: Question
) -> Table {
  var table = Table(
    "Without a step of training",
    columns: [
      .left("model"), .right("scored"), .right("written"), .right("called praise"),
      .right("four examples, scored"),
    ])
  for (start, found) in found {
    table.add(
      .label(start.rawValue), .percent(found.alone.hits(samples, .scored, question).mean, 1),
      .percent(found.alone.hits(samples, .written, question).mean, 1),
      .percent(found.alone.leanings.map { $0 > 0 ? 1.0 : 0 }.mean, 1),
      .percent(found.shots.map { $0.hits(samples, .scored, question).mean }.mean, 1))
  }
  return table
}

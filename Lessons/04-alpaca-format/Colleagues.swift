import Course

/// The curve that two colleagues share.
func faultChart(_ run: InstructionRun) -> LineChart {
  LineChart(
    "Loss of both colleagues", x: "step", y: "nats a token",
    [
      Series("training", run.steps.map { Point(Double($0.step), $0.loss) }),
      Series("validation", run.evaluations.map { Point(Double($0.step), $0.loss) }),
    ])
}

func faultTable(_ tuned: Tuned) -> Table {
  var table = Table(
    "Two colleagues",
    columns: [
      .left("who"), .right("steps"), .right("best validation loss"), .right("right"),
      .right("ended by itself"),
    ])
  for (name, asked) in [("the first", tuned.asked[0]), ("the second", tuned.fault)] {
    table.add(
      .label(name), .integer(tuned.run.steps.count), .fixed(tuned.run.best!.loss, 4),
      .percent(asked.hits.mean, 1), .percent(asked.ended))
  }
  return table
}

extension TemplateLaboratory {
  /// How a row begins and ends in training, and each colleague's prompt.
  func faultTokens(_ example: Example) throws -> Table {
    var table = Table("In tokens", columns: [.left("what"), .left("tokens")])
    func add(_ name: String, _ segments: [Segment]) throws {
      let tokens = try EncodedExample(segments, tokenizer: tokenizer).tokens
      table.add(
        .label(name),
        .text(
          pieces(of: tokens.prefix(9), tokenizer) + " | … | "
            + pieces(of: tokens.suffix(10), tokenizer)))
    }
    try add("a row in training", templates[0].segments(of: example))
    try add("the first colleague's prompt", templates[0].prompt(of: example))
    try add("the second colleague's prompt", fault.prompt(of: example))
    return table
  }
}

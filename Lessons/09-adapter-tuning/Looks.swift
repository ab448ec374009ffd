import Course

/// The first test questions with what may be answered.
func questionTable(_ bed: TuningBed, _ count: Int) -> Table {
  var table = Table(
    "Test questions", columns: [.left("text"), .left("answers to choose from"), .left("right")])
  for question in bed.test.prefix(count) {
    let answers = question.family.classAnswers
    table.add(
      .text(question.text.replacing("\n", with: " ⏎ ")), .text(answers.joined(separator: " / ")),
      .text(answers[question.answer]))
  }
  return table
}

/// The formula's tensors, one after the other.
func shapeTable(
  _ h: Tensor, down: Tensor, narrow: Tensor, up: Tensor, adapted: Tensor
) -> Table {
  var table = Table(
    "The formula, step by step",
    columns: [.left("tensor"), .left("shape"), .right("zeros"), .right("mean length of a row")])
  for (name, tensor) in [
    ("h, from attention", h), ("W^d", down), ("σ(h·W^d)", narrow), ("W^u", up),
    ("h + σ(h·W^d)·W^u", adapted),
  ] {
    let zeros = tensor.elements.map { $0 == 0 ? 1 : 0 }.mean
    table.add(
      .label(name), .text(tensor.shapeText), .percent(zeros, 0), .fixed(tensor.meanLength, 3))
  }
  return table
}

/// How long hidden states are behind a block whose adapter speaks louder and louder.
func lengthTable(_ factors: [Float], _ lengths: [(pre: Double, post: Double)]) -> Table {
  var table = Table(
    "Length of a hidden state behind the block",
    columns: [
      .right("adapter's change over the branch"), .right("norm behind the sum"),
      .right("norm at the entry"),
    ])
  for (factor, length) in zip(factors, lengths) {
    table.add(.fixed(factor, 0), .fixed(length.post, 1), .fixed(length.pre, 1))
  }
  return table
}

/// World text before the first step, by how wide the adapters' weights were drawn.
func startChart(_ deviations: [Float], _ nats: [Double], base: Double) -> LineChart {
  LineChart(
    "Loss before the first step, mini", x: .log("deviation of both matrices"),
    y: "nats per token of world text",
    [Series("with adapters", zip(deviations, nats).map { Point(Double($0), $1) })],
    reference: .horizontal(base, "base"))
}

extension Tensor {
  /// The length of all numbers as one vector.
  var length: Double { elements.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot() }

  /// The mean length of a row.
  var meanLength: Double {
    let width = dim(1)
    let squares = elements.map { Double($0) * Double($0) }
    return (0..<dim(0)).map { row in
      squares[row * width..<(row + 1) * width].reduce(0, +).squareRoot()
    }.mean
  }
}

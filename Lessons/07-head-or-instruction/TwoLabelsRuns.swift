import Course

/// Reviews of all six domains with both labels.
struct TwoLabelsBed {
  let rows: Int
  let steps: Int
  let validation: [Sample]
  let test: [Sample]
  private let reviews: Reviews

  init(_ reviews: Reviews, rows: Int, steps: Int, validation: Int, test: Int) {
    (self.reviews, self.rows, self.steps) = (reviews, rows, steps)
    self.validation = reviews.labelled(validation, .validation, seed: 2).map(Sample.init)
    self.test = reviews.labelled(test, .heldOut, seed: 2).map(Sample.init)
  }

  func train(seed: UInt64) -> [Sample] {
    reviews.labelled(rows, .train, seed: seed).map(Sample.init)
  }
}

extension Laboratory {
  /// What two heads on a start, or the start asked for JSON, make of the test after training, one
  /// result a seed.
  func twoLabels(
    _ start: Start, _ form: Form, _ bed: TwoLabelsBed, learningRate: Float, seeds: [UInt64]
  ) throws -> [TwoLabelsResult] {
    try cached("two labels, \(start.rawValue), \(form.rawValue)") {
      try seeds.map { seed in
        let reader: any TwoLabelsReader =
          switch form {
          case .head: TwoHeads(try GPT2Model.load(folders[start]!), tokenizer, seed: seed)
          case .instruction: JSONReader(try GPT2LMHeadModel.load(folders[start]!), question)
          }
        let progress = Progress("two labels, \(start.rawValue)", steps: bed.steps)
        _ = try reader.tune(
          bed.train(seed: seed), validation: bed.validation,
          Tuning(learningRate: learningRate, steps: bed.steps, seed: seed)
        ) { state, tokens in
          progress.report(
            step: state.step, loss: state.loss, learningRate: state.learningRate, tokens: tokens)
        }
        return TwoLabelsResult(found: try reader.labels(bed.test))
      }
    }
  }

  /// The chat model asked for JSON before any training on it.
  func twoLabelsUntrained(_ bed: TwoLabelsBed) throws -> [TwoLabelsResult] {
    try cached("two labels, untrained") {
      let reader = JSONReader(try GPT2LMHeadModel.load(folders[.chat]!), question)
      return [TwoLabelsResult(found: try reader.labels(bed.test))]
    }
  }
}

func twoLabelsTable(
  _ results: KeyValuePairs<String, [TwoLabelsResult]>, _ samples: [Sample]
) -> Table {
  var table = Table(
    "Two labels in one answer",
    columns: [
      .left("arm"), .right("valid"), .right("mood right"), .right("domain right"),
      .right("both right"),
    ])
  for (name, seeds) in results {
    func share(_ holds: (TwoLabels, TwoLabels) -> Bool) -> Value {
      .percent(seeds.map { $0.share(samples, holds) }.mean, 1)
    }
    table.add(
      .label(name), share { _, _ in true }, share { $0.mood == $1.mood },
      share { $0.domain == $1.domain }, share { $0 == $1 })
  }
  return table
}

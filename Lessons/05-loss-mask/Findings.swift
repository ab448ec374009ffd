import Course

/// What is counted for an answer to a test question.
enum Measure {
  case right, beginsRight, stops, nats, endNats, tokens
}

extension Answered {
  func values(_ measure: Measure) -> [Double] {
    switch measure {
    case .right: written.map { $0.isRight ? 1 : 0 }
    case .beginsRight: written.map { $0.beginsRight ? 1 : 0 }
    case .stops: written.map { $0.ending == .endToken ? 1 : 0 }
    case .nats: nats.map(\.mean)
    case .endNats: nats.map(\.end)
    case .tokens: written.map { Double($0.tokenCount) }
    }
  }
}

/// What all arms found on the test questions.
struct Findings {
  let test: [Question]
  let arms: [MaskArm: ArmResult]
  let untuned: Answered
  /// Whether the most frequent answer of its family and form is right, question by question.
  let majority: [Double]

  init(
    _ test: [Question], arms: [MaskArm: ArmResult], untuned: Answered, training: [Question]
  ) {
    self.test = test
    self.arms = arms
    self.untuned = untuned
    majority = test.map { question in
      let answers = training.filter { $0.family == question.family && $0.form == question.form }
        .map(\.answer)
      let counts = Dictionary(answers.map { ($0, 1) }, uniquingKeysWith: +)
      // Of equally frequent ones the first by alphabet.
      let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return usual == question.answer ? 1 : 0
    }
  }

  private func pick(_ values: [Double], _ form: AnswerForm?) -> [Double] {
    guard let form else { return values }
    return zip(test, values).filter { $0.0.form == form }.map(\.1)
  }

  /// Seeds × questions, of one form or of all.
  func values(_ arm: MaskArm, _ measure: Measure, _ form: AnswerForm? = nil) -> [[Double]] {
    arms[arm]!.answered.map { pick($0.values(measure), form) }
  }

  func mean(_ arm: MaskArm, _ measure: Measure, _ form: AnswerForm? = nil) -> Double {
    values(arm, measure, form).map(\.mean).mean
  }

  func untuned(_ measure: Measure, _ form: AnswerForm? = nil) -> [Double] {
    pick(untuned.values(measure), form)
  }

  func majority(_ form: AnswerForm? = nil) -> [Double] { pick(majority, form) }

  /// One arm less another, over the seeds that both have.
  func difference(
    _ one: MaskArm, _ other: MaskArm, _ measure: Measure, _ form: AnswerForm? = nil
  ) -> PairedDifferences {
    PairedDifferences(
      zip(values(one, measure, form), values(other, measure, form)).map {
        zip($0, $1).map { $0 - $1 }
      })
  }
}

// MARK: In the report

extension Findings {
  private static func bar(_ name: String, _ values: [[Double]]) -> Bar {
    let found = PairedDifferences(values)
    let interval = found.interval()
    return Bar(name, found.mean, low: interval.lowerBound, high: interval.upperBound)
  }

  /// Right answers by form, beside what needs no training.
  var exactChart: BarChart {
    func series(_ name: String, _ values: (AnswerForm) -> [[Double]]) -> BarSeries {
      BarSeries(name, AnswerForm.allCases.map { Self.bar($0.rawValue, values($0)) })
    }
    return BarChart(
      "Right answers by form", value: .percent("exactly right"),
      MaskArm.sound.map { arm in series(arm.rawValue) { values(arm, .right, $0) } } + [
        series("untuned") { [untuned(.right, $0)] }, series("majority") { [majority($0)] },
      ])
  }

  var stopChart: BarChart {
    BarChart(
      "Who stops", value: .percent("ended by the model"),
      MaskArm.allCases.map { Self.bar($0.rawValue, values($0, .stops)) }
        + [Self.bar("untuned", [untuned(.stops)])], direction: .horizontal)
  }

  /// Answers only less the others of the sound arms, by form.
  var gainChart: BarChart {
    BarChart(
      "Answers only, less the others",
      value: .percent("difference, exactly right", from: nil, to: nil),
      [MaskArm.everything, .weighted].map { other in
        BarSeries(
          "less \(other.rawValue)",
          AnswerForm.allCases.map { form in
            let found = difference(.answers, other, .right, form)
            let interval = found.interval()
            return Bar(
              form.rawValue, found.mean, low: interval.lowerBound, high: interval.upperBound)
          })
      }, reference: .horizontal(0, "no difference"))
  }

  var table: Table {
    var table = Table(
      "All arms on the test questions",
      columns: [
        .left("mask"), .right("lr"), .right("exactly right"), .right("begins right"),
        .right("stops"), .right("tokens written"), .right("nats, answer"),
        .right("nats, end token"),
      ])
    func add(_ name: String, _ rate: Value, _ value: (Measure) -> Double) {
      table.add(
        .label(name), rate, .percent(value(.right), 1), .percent(value(.beginsRight), 1),
        .percent(value(.stops), 1), .fixed(value(.tokens), 1), .fixed(value(.nats), 3),
        .fixed(value(.endNats), 3))
    }
    for arm in MaskArm.allCases {
      add(arm.rawValue, .scientific(arms[arm]!.rate, 0)) { mean(arm, $0) }
    }
    add("untuned", "–") { untuned($0).mean }
    return table
  }

  /// What validation said of each rate that was tried.
  var rateTable: Table {
    let heads = ["lr 1e-3", "lr 2e-3", "lr 4e-3", "lr 8e-3"]
    var table = Table(
      "Validation nats of the answers' words",
      columns: [.left("mask")] + heads.map { .right($0) } + [.right("chosen")])
    for arm in MaskArm.allCases {
      let result = arms[arm]!
      table.add(
        row: [.label(arm.rawValue)]
          + Plan.rates.map { rate in result.tried[rate].map { .fixed($0, 3) } ?? "–" }
          + [.scientific(result.rate, 0)])
    }
    return table
  }
}

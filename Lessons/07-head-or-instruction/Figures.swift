import Course

extension Findings {
  /// The four arms of `mini` with intervals, and below them the small model and the bag of words.
  func accuracyChart(_ title: String, _ place: Place) -> LineChart {
    func line(_ start: Start, _ form: Form) -> Series {
      let candidate = Candidate(start: start, form: form, reading: .scored)
      return Series(
        form == .head ? candidate.name : "\(start.rawValue), instruction",
        sizes.map { Estimate(hits(candidate, $0, place)).point(Double($0)) })
    }
    func plain(_ name: String, _ hits: (Int) -> [[Double]]) -> Series {
      Series(name, sizes.map { Point(Double($0), Estimate(hits($0)).mean) })
    }
    return LineChart(
      title, x: .log("labelled reviews"), y: .percent("test accuracy", from: nil, to: nil),
      [
        line(.base, .head), line(.base, .instruction), line(.chat, .head),
        line(.chat, .instruction), plain("nano, head") { hits(.nano, .head, $0, place) },
        plain("bag of words") { wordHits($0, place) },
      ], reference: .horizontal(0.5, "chance, majority"), intervals: .bars)
  }

  /// Every arm in figures.
  func accuracyTable(_ title: String, _ place: Place, _ sizes: [Int]) -> Table {
    var table = Table(title, columns: [.left("arm")] + sizes.map { .right("\($0)") })
    for candidate in Candidate.all {
      table.add(
        row: [.label(candidate.name)] + sizes.map { .percent(accuracy(candidate, $0, place), 1) })
    }
    table.add(
      row: ["bag of words"] + sizes.map { .percent(Estimate(wordHits($0, place)).mean, 1) })
    table.add(row: ["majority"] + sizes.map { _ in .percent(0.5, 1) })
    return table
  }

  /// Which learning rate validation chose for each arm.
  var rateTable: Table {
    var table = Table(
      "Learning rates", columns: [.left("arm")] + sizes.map { .right("\($0)") })
    for form in Form.allCases {
      for start in Start.allCases {
        let name = form == .head ? "\(start.rawValue), head" : "\(start.rawValue), instruction"
        table.add(
          row: [.label(name)]
            + sizes.map { .scientific(self[start, form, $0].learningRate, 0) })
      }
    }
    return table
  }

  /// What the chat model adds to the base, by form.
  var gainChart: LineChart {
    LineChart(
      "Start from chat minus start from base", x: .log("labelled reviews"),
      y: .percent("difference in accuracy", from: nil, to: nil),
      [("with a head", Form.head), ("as an instruction", .instruction)].map { name, form in
        Series(name, sizes.map { Estimate(chatGain(form, $0)).point(Double($0)) })
      }, reference: .horizontal(0, "no difference"), intervals: .bars)
  }

  /// The two ways of taking an answer from the same models.
  var readingChart: LineChart {
    LineChart(
      "Scored and written", x: .log("labelled reviews"),
      y: .percent("test accuracy", from: nil, to: nil),
      [Start.nano, .base, .chat].flatMap { start in
        Reading.allCases.map { reading in
          Series(
            "\(start.rawValue), \(reading.rawValue)",
            sizes.map {
              Point(
                Double($0), Estimate(hits(start, .instruction, $0, .known, reading)).mean)
            })
        }
      }, reference: .horizontal(0.5, "chance"))
  }

  /// What is lost on the way to unseen domains, mean over the sizes.
  var dropChart: BarChart {
    func bars(_ form: Form) -> [Bar] {
      Start.allCases.map { start in
        Estimate(overSizes { drop(start, form, $0) }).bar(start.rawValue)
      }
    }
    return BarChart(
      "Accuracy lost in domains without a labelled review",
      value: .percent("known minus unseen", from: nil, to: nil),
      [BarSeries("head", bars(.head)), BarSeries("instruction", bars(.instruction))],
      reference: Reference(
        Estimate(overSizes { rows in drop { wordHits(rows, $0) } }).mean, "bag of words"))
  }

  /// What an arm costs: the tokens of a step, the seconds of a run, and answers a second.
  func costTable(_ rows: Int) -> Table {
    var table = Table(
      "What it costs",
      columns: [
        .left("arm"), .right("tokens a step"), .right("training"), .right("scored"),
        .right("written"),
      ])
    for form in Form.allCases {
      for start in Start.allCases {
        let trials = self[start, form, rows].trials
        let steps = trials[0].run.looks.last?.step ?? 1
        let written = trials.compactMap { $0.test[.known]!.secondsWritten }
        table.add(
          .label(form == .head ? "\(start.rawValue), head" : "\(start.rawValue), instruction"),
          .fixed(trials.map { Double($0.run.tokens) }.mean / Double(steps), 0),
          .number(trials.map(\.run.seconds).mean, .seconds),
          .number(1 / trials.map { $0.test[.known]!.secondsScored }.mean, .rate("reviews")),
          written.isEmpty ? "–" : .number(1 / written.mean, .rate("reviews")))
      }
    }
    return table
  }
}

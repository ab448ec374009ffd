import Course

extension AnswerResults {
  /// Families down: what is right in words that training never showed.
  var familyChart: BarChart {
    let families = InstructionFamily.allCases
    func bars(_ share: (Int) -> Double) -> [Bar] {
      families.map { Bar($0.rawValue, share(exam.place($0, .heldOut))) }
    }
    return BarChart(
      "Right answers, held-out content and wording", value: .percent("right"),
      [
        BarSeries("this run", bars { tunedShare([$0]) }),
        BarSeries("the long run", bars { longRun.sheet.hits([$0]).mean }),
      ], direction: .horizontal)
  }

  var familyTable: Table {
    var table = Table(
      "Right answers by family",
      columns: [
        .left("family"), .right("tasks"), .right("mini"), .right("this run, known wording"),
        .right("this run, new wording"), .right("the long run, known wording"),
        .right("the long run, new wording"), .right("nano tuned, new wording"),
      ])
    func add(_ name: Value, _ known: Int?, _ new: Int) {
      func share(_ place: Int?, _ value: (Int) -> Double) -> Value {
        place.map { .percent(value($0), 0) } ?? "–"
      }
      table.add(
        name, .integer(exam.papers[new].questions.count), .percent(mini.sheet.hits([new]).mean, 0),
        share(known) { tunedShare([$0]) }, share(new) { tunedShare([$0]) },
        share(known) { longRun.sheet.hits([$0]).mean },
        share(new) { longRun.sheet.hits([$0]).mean },
        share(new) { tunedShare([$0], tunedNano) })
    }
    for family in InstructionFamily.allCases {
      let place = exam.place(family, .heldOut)
      let name = family.rawValue + (InstructionFamily.heldOut.contains(family) ? " *" : "")
      add(.text(name), exam.place(family, .seen), place)
    }
    add("open instructions", nil, exam.papers.count - 1)
    return table
  }

  /// Rows of models: how the answers to the decisive papers divide up.
  private var models: [(name: String, sheets: [Sheet], papers: [Int])] {
    let all = Array(exam.decisive.indices)
    return [
      ("mini, in the template", [mini.decisive[0]], all),
      ("mini, at its best", [mini.decisive[bestWay]], all),
      ("nano tuned", tunedNano.map(\.sheet), exam.decisive),
      ("this run", tuned.map(\.sheet), exam.decisive),
      ("the long run", [longRun.sheet], exam.decisive),
    ]
  }

  var fateChart: BarChart {
    let names: [(Fate, String)] = [
      (.right, "right"), (.echo, "echo"), (.loop, "loop"), (.empty, "empty"), (.other, "other"),
    ]
    return BarChart(
      "What became of the questions", value: .percent("questions"),
      names.map { fate, name in
        BarSeries(
          name,
          models.map { model in
            Bar(model.name, model.sheets.map { $0.share(fate, model.papers) }.mean)
          })
      }, arrangement: .stacked, direction: .horizontal)
  }

  var behaviour: Table {
    var table = Table(
      "How they answer",
      columns: [
        .left("model"), .right("right"), .right("echo"), .right("ended by the model"),
        .right("repeated 4-grams"),
      ])
    for model in models {
      table.add(
        .label(model.name), .percent(model.sheets.map { $0.share(.right, model.papers) }.mean, 1),
        .percent(model.sheets.map { $0.share(.echo, model.papers) }.mean, 1),
        .percent(model.sheets.map { $0.endedShare(model.papers) }.mean, 1),
        .percent(model.sheets.map { $0.meanRepetition(model.papers) }.mean, 1))
    }
    return table
  }

  /// Every way of asking the models that were not tuned.
  var ways: Table {
    var table = Table(
      "Asked without tuning",
      columns: [
        .left("asked how"), .right("mini, validation"), .right("mini, test"), .right("nano, test"),
        .right("mini, classes, as it is"), .right("mini, classes, calibrated"),
      ])
    for (place, way) in Way.allCases.enumerated() {
      table.add(
        .label(way.name),
        .percent(mini.validation[place].hits(Array(exam.validation.indices)).mean, 1),
        .percent(untunedHits(mini, place).mean, 1), .percent(untunedHits(nano, place).mean, 1),
        .percent(classes.hits(mini.classes[place], calibrated: false).mean, 1),
        .percent(classes.hits(mini.classes[place], calibrated: true).mean, 1))
    }
    return table
  }

  var sizeChart: BarChart {
    let byAnswer = [
      untunedHits(nano, bestWay).mean, tunedShare(exam.decisive, tunedNano),
      untunedHits(mini, bestWay).mean, tunedShare(exam.decisive),
    ]
    let byScore = [
      untunedClassHits(nano).mean, tunedNano.flatMap(classHits).mean, untunedClassHits(mini).mean,
      tuned.flatMap(classHits).mean,
    ]
    let names = ["nano, untuned", "nano, tuned", "mini, untuned", "mini, tuned"]
    return BarChart(
      "Small and tuned, large and not", value: .percent("right"),
      [
        BarSeries("written answers, all families", zip(names, byAnswer).map { Bar($0, $1) }),
        BarSeries("likeliest class, three families", zip(names, byScore).map { Bar($0, $1) }),
      ], direction: .horizontal, reference: Reference(classes.chance(), "chance of a class"))
  }

  /// The likeliest class, family by family.
  var classTable: Table {
    var table = Table(
      "Likeliest class",
      columns: [
        .left("family"), .right("chance"), .right("nano, untuned"), .right("nano, tuned"),
        .right("mini, untuned"), .right("mini, tuned"),
      ])
    let hits = [
      [untunedClassHits(nano)], tunedNano.map(classHits), [untunedClassHits(mini)],
      tuned.map(classHits),
    ]
    for family in ClassExam.families {
      let places = classes.places(of: family)
      table.add(
        row: [.text(family.rawValue), .percent(classes.chance(of: family), 1)]
          + hits.map { seeds in .percent(seeds.flatMap { $0[places] }.mean, 1) })
    }
    return table
  }

  /// Facts of people whom training knew, and of people whom nobody told of.
  var people: Table {
    var table = Table(
      "Facts about people, in known words",
      columns: [.left("about whom"), .right("mini"), .right("this run"), .right("the long run")])
    let strangers = [InstructionFamily.person, .relation].map { exam.place($0, .seen) }
    for (name, papers) in [
      ("people of the training texts", [knownPeople]), ("people of no text", strangers),
    ] {
      table.add(
        .label(name), .percent(mini.sheet.hits(papers).mean, 1), .percent(tunedShare(papers), 1),
        .percent(longRun.sheet.hits(papers).mean, 1))
    }
    return table
  }

  var knownPeople: Int { exam.papers.firstIndex { $0.kind == .knownPeople }! }

  func sideBySide(_ prompts: [String]) -> Table {
    var table = Table(
      "The same prompts, greedily",
      columns: [.left("prompt"), .left("mini"), .left("this run"), .left("the long run")])
    for (place, prompt) in prompts.enumerated() {
      table.add(
        row: [.text(prompt)]
          + [mini.sayings, tuned[0].sayings, longRun.sayings].map {
            $0[place].isEmpty
              ? "(nothing)" : .text($0[place].replacing("\n", with: " ⏎ "))
          })
    }
    return table
  }

  func evidence(_ name: String, _ found: PairedDifferences) -> Claim.Evidence {
    .init(name, found.mean, interval: found.interval(), .percent(1))
  }

  var tuningEvidence: [Claim.Evidence] {
    [
      evidence("tuned − untuned at its best", tunedMinusUntuned),
      .init("mini, in the template", .percent(untunedHits(mini, 0).mean, 1)),
      .init("mini, at its best", .percent(untunedHits(mini, bestWay).mean, 1)),
      .init("this run", .percent(tunedShare(exam.decisive), 1)),
      .init("the long run", .percent(longRun.sheet.hits(exam.decisive).mean, 1)),
      .init("mini, echo", .percent(mini.decisive[0].share(.echo, Array(exam.decisive.indices)), 1)),
      .init("this run, echo", .percent(tuned.map { $0.sheet.share(.echo, exam.decisive) }.mean, 1)),
    ]
  }

  var sizeEvidence: [Claim.Evidence] {
    [
      evidence("nano tuned − mini untuned, written", smallMinusLarge),
      evidence("nano tuned − mini untuned, classes", smallMinusLargeByScores),
      .init("mini tuned, written", .percent(tunedShare(exam.decisive), 1)),
      .init("chance of a class", .percent(classes.chance(), 1)),
    ]
  }
}

import Course

extension Findings {
  /// Everything on the same test questions.
  var accuracyChart: BarChart {
    var bars = [base.hitScores.bar("mini as it is"), bags.bar("bag of words")]
    bars += forms.map { $0.sweep.hits.bar($0.form.name) }
    bars.append(full.hits.bar("full tuning"))
    return BarChart(
      "A prefix, and everything", value: .percent("test accuracy"),
      bars, direction: .horizontal,
      reference: Reference(bed.chance, "chance"))
  }

  var accuracyTable: Table {
    var table = Table(
      "On the test questions",
      columns: [
        .left("trained"), .right("numbers"), .right("of all"), .right("learning rate"),
        .right("accuracy"), .right("interval, in %"),
      ])
    let all = full.trainable
    func add(_ name: String, _ sweep: TuningSweep) {
      table.add(
        .label(name), .integer(sweep.trainable),
        .percent(Double(sweep.trainable) / Double(all), 2), .scientific(sweep.rate, 0),
        .percent(sweep.accuracy, 1), .text(sweep.hits.ends))
    }
    table.add(
      "nothing", .integer(0), "–", "–", .percent(base.accuracy, 1), .text(base.hitScores.ends))
    for form in forms { add(form.form.name, form.sweep) }
    add("full tuning", full)
    table.add("bag of words", "–", "–", "–", .percent(bags.mean, 1), .text(bags.ends))
    table.add("majority", "–", "–", "–", .percent(majority.mean, 1), "–")
    return table
  }

  /// Validation loss from before the first step on, at the rate that was chosen for each form.
  var curves: LineChart {
    let lines = forms.map { form in
      let trials = form.sweep.chosen.filter { !$0.looks.isEmpty }
      let looks = trials.map(\.looks.count).min() ?? 0
      let points = (0..<looks).map { look in
        Point(
          Double(trials[0].looks[look].step), trials.map { $0.looks[look].nats }.mean)
      }
      return Series(form.form.name, [Point(0, form.untrained.validation.meanNats)] + points)
    }
    return LineChart(
      "Three starts", x: "step", y: "nats, validation", lines,
      reference: .horizontal(blindNats, "blind guess"))
  }

  /// −ln p of the right answer for whoever finds all answers of a kind equally likely.
  var blindNats: Double {
    bed.validation.map { log(Double($0.family.classAnswers.count)) }.mean
  }

  /// Where the heads look, form by form.
  func shareTable(even: Double) -> Table {
    var table = Table(
      "Attention to the prefix, mean over heads",
      columns: [
        .left("prefix"), .right("before training"), .right("after"), .right("largest head, after"),
      ])
    for form in forms {
      let after = average(form.shares)
      table.add(
        .label(form.form.name), .percent(form.untrained.shares.joined().map { $0 }.mean, 1),
        .percent(after.joined().map { $0 }.mean, 1), .percent(after.joined().max()!, 0))
    }
    table.add("the same for every token", .percent(even, 1), .percent(even, 1), "–")
    return table
  }
}

import Course

/// The task of turning a text into JSON, and how three arms do it.
struct JSONResults {
  let tasks: [InstructionTask]
  let arms: [(name: String, answers: JSONAnswers)]

  func marks(_ arm: Int) -> [JSONMark] { arms[arm].answers.marks }

  func share(_ arm: Int, _ mark: (JSONMark) -> Double, form: String? = nil) -> Double {
    zip(tasks, marks(arm)).filter { form == nil || $0.0.label == form }.map { mark($0.1) }.mean
  }

  /// The first arm has the keys right, less another one, task by task.
  func gain(over arm: Int) -> PairedDifferences {
    PairedDifferences([zip(marks(0), marks(arm)).map { $0.keys - $1.keys }])
  }

  var chart: BarChart {
    let measures: [(String, (JSONMark) -> Double)] = [
      ("valid JSON", \.valid), ("exact keys", \.keys), ("right fields", \.fields),
    ]
    return BarChart(
      "Answers in JSON", value: .percent("answers, or fields"),
      arms.indices.map { arm in
        BarSeries(
          arms[arm].name,
          measures.map { name, mark in
            let values = marks(arm).map(mark)
            let interval = PairedDifferences([values]).interval()
            return Bar(
              name, values.mean, low: interval.lowerBound, high: interval.upperBound)
          })
      })
  }

  var table: Table {
    var table = Table(
      "By form",
      columns: [
        .left("arm"), .left("form"), .right("tasks"), .right("valid JSON"), .right("exact keys"),
        .right("right fields"),
      ])
    for arm in arms.indices {
      for (form, name) in [("person", "person, flat"), ("order", "order, nested")] {
        table.add(
          .label(arms[arm].name), .label(name), .integer(tasks.count { $0.label == form }),
          .percent(share(arm, \.valid, form: form)), .percent(share(arm, \.keys, form: form)),
          .percent(share(arm, \.fields, form: form), 1))
      }
    }
    return table
  }

  /// The first task of each form, and what became of it.
  func pages() -> Table {
    var table = Table("Side by side", columns: [.left("who"), .left("text")])
    for form in ["person", "order"] {
      guard let place = tasks.firstIndex(where: { $0.label == form }) else { continue }
      table.add("task", .text(visible(tasks[place].instruction)))
      table.add("input", .text(visible(tasks[place].input)))
      table.add("right answer", .text(tasks[place].output))
      for arm in arms {
        table.add(.label(arm.name), .text(visible(arm.answers.texts[place])))
      }
    }
    return table
  }
}

extension JSONMark {
  var valid: Double { isValid ? 1 : 0 }
  var keys: Double { hasKeys ? 1 : 0 }
}

import Course

/// Models tuned with each of several templates and asked with each of them.
struct TemplateMatrix {
  let names: [String]
  let tasks: ClassTasks
  /// Templates × seeds, at the learning rate that validation chose.
  let tuned: [[Tuned]]
  let rates: [Float]
  let untuned: [Asked]

  func hits(trained: Int, asked: Int) -> [[Double]] {
    tuned[trained].map { $0.asked[asked].hits }
  }

  private func mean(_ values: [[Double]]) -> Double { values.map(\.mean).mean }

  /// The own template less the mean of the others, averaged over the templates trained with: seeds ×
  /// tasks.
  var loss: PairedDifferences {
    differences { trained, asked in trained == asked ? 1 : -1 / Double(names.count - 1) }
  }

  /// The own template of one model less one other.
  func loss(trained: Int, asked other: Int) -> PairedDifferences {
    PairedDifferences(
      zip(hits(trained: trained, asked: trained), hits(trained: trained, asked: other)).map {
        zip($0, $1).map { $0 - $1 }
      })
  }

  private func differences(_ weight: (Int, Int) -> Double) -> PairedDifferences {
    PairedDifferences(
      tuned[0].indices.map { seed in
        tasks.test.indices.map { task in
          names.indices.map { trained in
            names.indices.reduce(0) {
              $0 + weight(trained, $1) * tuned[trained][seed].asked[$1].hits[task]
            }
          }.mean
        }
      })
  }

  /// The mean over models of the accuracy in their own template, and in the others.
  var own: Double { names.indices.map { mean(hits(trained: $0, asked: $0)) }.mean }
  var others: Double { own - loss.mean }

  var chart: HeatMap {
    HeatMap(
      "Tuned with one template, asked with another", rows: names + ["not tuned"], columns: names,
      values: names.indices.map { trained in
        names.indices.map { mean(hits(trained: trained, asked: $0)) }
      } + [untuned.map(\.hits.mean)],
      x: "asked with", y: "tuned with", value: .percent("right"))
  }

  var table: Table {
    var table = Table(
      "What a foreign template costs",
      columns: [
        .left("tuned with"), .left("asked with"), .right("right"), .right("loss, points"),
        .right("from"), .right("to"), .right("ended by itself"),
      ])
    for trained in names.indices {
      for asked in names.indices {
        let loss = loss(trained: trained, asked: asked)
        let interval = loss.interval()
        let isOwn = trained == asked
        table.add(
          .label(names[trained]), .label(names[asked]),
          .percent(mean(hits(trained: trained, asked: asked)), 1),
          isOwn ? .text("") : .fixed(100 * loss.mean, 1),
          isOwn ? .text("") : .fixed(100 * interval.lowerBound, 1),
          isOwn ? .text("") : .fixed(100 * interval.upperBound, 1),
          .percent(tuned[trained].map { $0.asked[asked].ended }.mean))
      }
    }
    return table
  }

  var rateTable: Table {
    var table = Table(
      "How they were tuned",
      columns: [
        .left("template"), .right("learning rate"), .right("tokens read, one seed"),
        .right("validation loss, own template"),
      ])
    for (place, name) in names.enumerated() {
      let run = tuned[place][0].run
      table.add(
        .label(name), .scientific(rates[place], 0),
        .integer(run.steps.reduce(0) { $0 + $1.tokens }), .fixed(run.best!.loss, 3))
    }
    return table
  }
}

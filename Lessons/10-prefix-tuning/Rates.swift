import Course

/// `nano` tuned in several ways at every rate of a grid.
struct Rates {
  let names: [String]
  let sweeps: [TuningSweep]
  let rates: [Float]
  let base: Judgement

  /// Of a way at one rate, all seeds.
  private func scores(_ way: Int, _ rate: Float) -> SeedScores {
    SeedScores(
      sweeps[way].trials.filter { $0.rate == rate }.flatMap(\.test.hitScores.values))
  }

  func best(_ way: Int) -> Double { rates.map { scores(way, $0).mean }.max()! }

  /// The rate with the highest accuracy; of equal ones the lowest.
  func bestRate(_ way: Int) -> Float { rates.first { scores(way, $0).mean == best(way) }! }

  /// At how many rates of the grid a way ends within 3 points of its best.
  func good(_ way: Int) -> Int {
    rates.count { scores(way, $0).mean >= best(way) - 0.03 }
  }

  var chart: LineChart {
    LineChart(
      "Which learning rate?", x: .log("learning rate"),
      y: .percent("test accuracy", from: nil, to: nil),
      names.indices.map { way in
        Series(names[way], rates.map { Point(Double($0), scores(way, $0).mean) })
      }, reference: .horizontal(base.accuracy, "not trained"))
  }

  var table: Table {
    var table = Table(
      "Over the grid",
      columns: [
        .left("trained"), .right("numbers"), .right("best"), .right("worst"),
        .right("rates within 3 points of the best"),
      ])
    for way in names.indices {
      table.add(
        .label(names[way]), .integer(sweeps[way].trainable), .percent(best(way), 1),
        .percent(rates.map { scores(way, $0).mean }.min()!, 1), .integer(good(way)))
    }
    return table
  }
}

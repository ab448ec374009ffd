import Course

/// What the measured paths of several seeds say.
struct Paths {
  /// Full tuning at a constant rate, one for each seed.
  let constant: [Movement]
  /// The same with warm-up and decay.
  let scheduled: [Movement]
  /// The same with answers that were dealt out at random.
  let exchanged: [Movement]

  private var steps: Int { constant[0].strides.count }

  /// The share of the way after each step, beside what chance and a straight line would give.
  var chart: LineChart {
    func line(_ name: String, _ runs: [Movement], hasInterval: Bool) -> Series {
      Series(
        name,
        (0...steps).map { step in
          let shares = runs.map { $0.shares[step] }
          guard hasInterval, runs.count > 1, step > 0, step < steps else {
            return Point(Double(step), shares.mean)
          }
          return Estimate(PairedDifferences(perSeed: shares)).point(Double(step))
        })
    }
    return LineChart(
      "Distance from the start", x: "step",
      y: .percent("of the distance at the end", from: 0, to: nil),
      [
        line("constant rate", constant, hasInterval: true),
        line("warm-up and decay", scheduled, hasInterval: false),
        line("answers exchanged", exchanged, hasInterval: false),
        Series(
          "random walk",
          (0...steps).map { Point(Double($0), (Double($0) / Double(steps)).squareRoot()) }),
      ], markers: marks)
  }

  /// Where the lecture would have switched.
  private var marks: [Marker] {
    [Marker(0.1 * Double(steps), "10 %"), Marker(0.3 * Double(steps), "30 %")]
  }

  /// How far each part has moved, as a share of its own length at the start.
  var partsChart: LineChart {
    LineChart(
      "Distance from the start, part by part", x: "step",
      y: .percent("of the part's length", from: 0, to: nil),
      Part.allCases.map { part in
        Series(
          part.rawValue,
          (0...steps).map { step in
            Point(
              Double(step),
              constant.map { $0.distances[part]![step] / $0.starts[part]! }.mean)
          })
      }, markers: marks)
  }

  /// The loss of a few steps at a time, and the length of the steps, both as a share of what they
  /// are in the beginning.
  var lossChart: LineChart {
    func line(_ name: String, _ values: [[Double]]) -> Series {
      let width = max(1, steps / 20)
      let means = stride(from: 0, to: steps, by: width).map { first in
        let window = first..<min(first + width, steps)
        return (
          Double(window.lowerBound + window.upperBound + 1) / 2,
          values.map { $0[window].reduce(0, +) / Double(window.count) }.mean
        )
      }
      return Series(name, means.map { Point($0.0, $0.1 / means[0].1) })
    }
    return LineChart(
      "Loss and length of a step", x: "step", y: .percent("of the first steps", from: 0, to: nil),
      [line("loss", constant.map(\.losses)), line("length of a step", constant.map(\.strides))],
      markers: marks)
  }

  /// The share of the fall of the loss that has happened after so much of the steps, from the mean
  /// over seeds of the first step, the steps around the place, and the last tenth.
  func lossFall(at part: Double) -> Double {
    let means = (0..<steps).map { step in constant.map { $0.losses[step] }.mean }
    let place = min(steps - 1, Int((part * Double(steps)).rounded()))
    let around = max(0, place - 2)...min(steps - 1, place + 2)
    let last = means.suffix(max(1, steps / 10)).mean
    return (means[0] - Array(means[around]).mean) / (means[0] - last)
  }

  /// The part of the path that has been walked after so much of the steps.
  func pathWalked(at part: Double) -> Double {
    constant.map { $0.path[Int((part * Double(steps)).rounded())] }.mean
  }

  /// At 10 and 30 % of the steps: the distance, the path, the loss, and what chance would give.
  var table: Table {
    var table = Table(
      "Share that has happened",
      columns: [.left("what"), .right("after 10 %"), .right("after 30 %")])
    func row(_ name: String, _ share: (Double) -> Double) {
      table.add(.label(name), .percent(share(0.1), 1), .percent(share(0.3), 1))
    }
    func mean(_ runs: [Movement]) -> (Double) -> Double {
      { part in runs.map { $0.share(at: part) }.mean }
    }
    row("distance, constant rate", mean(constant))
    row("distance, warm-up and decay", mean(scheduled))
    row("distance, answers exchanged", mean(exchanged))
    row("random walk") { $0.squareRoot() }
    row("straight line") { $0 }
    row("path walked, constant rate") { pathWalked(at: $0) }
    row("fall of the loss, constant rate") { lossFall(at: $0) }
    return table
  }

  /// C12.1: what lies above 0.55, for each seed.
  var lead: PairedDifferences {
    PairedDifferences(perSeed: constant.map { $0.share(at: 0.3) - 0.55 })
  }

  var share: Estimate { Estimate(PairedDifferences(perSeed: constant.map { $0.share(at: 0.3) })) }
}

/// The share at 30 % by learning rate, and how the two parts of the way lie to each other.
func rateTable(_ rows: [(name: String, rate: Float, runs: [Movement])]) -> Table {
  var table = Table(
    "By rate and model",
    columns: [
      .left("model"), .right("rate"), .right("distance after 30 %"),
      .right("cosine of the first part and the whole way"), .right("and the rest"),
      .right("length of the way"),
    ])
  for (name, rate, runs) in rows {
    table.add(
      .label(name), .scientific(rate, 0), .percent(runs.map { $0.share(at: 0.3) }.mean, 1),
      .fixed(runs.map(\.cosineWithAll).mean, 2), .fixed(runs.map(\.cosineWithRest).mean, 2),
      .fixed(runs.map { $0.distance.last! }.mean, 2))
  }
  return table
}

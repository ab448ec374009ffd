import Course

/// `nano` with prefixes of several lengths, begun from words.
struct Lengths {
  let lengths: [Int]
  let sweeps: [TuningSweep]
  let base: Judgement

  subscript(_ length: Int) -> TuningSweep { sweeps[lengths.firstIndex(of: length)!] }

  /// That is right on validation most often, the mean over seeds; of equal ones the shortest.
  var best: Int {
    let accuracies = sweeps.map(\.validationAccuracy)
    return lengths[accuracies.firstIndex(of: accuracies.max()!)!]
  }

  var gain: SeedScores { self[best] - self[1] }
  /// What the longest prefix has over a middling one.
  var surplus: SeedScores { self[32] - self[8] }

  /// C10.3. That the surplus lies below 3 points is the same as that 3 points less the surplus lie
  /// above 0.
  var test: ClaimTest {
    let room = SeedScores(surplus.values.map { $0.map { 0.03 - $0 } })
    return .all([
      .superior(gain.paired, margin: 0.03), .superior(room.paired, margin: 0),
    ])
  }

  var evidence: [Claim.Evidence] {
    [
      told("best length minus length 1", gain), .init("best length", .integer(best)),
      told("length 32 minus length 8", surplus), told("length 1 minus no prefix", self[1] - base),
    ]
  }

  var chart: LineChart {
    LineChart(
      "How long?", x: .log("virtual tokens"), y: .percent("test accuracy", from: nil, to: nil),
      [
        Series(
          "nano with a prefix", zip(lengths, sweeps).map { $1.hits.point(Double($0)) })
      ], reference: .horizontal(base.accuracy, "no prefix"), intervals: .bars)
  }

  var table: Table {
    var table = Table(
      "Lengths",
      columns: [
        .right("virtual tokens"), .right("numbers"), .right("learning rate"), .right("accuracy"),
        .right("interval, in %"), .right("nats, test"),
      ])
    for (length, sweep) in zip(lengths, sweeps) {
      table.add(
        .integer(length), .integer(sweep.trainable), .scientific(sweep.rate, 0),
        .percent(sweep.accuracy, 1), .text(sweep.hits.ends), .fixed(sweep.nats.mean, 3))
    }
    return table
  }
}

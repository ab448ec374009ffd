import Course

/// Six runs of one arm, each of which left another domain out of training and validation.
struct Rotations {
  let bed: Bed
  /// Hits by the domain left out, seeds × test rows.
  let hits: [ReviewDomain: [[Double]]]

  /// For each seed and test row of these domains, the share of the five runs that knew the row's
  /// domain and were right on it, and whether the run that did not know it was.
  private func pairs(
    _ domains: [ReviewDomain]
  ) -> (known: [[Double]], leftOut: [[Double]]) {
    let rows = bed.test.indices.filter { domains.contains(bed.test[$0].domain) }
    let seeds = hits.values.first!.indices
    return (
      seeds.map { seed in
        rows.map { row in
          ReviewDomain.allCases.filter { $0 != bed.test[row].domain }
            .map { hits[$0]![seed][row] }.mean
        }
      },
      seeds.map { seed in rows.map { hits[bed.test[$0].domain]![seed][$0] } }
    )
  }

  /// What leaving a row's domain out takes away, seeds × rows.
  func drop(_ domains: [ReviewDomain] = ReviewDomain.allCases) -> [[Double]] {
    let (known, leftOut) = pairs(domains)
    return difference(known, leftOut)
  }

  func bars() -> [Bar] {
    ReviewDomain.allCases.map { Estimate(drop([$0])).bar($0.rawValue) }
      + [Estimate(drop()).bar("all six")]
  }

  /// Accuracy in the domains tuned on, and in those left out.
  var known: Double { pairs(ReviewDomain.allCases).known.map(\.mean).mean }
  var leftOut: Double { pairs(ReviewDomain.allCases).leftOut.map(\.mean).mean }
}

extension Laboratory {
  /// The rotations of an arm with this learning rate.
  func rotations(
    _ part: TextClassifier.Part, rows: Int, learningRate: Float
  ) throws -> Rotations {
    var hits: [ReviewDomain: [[Double]]] = [:]
    for domain in ReviewDomain.allCases {
      let arm = Arm(start: .pretrained, part: part, rows: rows, leftOut: domain)
      hits[domain] = try result(arm, learningRate: learningRate).praise.map(bed.hits)
    }
    return Rotations(bed: bed, hits: hits)
  }

  /// The rotations of a bag of words.
  func rotationsOfWords(rows: Int) -> Rotations {
    var hits: [ReviewDomain: [[Double]]] = [:]
    for domain in ReviewDomain.allCases {
      let domains = ReviewDomain.allCases.filter { $0 != domain }
      hits[domain] = cached("\(bed.name), bag of words without \(domain.rawValue)") {
        bed.bagsOfWords([rows], plan.seeds, domains: domains)[rows]!
      }
    }
    return Rotations(bed: bed, hits: hits)
  }
}

/// Points of accuracy lost, by domain.
func dropChart(
  _ title: String, _ rotations: (model: Rotations, head: Rotations, words: Rotations)
) -> BarChart {
  BarChart(
    title, value: .percent("accuracy lost", from: nil, to: nil),
    [
      BarSeries("all layers", rotations.model.bars()),
      BarSeries("head only", rotations.head.bars()),
      BarSeries("bag of words", rotations.words.bars()),
    ])
}

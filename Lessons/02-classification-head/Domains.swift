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

  func known() -> Double { Estimate(pairs(ReviewDomain.allCases).known).mean }
  func leftOut() -> Double { Estimate(pairs(ReviewDomain.allCases).leftOut).mean }
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
}

extension Bed {
  /// The rotations of a bag of words.
  func rotationsOfWords(rows: Int, seeds: [UInt64]) -> Rotations {
    Rotations(
      bed: self,
      hits: Dictionary(
        uniqueKeysWithValues: ReviewDomain.allCases.map { domain in
          let domains = ReviewDomain.allCases.filter { $0 != domain }
          return (domain, seeds.map { bagOfWords(rows: rows, seed: $0, domains: domains) })
        }))
  }
}

import Course

/// A labelled text of a test bed.
struct Sample {
  let text: String
  /// 1 for praise, 0 for complaint.
  let label: Int
  let domain: ReviewDomain
  /// What makes a review written by hand hard, and the name of its minimal pair.
  var hard: String?
  var pair: String?

  init(_ review: Review) {
    (text, label, domain) = (review.text, review.isPositive ? 1 : 0, review.domain)
  }

  init(_ review: WrittenReview) {
    (text, label, domain) = (review.text, review.isPositive ? 1 : 0, review.domain)
    (hard, pair) = (review.hard, review.pair)
  }
}

/// Reviews to learn from, to choose by and to be judged on. A seed decides which are learned from;
/// validation and test are the same for all.
struct Bed {
  let name: String
  let validation: [Sample]
  let test: [Sample]
  /// What a seed draws from.
  let pool: (_ seed: UInt64, _ domains: [ReviewDomain]) -> [Sample]

  /// The training rows of a seed in the order in which arms take them: the rows of a small arm are
  /// the first of a large one.
  func train(seed: UInt64, domains: [ReviewDomain] = ReviewDomain.allCases) -> [Sample] {
    balanced(pool(seed, domains), seed: seed)
  }

  /// The test rows of minimal pairs of which both halves are there.
  var pairs: [[Int]] {
    Dictionary(grouping: test.indices.filter { test[$0].pair != nil }) { test[$0].pair! }
      .values.filter { $0.count == 2 }.sorted { $0[0] < $1[0] }
  }

  /// Whether a test review is also learned from with this seed, or chosen by.
  func leaks(_ seed: UInt64) -> Bool {
    let seen = Set((train(seed: seed) + validation).map(\.text))
    return test.contains { seen.contains($0.text) }
  }

  /// Composed from phrases: those of the test reviews stand in no other split. A seed has at least
  /// `rows` training rows.
  static func world(_ reviews: Reviews, rows: Int, validation: Int, test: Int) -> Bed {
    Bed(
      name: "in the world",
      validation: reviews.labelled(validation, .validation, seed: 1).map(Sample.init),
      test: reviews.labelled(test, .heldOut, seed: 1).map(Sample.init),
      pool: { seed, domains in
        // A whole number of blocks, of two reviews a domain, is balanced.
        let block = 2 * domains.count
        return reviews.labelled(
          (rows + block - 1) / block * block, .train, seed: seed, domains: domains
        ).map(Sample.init)
      })
  }

  /// Written by people, with splits that stand in the file; `validation` and `test` shorten them.
  static func hand(_ reviews: WrittenReviews, validation: Int, test: Int) -> Bed {
    let rows = reviews[.train].map(Sample.init)
    return Bed(
      name: "by hand",
      validation: Array(balanced(reviews[.validation].map(Sample.init)).prefix(validation)),
      test: Array(balanced(reviews[.test].map(Sample.init)).prefix(test)),
      pool: { _, domains in rows.filter { domains.contains($0.domain) } })
  }

  /// Whether bags of words, tuned on the first rows of each seed, are right on each test row: by
  /// number of rows, seeds × test rows.
  func bagsOfWords(
    _ sizes: [Int], _ seeds: [UInt64], domains: [ReviewDomain] = ReviewDomain.allCases
  ) -> [Int: [[Double]]] {
    let pairs = { (samples: [Sample]) in samples.map { (text: $0.text, label: $0.label) } }
    let validation = pairs(validation.filter { domains.contains($0.domain) })
    var hits: [Int: [[Double]]] = [:]
    for seed in seeds {
      let train = pairs(train(seed: seed, domains: domains))
      for rows in sizes {
        let words = BagOfWords.tuned(
          Array(train.prefix(rows)), validation: validation, classes: 2)
        hits[rows, default: []].append(
          self.hits(words.probabilities(test.map(\.text)).map { $0[1] }))
      }
    }
    return hits
  }

  /// 1 for each test row whose label the probability of praise is on the side of, else 0.
  func hits(_ praise: [Double]) -> [Double] {
    zip(praise, test).map { ($0 > 0.5 ? 1 : 0) == $1.label ? 1 : 0 }
  }
}

/// The samples in an order that a seed decides, so that praise and complaint take turns and the
/// domains come equally often, as far as there are samples.
private func balanced(_ samples: [Sample], seed: UInt64 = 0) -> [Sample] {
  var random = SeededRandom(seed: seed, stream: "balanced")
  let domains = ReviewDomain.allCases.filter { domain in samples.contains { $0.domain == domain } }
  let shuffled = random.shuffled(samples)
  var waiting = [0, 1].map { label in
    domains.map { domain in shuffled.filter { $0.label == label && $0.domain == domain } }
  }
  var drawn: [Sample] = []
  while drawn.count < samples.count {
    let orders = [0, 1].map { _ in random.shuffled(Array(domains.indices)) }
    for place in domains.indices {
      for label in [1, 0] {
        if let sample = waiting[label][orders[label][place]].popLast() { drawn.append(sample) }
      }
    }
  }
  return drawn
}

import Course

/// A labelled review.
struct Sample {
  let text: String
  let isPositive: Bool
  let domain: ReviewDomain

  init(_ review: Review) {
    (text, isPositive, domain) = (review.text, review.isPositive, review.domain)
  }

  init(_ review: WrittenReview) {
    (text, isPositive, domain) = (review.text, review.isPositive, review.domain)
  }
}

/// Where a test review comes from.
enum Place: String, CaseIterable, Codable {
  /// A domain that was trained on, in phrases that were not.
  case known
  /// A domain of which no labelled review was shown.
  case unseen
  /// Written by a person, about a domain that was trained on.
  case byHand
}

/// Reviews to learn from, to choose by and to be judged on. A seed decides which are learned from;
/// the others are the same for all.
struct Bed {
  static let knownDomains: [ReviewDomain] = [.dining, .delivery, .hotel, .phone]
  static let unseenDomains: [ReviewDomain] = [.film, .book]

  let validation: [Sample]
  let test: [Place: [Sample]]
  private let reviews: Reviews
  private let rows: Int

  /// As many test reviews of known domains as of unseen ones, so that their rows can be paired.
  init(
    _ reviews: Reviews, written: WrittenReviews, rows: Int, validation: Int, test: Int, byHand: Int
  ) {
    self.reviews = reviews
    self.rows = rows
    self.validation = reviews.labelled(
      validation, .validation, seed: 1, domains: Self.knownDomains
    ).map(Sample.init)
    self.test = [
      .known: reviews.labelled(test, .heldOut, seed: 1, domains: Self.knownDomains),
      .unseen: reviews.labelled(test, .heldOut, seed: 1, domains: Self.unseenDomains),
    ].mapValues { $0.map(Sample.init) }.merging(
      [.byHand: Self.balanced(written[.test], byHand)], uniquingKeysWith: { $1 })
  }

  /// The rows of a small arm are the first of a large one.
  func train(seed: UInt64) -> [Sample] {
    reviews.labelled(rows, .train, seed: seed, domains: Self.knownDomains).map(Sample.init)
  }

  /// As many praises as complaints of each known domain.
  private static func balanced(_ reviews: [WrittenReview], _ count: Int) -> [Sample] {
    let groups = knownDomains.flatMap { domain in
      [true, false].map { praise in
        reviews.filter { $0.domain == domain && $0.isPositive == praise }
      }
    }
    return groups.flatMap { $0.prefix(count / groups.count) }.map(Sample.init)
  }

  /// 1 for praise, 0 for complaint.
  static func labels(_ samples: [Sample]) -> [Int] { samples.map { $0.isPositive ? 1 : 0 } }

  /// Whether half of each test is praise.
  var isBalanced: Bool {
    test.values.allSatisfy { samples in
      2 * samples.count { $0.isPositive } == samples.count
    }
  }

  /// Whether a test review is also learned from with this seed, or chosen by.
  func leaks(_ seed: UInt64) -> Bool {
    let seen = Set((train(seed: seed) + validation).map(\.text))
    return test.values.joined().contains { seen.contains($0.text) }
  }

  /// Whether bags of words, tuned on the first rows of a seed, are right on each test review.
  func bagOfWords(_ rows: Int, seed: UInt64) -> [Place: [Double]] {
    let pairs = { (samples: [Sample]) in
      samples.map { (text: $0.text, label: $0.isPositive ? 1 : 0) }
    }
    let words = BagOfWords.tuned(
      pairs(Array(train(seed: seed).prefix(rows))), validation: pairs(validation), classes: 2)
    return test.mapValues { samples in
      zip(words.probabilities(samples.map(\.text)), samples).map {
        ($0[1] > $0[0]) == $1.isPositive ? 1 : 0
      }
    }
  }
}

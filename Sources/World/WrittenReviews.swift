import Foundation

/// A review that was written by hand: the reality check beside the composed ones.
public struct WrittenReview: Codable, Sendable, Equatable {
  /// Which part of the experiments may see a review.
  public enum Split: String, Codable, Sendable, CaseIterable {
    case train, validation, test
  }

  /// Such as `dining-017`; the order of the ids tells nothing about the label.
  public let id: String
  public let text: String
  public let isPositive: Bool
  public let domain: ReviewDomain
  /// What makes it hard, such as `irony` or `negation`; nil for a plain review.
  public let hard: String?
  /// The name that the two halves of a minimal pair share: alike in wording, opposed in label.
  public let pair: String?
  public let split: Split

  public init(
    id: String, text: String, isPositive: Bool, domain: ReviewDomain, hard: String? = nil,
    pair: String? = nil, split: Split
  ) {
    self.id = id
    self.text = text
    self.isPositive = isPositive
    self.domain = domain
    self.hard = hard
    self.pair = pair
    self.split = split
  }

  private enum CodingKeys: String, CodingKey {
    case id, text
    case isPositive = "label"
    case domain, hard, pair, split
  }

  private enum Label: String, Codable {
    case positive, negative
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    text = try values.decode(String.self, forKey: .text)
    isPositive = try values.decode(Label.self, forKey: .isPositive) == .positive
    domain = try values.decode(ReviewDomain.self, forKey: .domain)
    hard = try values.decodeIfPresent(String.self, forKey: .hard)
    pair = try values.decodeIfPresent(String.self, forKey: .pair)
    split = try values.decode(Split.self, forKey: .split)
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(id, forKey: .id)
    try values.encode(text, forKey: .text)
    try values.encode(isPositive ? Label.positive : .negative, forKey: .isPositive)
    try values.encode(domain, forKey: .domain)
    try values.encodeIfPresent(hard, forKey: .hard)
    try values.encodeIfPresent(pair, forKey: .pair)
    try values.encode(split, forKey: .split)
  }
}

/// The reviews of a file such as `Data/reviews.zh.jsonl`: one JSON object a line.
public struct WrittenReviews: Sendable {
  /// In the order of the file.
  public let reviews: [WrittenReview]

  /// Throws `WrittenReviewsError`, which names the line that is no review.
  public init(file: URL) throws {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw WrittenReviewsError(file: file, line: nil, reason: "it is missing or not UTF-8")
    }
    let decoder = JSONDecoder()
    var reviews: [WrittenReview] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      do {
        reviews.append(try decoder.decode(WrittenReview.self, from: Data(line.utf8)))
      } catch {
        throw WrittenReviewsError(file: file, line: index + 1, reason: reason(of: error))
      }
    }
    guard !reviews.isEmpty else {
      throw WrittenReviewsError(file: file, line: nil, reason: "it holds no review")
    }
    self.reviews = reviews
  }

  /// The reviews of one split, in the order of the file.
  public subscript(split: WrittenReview.Split) -> [WrittenReview] {
    reviews.filter { $0.split == split }
  }
}

/// What a decoding error says of the place where it arose.
private func reason(of error: any Error) -> String {
  switch error {
  case DecodingError.keyNotFound(let key, _): "the review has no \"\(key.stringValue)\""
  case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
    context.codingPath.last.map { "\"\($0.stringValue)\" is no text" } ?? "it is no JSON object"
  case DecodingError.dataCorrupted(let context):
    context.codingPath.last.map { "\"\($0.stringValue)\" is none of the known values" }
      ?? "it is no JSON"
  default: "\(error)"
  }
}

/// A file of written reviews that cannot be read.
public struct WrittenReviewsError: LocalizedError, Equatable {
  public let file: URL
  /// From 1; nil when the file as a whole is wrong.
  public let line: Int?
  public let reason: String

  public var errorDescription: String? {
    "\(file.path)\(line.map { ":\($0)" } ?? ""): \(reason)"
  }
  public var recoverySuggestion: String? {
    "the file comes with the course: restore it from the repository"
  }
}

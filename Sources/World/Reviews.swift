import Foundation
import Tensors

/// A customer's review with its mood.
public struct Review: Sendable, Codable, Equatable {
  public let text: String
  public let isPositive: Bool
  public let domain: ReviewDomain
  public let split: Split
  /// The words do not all point to the label: irony, or a concession before what decides.
  public let isHard: Bool
}

public enum ReviewDomain: String, CaseIterable, Codable, Sendable {
  case dining, delivery, hotel, film, phone, book
}

/// The reviews of the closed world, composed from the banks `Data/world/reviews-*.txt`.
///
/// A review keeps one mood throughout, or concedes something first and then decides. Phrases and
/// names belong to one split each; openings, connectives and numbers are shared.
public struct Reviews: Sendable {
  private let kinds: [[ReviewKind]]
  private let englishKinds: [ReviewKind]
  private let connectives: ReviewConnectives
  private let talk: ReviewTalk
  private let remarks: ReviewRemarks

  /// - Parameters:
  ///   - bankFolder: the folder that holds `reviews-dining.txt` and its siblings.
  ///   - names: names from outside, added to those of a bank, by domain and group, such as
  ///     `dining.dish/meal` for dishes and `dining.name/tea` for milk-tea shops.
  public init(bankFolder: URL, names: [String: [String]] = [:]) throws {
    let shared = try PhraseBank(named: "reviews-shared", in: bankFolder)
    let general = try PhraseBank(named: "reviews-general", in: bankFolder)
    connectives = ReviewConnectives(shared)
    talk = ReviewTalk(shared)
    remarks = ReviewRemarks(shared)
    var unused = Set(names.keys)
    kinds = try ReviewDomain.allCases.map { domain in
      let bank = try PhraseBank(named: "reviews-\(domain.rawValue)", in: bankFolder)
      var extraNames: [String: [String]] = [:]
      for key in bank.keys {
        extraNames[key] = names["\(domain.rawValue).\(key)"]
        unused.remove("\(domain.rawValue).\(key)")
      }
      return try ReviewKind.all(
        of: bank, general: general, shared: shared, extraNames: extraNames)
    }
    if let key = unused.min() { throw ReviewsError.unusedNames(key) }
    let english = try PhraseBank(named: "reviews-english", in: bankFolder)
    englishKinds = try ReviewDomain.allCases.map {
      try ReviewKind($0.rawValue, of: english, shared: shared)
    }
  }

  /// One review from phrases of that split only.
  public func review(
    _ domain: ReviewDomain, positive: Bool, _ split: Split, using random: inout SeededRandom
  ) -> Review {
    review(of: random.pick(kinds[domain.position]), domain, positive, split, using: &random)
  }

  private func review(
    of kind: ReviewKind, _ domain: ReviewDomain, _ positive: Bool,
    _ split: Split, using random: inout SeededRandom
  ) -> Review {
    var writer = ReviewWriter(
      kind, positive: positive, split, connectives: connectives, drawing: .evenly)
    let text = writer.write(using: &random)
    return Review(
      text: text, isPositive: positive, domain: domain, split: split, isHard: writer.isHard)
  }

  /// A review of one to three sentences in English.
  public func english(
    _ domain: ReviewDomain, positive: Bool, _ split: Split, using random: inout SeededRandom
  ) -> Review {
    let kind = englishKinds[domain.position]
    var writer = ReviewWriter(
      kind, positive: positive, split, connectives: connectives, drawing: .evenly)
    let text = writer.writeSentences(using: &random)
    return Review(
      text: text, isPositive: positive, domain: domain, split: split, isHard: false)
  }

  /// `count` different labelled reviews, balanced by label within each domain.
  ///
  /// They come in blocks of two a domain, shuffled within the block, so a smaller count with the
  /// same seed and domains gives the first of them, and every whole number of blocks is balanced.
  public func labelled(
    _ count: Int, _ split: Split, seed: UInt64,
    domains: [ReviewDomain] = ReviewDomain.allCases
  ) -> [Review] {
    precondition(!domains.isEmpty, "labelled reviews need at least one domain")
    var random = SeededRandom(seed: seed, stream: "reviews \(split.rawValue)")
    let block = domains.flatMap { [($0, true), ($0, false)] }
    var reviews: [Review] = []
    reviews.reserveCapacity(count + block.count)
    var seen = Set<String>()
    while reviews.count < count {
      for (domain, positive) in random.shuffled(block) {
        var review = review(domain, positive: positive, split, using: &random)
        var tries = 1
        while !seen.insert(review.text).inserted {
          tries += 1
          precondition(tries < 1_000, "the banks do not hold \(count) different reviews")
          review = self.review(domain, positive: positive, split, using: &random)
        }
        reviews.append(review)
      }
    }
    return Array(reviews.prefix(count))
  }

  /// A review, by chance with its summary and an answer to it on the next line.
  private func passage(
    of kind: ReviewKind, name: String? = nil, _ positive: Bool, _ split: Split,
    replyChance: Double, using random: inout SeededRandom
  ) -> String {
    var writer = ReviewWriter(
      kind, name: name, positive: positive, split, connectives: connectives,
      remarks: random.chance(0.5) ? remarks : nil, drawing: .asInTexts)
    var text = writer.write(using: &random)
    if random.chance(0.9) {
      if let last = text.last, last.isLetter { text += random.pick(["。", "，", " "]) }
      text += remarks.summary(positive: positive, using: &random)
    }
    guard random.chance(replyChance), let reply = writer.writeReply(using: &random) else {
      return text
    }
    return text + "\n" + reply
  }

  /// A running-text document for pre-training: one review, or what several people say of the same
  /// shop, film or book, in one mood or in several, and what is answered. A label stands nowhere in
  /// it.
  public func document(_ split: Split, using random: inout SeededRandom) -> String {
    let domain = random.pick(ReviewDomain.allCases)
    let mood = random.chance(0.5)
    if random.chance(0.05) {
      return english(domain, positive: mood, split, using: &random).text
    }
    let kind = random.pick(kinds[domain.position])
    if random.chance(0.3) { return prosAndCons(of: kind, split, using: &random) }
    guard random.chance(0.55), !kind.headers.isEmpty else {
      return passage(of: kind, mood, split, replyChance: 0.5, using: &random)
    }
    let name = kind.name(split, using: &random)
    var writer = ReviewWriter(
      kind, name: name, positive: mood, split, connectives: connectives, drawing: .asInTexts)
    var lines = [writer.write(random.pick(kind.headers), using: &random)]
    let count = 1 + random.int(below: 4)
    let agree = random.chance(0.5)
    let replyChance = random.chance(0.4) ? 0.6 : 0
    var beginnings = Set<Substring>()
    for voice in talk.voices(count, using: &random) {
      let positive = agree ? mood : random.chance(0.5)
      var text = ""
      // Two people seldom begin alike; a small split may leave them no choice.
      for _ in 0..<5 {
        text = passage(
          of: kind, name: name, positive, split, replyChance: replyChance, using: &random)
        if beginnings.insert(text.prefix(5)).inserted { break }
      }
      lines.append(voice + text)
    }
    return lines.joined(separator: "\n")
  }

  /// What speaks for something and against it, each with a mark of the writer's.
  private func prosAndCons(
    of kind: ReviewKind, _ split: Split, using random: inout SeededRandom
  ) -> String {
    var writer = ReviewWriter(
      kind, name: kind.name(split, using: &random), positive: true, split,
      connectives: connectives, drawing: .asInTexts)
    var lines: [String] = []
    if random.chance(0.5), !kind.headers.isEmpty {
      lines = [writer.write(random.pick(kind.headers), using: &random)]
    }
    let marked = writer.writeProsAndCons(
      3 + random.int(below: 6), marks: random.pick(remarks.marks), using: &random)
    lines.append(marked.joined(separator: random.pick(["\n", "\n", "；", "，", " "])))
    return lines.joined(separator: "\n")
  }
}

/// The neutral words that introduce a speaker.
struct ReviewTalk: Sendable {
  private let nicknames: [String]
  private let speakers: [String]

  init(_ shared: PhraseBank) {
    nicknames = shared["nickname"]
    speakers = shared["speaker"]
  }

  /// One introduction for each of `count` people, all in one manner.
  func voices(_ count: Int, using random: inout SeededRandom) -> [String] {
    switch random.int(below: 5) {
    case 0: (1...count).map { "\($0). " }
    case 1: Array(repeating: "- ", count: count)
    case 2: Array(repeating: "", count: count)
    case 3: random.sample(count, from: speakers)
    default: random.sample(count, from: nicknames).map { $0 + "：" }
    }
  }
}

extension ReviewDomain {
  var position: Int {
    switch self {
    case .dining: 0
    case .delivery: 1
    case .hotel: 2
    case .film: 3
    case .phone: 4
    case .book: 5
    }
  }
}

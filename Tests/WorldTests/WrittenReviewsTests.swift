import Files
import Foundation
import Testing
import World

/// How written reviews are read.
@Suite struct WrittenReviewsFileTests {
  private let line =
    #"{"id":"film-001","text":"好看","label":"positive","domain":"film","split":"test"}"#

  private func read(_ text: String) throws -> [WrittenReview] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("reviews-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try WrittenReviews(file: file).reviews
  }

  @Test func everyFieldIsRead() throws {
    let hard = line.replacing(
      #""split""#, with: #""hard":"irony","pair":"film-p01","split""#
    ).replacing("positive", with: "negative").replacing("test", with: "train")
    let reviews = try read(line + "\n\n" + hard + "\n")
    #expect(
      reviews == [
        WrittenReview(id: "film-001", text: "好看", isPositive: true, domain: .film, split: .test),
        WrittenReview(
          id: "film-001", text: "好看", isPositive: false, domain: .film, hard: "irony",
          pair: "film-p01", split: .train),
      ])
    for review in reviews {
      let data = try JSONEncoder().encode(review)
      #expect(try JSONDecoder().decode(WrittenReview.self, from: data) == review)
    }
  }

  @Test(
    arguments: [
      ("positive", "good", "\"label\" is none of the known values"),
      (#""domain":"film""#, #""domain":"opera""#, "\"domain\" is none of the known values"),
      (#""好看""#, "7", "\"text\" is no text"), (#""split":"test""#, #""n":1"#, "no \"split\""),
      ("{", "[", "it is no JSON"),
    ])
  func aWrongLineIsNamed(old: String, new: String, reason: String) {
    let error = #expect(throws: WrittenReviewsError.self) {
      try read(line + "\n" + line.replacing(old, with: new))
    }
    #expect(error?.line == 2)
    #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    #expect(error?.errorDescription?.contains(".jsonl:2: ") == true)
  }

  @Test func aFileWithoutReviewsIsRefused() {
    #expect(throws: WrittenReviewsError.self) { try read("\n") }
    let nowhere = URL(fileURLWithPath: "/nowhere/reviews.jsonl")
    #expect(throws: WrittenReviewsError.self) { try WrittenReviews(file: nowhere) }
  }
}

/// What the course's own written reviews hold.
@Suite struct WrittenReviewsTests {
  private let chinese: WrittenReviews
  private let english: WrittenReviews

  init() throws {
    let data = try CourseFolder.data()
    chinese = try WrittenReviews(file: data.appendingPathComponent("reviews.zh.jsonl"))
    english = try WrittenReviews(file: data.appendingPathComponent("reviews.en.jsonl"))
  }

  @Test func everyDomainHasItsSplits() {
    #expect(chinese.reviews.count == 1440)
    for domain in ReviewDomain.allCases {
      for (split, count) in [(WrittenReview.Split.train, 96), (.validation, 24), (.test, 120)] {
        let own = chinese[split].filter { $0.domain == domain }
        #expect(own.count == count, "\(domain) \(split)")
        #expect(own.filter(\.isPositive).count == count / 2, "\(domain) \(split)")
        let hard = Double(own.filter { $0.hard != nil }.count) / Double(count)
        #expect(abs(hard - 0.3) <= 0.06, "\(domain) \(split): \(hard) hard")
      }
    }
  }

  @Test func englishIsSplitInTheSameShares() {
    let count = Double(english.reviews.count)
    #expect(count >= 200)
    for (split, share) in [(WrittenReview.Split.train, 0.4), (.validation, 0.1), (.test, 0.5)] {
      let own = english[split]
      #expect(abs(Double(own.count) - share * count) <= 2)
      #expect(own.filter(\.isPositive).count * 2 == own.count)
      #expect(Set(own.map(\.domain)).count >= 5, "\(split)")
    }
  }

  @Test func lengthTellsNothingAboutTheLabel() {
    for domain in ReviewDomain.allCases {
      let own = chinese.reviews.filter { $0.domain == domain }
      for band in [1...10, 11...22, 23...200] {
        let rows = own.filter { band.contains($0.text.count) }
        let positive = Double(rows.filter(\.isPositive).count) / Double(rows.count)
        #expect(rows.count >= 30, "\(domain) \(band)")
        #expect(abs(positive - 0.5) <= 0.1, "\(domain) \(band): \(positive)")
      }
    }
    for split in WrittenReview.Split.allCases {
      let lengths = chinese[split].map(\.text.count)
      let mean = Double(lengths.reduce(0, +)) / Double(lengths.count)
      let all = chinese.reviews.map(\.text.count)
      #expect(abs(mean - Double(all.reduce(0, +)) / Double(all.count)) < 1.5, "\(split)")
    }
  }

  @Test func idsAreUniqueAndTellNothingAboutTheLabel() {
    for reviews in [chinese.reviews, english.reviews] {
      #expect(Set(reviews.map(\.id)).count == reviews.count)
      #expect(Set(reviews.map(\.text)).count == reviews.count)
      for (_, own) in Dictionary(grouping: reviews, by: { $0.id.prefix { $0 != "-" } }) {
        #expect(own.map(\.id) == own.map(\.id).sorted())
        let half = own.prefix(own.count / 2)
        let positive = Double(half.filter(\.isPositive).count) / Double(half.count)
        #expect(abs(positive - 0.5) < 0.12)
        let runs = 1 + zip(own, own.dropFirst()).count { $0.isPositive != $1.isPositive }
        #expect(abs(Double(runs) / Double(own.count) - 0.5) < 0.12)
      }
    }
  }

  @Test func halvesOfAPairAreOpposedAndStayTogether() {
    for (reviews, least) in [(chinese.reviews, 60), (english.reviews, 0)] {
      let pairs = Dictionary(grouping: reviews.filter { $0.pair != nil }, by: { $0.pair! })
      #expect(pairs.count >= least)
      for (name, halves) in pairs {
        #expect(halves.count == 2 && halves[0].isPositive != halves[1].isPositive, "\(name)")
        #expect(halves[0].split == halves[1].split, "\(name)")
        #expect(halves[0].domain == halves[1].domain, "\(name)")
      }
    }
  }

  /// The halves of a minimal pair are alike on purpose, and are left out here.
  @Test func noTwoReviewsAreNearCopies() {
    for reviews in [chinese.reviews, english.reviews] {
      let grams = reviews.map { $0.text.grams(5) }
      for i in reviews.indices {
        for j in 0..<i where reviews[i].pair == nil || reviews[i].pair != reviews[j].pair {
          guard !grams[i].isDisjoint(with: grams[j]) else { continue }
          let common = grams[i].intersection(grams[j]).count
          let jaccard = Double(common) / Double(grams[i].union(grams[j]).count)
          #expect(jaccard <= 0.4, "\(reviews[i].id) \(reviews[j].id)")
        }
      }
    }
  }

  @Test func noOpeningIsWornOut() {
    let openings = Dictionary(grouping: chinese.reviews, by: { $0.text.prefix(4) })
    for (opening, reviews) in openings { #expect(reviews.count <= 3, "\(opening)") }
  }

  @Test func noTextNamesALabel() {
    let words = ["积极", "消极", "正面", "负面", "好评", "差评", "positive", "negative"]
    for review in chinese.reviews + english.reviews {
      #expect(!words.contains { review.text.lowercased().contains($0) }, "\(review.id)")
      #expect(review.text == review.text.trimmingCharacters(in: .whitespacesAndNewlines))
      #expect(!review.text.contains { $0.isNewline })
    }
  }

  @Test func noPairOfCharactersGivesTheLabelAway() {
    var counts: [String: (rows: Int, positive: Int)] = [:]
    for review in chinese.reviews {
      for gram in review.text.grams(2) {
        counts[gram, default: (0, 0)].rows += 1
        if review.isPositive { counts[gram]!.positive += 1 }
      }
    }
    for (gram, count) in counts where count.rows > 12 {
      let larger = max(count.positive, count.rows - count.positive)
      #expect(
        Double(larger) <= 0.9 * Double(count.rows), "\(gram): \(count.positive) of \(count.rows)")
    }
  }
}

extension String {
  /// The different runs of `length` characters; the text itself where it is shorter.
  fileprivate func grams(_ length: Int) -> Set<String> {
    let characters = Array(self)
    guard characters.count > length else { return [self] }
    return Set((0...characters.count - length).map { String(characters[$0..<$0 + length]) })
  }
}

import Files
import Foundation
import Tensors
import Testing
import World

@Suite struct ReviewsTests {
  static let banks = try! CourseFolder.data().appendingPathComponent("world")
  static let reviews = try! Reviews(bankFolder: banks)

  /// All moods' phrases with bank and key.
  static let phrases: [(phrase: String, bank: String, key: String)] =
    (ReviewDomain.allCases.map(\.rawValue) + ["general", "english"]).flatMap { name in
      let bank = try! PhraseBank(named: "reviews-\(name)", in: banks)
      return bank.keys.filter { $0.hasSuffix(" +") || $0.hasSuffix(" -") }.flatMap { key in
        bank[key].map { ($0, name, key) }
      }
    }

  /// What any text may add to a review.
  static let summaries: [String] = {
    let shared = try! PhraseBank(named: "reviews-shared", in: banks)
    return ["remark +", "remark -", "summary +", "summary -"].flatMap { shared[$0] }
  }()

  // MARK: Banks

  /// A phrase that no training text may hold must not stand in what all texts share.
  @Test func summariesHoldNoPhraseThatTestsKeep() {
    for (phrase, _, _) in Self.phrases where Split(of: phrase) != .train {
      #expect(!Self.summaries.contains { $0.contains(phrase) }, "\(phrase)")
    }
  }

  @Test func banksAreLarge() {
    for domain in ReviewDomain.allCases {
      #expect(Self.phrases.filter { $0.bank == domain.rawValue }.count >= 240, "\(domain)")
    }
    #expect(Self.phrases.filter { $0.bank != "english" }.count >= 2_000)
    #expect(Self.phrases.filter { $0.bank == "english" }.count >= 60)
  }

  @Test func noPhraseStandsTwice() {
    let places = Dictionary(grouping: Self.phrases, by: \.phrase).filter { $0.value.count > 1 }
    #expect(places.isEmpty, "\(places.keys)")
  }

  @Test func noPhraseStandsInsideOneOfAnotherMoodOrSplit() {
    let all = Self.phrases.map {
      (phrase: $0.phrase, mood: $0.key.last, bytes: Array($0.phrase.utf8))
    }
    for part in all {
      for whole in all where whole.bytes.count > part.bytes.count && whole.bytes.holds(part.bytes) {
        let places = "\(part.phrase) in \(whole.phrase)"
        #expect(part.mood == whole.mood, "\(places)")
        #expect(Split(of: part.phrase) == Split(of: whole.phrase), "\(places)")
      }
    }
  }

  @Test func phrasesLeaveTheirLastMarkToTheWriter() {
    for (phrase, bank, key) in Self.phrases where bank != "english" && !key.hasPrefix("reply") {
      #expect(!"，。；、".contains(phrase.last!), "\(phrase)")
      #expect(!phrase.contains(" "), "\(phrase)")
      #expect(phrase.count <= 34, "\(phrase)")
    }
  }

  // MARK: Reviews

  @Test func theSameSeedGivesTheSameReviews() {
    let first = Self.reviews.labelled(60, .train, seed: 5)
    #expect(first == Self.reviews.labelled(60, .train, seed: 5))
    #expect(first != Self.reviews.labelled(60, .train, seed: 6))
    #expect(first == Array(Self.reviews.labelled(100, .train, seed: 5).prefix(60)))
    var left = SeededRandom(seed: 1)
    var right = SeededRandom(seed: 1)
    for _ in 0..<20 {
      #expect(
        Self.reviews.document(.train, using: &left) == Self.reviews.document(.train, using: &right))
    }
  }

  @Test(arguments: Split.allCases)
  func labelsAreBalancedAndReviewsDiffer(split: Split) {
    let reviews = Self.reviews.labelled(600, split, seed: 1)
    #expect(Set(reviews.map(\.text)).count == 600)
    for domain in ReviewDomain.allCases {
      let own = reviews.filter { $0.domain == domain }
      #expect(own.count == 100)
      #expect(own.filter(\.isPositive).count == 50)
    }
    #expect(reviews.allSatisfy { $0.split == split })
    let films = Self.reviews.labelled(30, split, seed: 1, domains: [.film])
    #expect(films.count == 30 && films.allSatisfy { $0.domain == .film })
    #expect(Self.reviews.labelled(0, split, seed: 1).isEmpty)
  }

  @Test func reviewsAreWholeShortAndUnlabelled() {
    for split in Split.allCases {
      var random = SeededRandom(seed: 11)
      for index in 0..<7_000 {
        let domain = ReviewDomain.allCases[index % 6]
        let text = Self.reviews.review(domain, positive: index % 4 < 2, split, using: &random).text
        #expect((6...130).contains(text.count), "\(text)")
        for forbidden in ["{", "}", "积极", "消极", "五星", "星好评", "，，", "。。", "\n"] {
          #expect(!text.contains(forbidden), "\(text)")
        }
      }
    }
  }

  @Test func phrasesOfOneSplitStayInIt() {
    for split in Split.allCases {
      var random = SeededRandom(seed: 21)
      var texts = Set<String>()
      for index in 0..<3_000 {
        let domain = ReviewDomain.allCases[index % 6]
        // Some people type other marks between a phrase's halves.
        texts.insert(
          Self.reviews.review(domain, positive: index % 4 < 2, split, using: &random).text
            .replacingOccurrences(of: ",", with: "，").replacingOccurrences(of: " ", with: "，"))
        texts.insert(Self.reviews.document(split, using: &random))
      }
      let all = Array(texts.joined(separator: "\n").utf8)
      for (phrase, _, _) in Self.phrases where Split(of: phrase) != split {
        // Every split says these below a review.
        if Split(of: phrase) == .train, Self.summaries.contains(where: { $0.contains(phrase) }) {
          continue
        }
        // A slot cuts a phrase; its longest run of words then stands for it.
        let runs = phrase.split(separator: /\{[a-z]+\}/)
        guard let run = runs.max(by: { $0.count < $1.count }) else { continue }
        if run.count < phrase.count, run.count < 6 { continue }
        let isFound = all.holds(Array(run.utf8))
        #expect(!isFound, "\(phrase) is not of \(split.rawValue)")
      }
    }
  }

  @Test func namesOfOneSplitStayInIt() throws {
    let film = try PhraseBank(named: "reviews-film", in: Self.banks)
    let titles = film.keys.filter { $0.hasPrefix("name") }.flatMap { film[$0] }
    var random = SeededRandom(seed: 4)
    let texts = (0..<3_000).map { _ in Self.reviews.document(.heldOut, using: &random) }
    let all = texts.joined(separator: "\n")
    for title in titles where all.contains(title) { #expect(Split(of: title) == .heldOut) }
  }

  @Test func reviewsSeldomRepeatOrBeginAlike() {
    var random = SeededRandom(seed: 31)
    let texts = (0..<5_000).map { index in
      Self.reviews.review(
        ReviewDomain.allCases[index % 6], positive: index % 4 < 2, .train, using: &random
      ).text
    }
    #expect(Double(5_000 - Set(texts).count) / 5_000 < 0.01)
    let beginnings = Dictionary(grouping: texts) { $0.prefix(6) }.mapValues(\.count)
    #expect(Double(beginnings.values.max()!) / 5_000 < 0.01)
    #expect(beginnings.count > 1_000)
  }

  @Test func someReviewsAreHardAndMostAreNot() {
    let reviews = Self.reviews.labelled(3_000, .train, seed: 2)
    let hard = Double(reviews.filter(\.isHard).count) / 3_000
    #expect((0.2...0.35).contains(hard))
  }

  @Test func englishReviewsAreEnglish() {
    for split in Split.allCases {
      var random = SeededRandom(seed: 3)
      for domain in ReviewDomain.allCases {
        for positive in [true, false] {
          for _ in 0..<20 {
            let text = Self.reviews.english(domain, positive: positive, split, using: &random).text
            #expect(text.hasSuffix(".") && text.count > 8, "\(text)")
            #expect(text.unicodeScalars.allSatisfy { $0.value < 0x250 }, "\(text)")
          }
        }
      }
    }
  }

  @Test func namesFromOutsideAreUsed() throws {
    let dishes = (0..<40).map { "试菜\($0)号" }
    let reviews = try Reviews(bankFolder: Self.banks, names: ["dining.dish/meal": dishes])
    let texts = reviews.labelled(600, .train, seed: 1, domains: [.dining]).map(\.text)
    #expect(texts.contains { $0.contains("试菜") })
    #expect(throws: ReviewsError.self) {
      try Reviews(bankFolder: Self.banks, names: ["dining.cutlery": ["勺"]])
    }
  }

  // MARK: Moods in texts

  /// Remarks, marks and summaries show a language model moods. A labelled review with one would say
  /// its label.
  @Test func onlyTextsHoldSigns() {
    let signs = ["👍", "👎", "😊", "😡", "（优点）", "（缺点）", "√", "×"]
    for split in Split.allCases {
      for review in Self.reviews.labelled(1_000, split, seed: 5) {
        #expect(!signs.contains { review.text.contains($0) }, "\(review.text)")
      }
    }
    var random = SeededRandom(seed: 9)
    let texts = (0..<2_000).map { _ in Self.reviews.document(.train, using: &random) }
    for sign in signs {
      #expect(texts.count { $0.contains(sign) } >= 40, "\(sign)")
    }
  }

  @Test func marksOfAListFitItsPhrases() throws {
    let isPraise = Dictionary(
      uniqueKeysWithValues: Self.phrases.map { ($0.phrase, $0.key.hasSuffix("+")) })
    var random = SeededRandom(seed: 10)
    var found = 0
    for _ in 0..<3_000 {
      for line in Self.reviews.document(.train, using: &random).split(separator: "\n") {
        for (mark, praises) in [("（优点）", true), ("（缺点）", false)] where line.hasSuffix(mark) {
          guard let known = isPraise[String(line.dropLast(mark.count))] else { continue }
          found += 1
          #expect(known == praises, "\(line)")
        }
      }
    }
    #expect(found > 50)
  }

  /// Texts say a few things often; labelled reviews test many things.
  @Test func textsRepeatThemselvesMoreThanLabelledReviews() {
    let short = Self.phrases.filter { $0.bank == "hotel" && Split(of: $0.phrase) == .train }
      .map(\.phrase).filter { $0.count >= 4 && !$0.contains("{") }
    func share(_ texts: [String]) -> Double {
      let counts = short.map { phrase in texts.count { $0.contains(phrase) } }.sorted(by: >)
      return Double(counts.prefix(20).reduce(0, +)) / Double(max(1, counts.reduce(0, +)))
    }
    var random = SeededRandom(seed: 12)
    let texts = (0..<4_000).map { _ in Self.reviews.document(.train, using: &random) }
    let labelled = Self.reviews.labelled(4_000, .train, seed: 3, domains: [.hotel]).map(\.text)
    #expect(share(texts) > 2 * share(labelled), "\(share(texts)) \(share(labelled))")
  }

  // MARK: Learnability

  /// Naive Bayes over the characters that occur in a review.
  struct Bayes {
    var counts: [Character: (good: Double, bad: Double)] = [:]

    init(_ reviews: [Review]) {
      for review in reviews {
        for character in Set(review.text) {
          if review.isPositive {
            counts[character, default: (0, 0)].good += 1
          } else {
            counts[character, default: (0, 0)].bad += 1
          }
        }
      }
    }

    func weight(_ character: Character) -> Double {
      guard let count = counts[character] else { return 0 }
      return log((count.good + 1) / (count.bad + 1))
    }

    func accuracy(_ reviews: [Review]) -> Double {
      let right = reviews.filter { review in
        let score = Set(review.text).reduce(0) { $0 + weight($1) }
        return (score > 0) == review.isPositive
      }
      return Double(right.count) / Double(reviews.count)
    }
  }

  @Test func charactersTellMuchButNotAll() {
    let train = Self.reviews.labelled(3_000, .train, seed: 7)
    let heldOut = Self.reviews.labelled(2_000, .heldOut, seed: 8)
    let bayes = Bayes(train)
    #expect(bayes.accuracy(train) > 0.8)
    let accuracy = bayes.accuracy(heldOut)
    #expect((0.65...0.92).contains(accuracy), "\(accuracy)")
    // No single character decides: half the reviews are of either mood, so the rule "positive where
    // it stands" is right for half of them and what it gains.
    for (character, count) in bayes.counts {
      #expect(0.5 + abs(count.good - count.bad) / Double(train.count) < 0.65, "\(character)")
    }
  }
}

extension [UInt8] {
  /// A search by bytes, since one by characters takes minutes here.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return withUnsafeBufferPointer { whole in
      part.withUnsafeBufferPointer { part in
        (0...(whole.count - part.count)).contains { start in
          whole[start] == part[0]
            && memcmp(whole.baseAddress! + start, part.baseAddress!, part.count) == 0
        }
      }
    }
  }
}

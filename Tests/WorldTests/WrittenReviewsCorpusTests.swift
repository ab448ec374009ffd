import Files
import Foundation
import Testing
import Tokenizers
import World

/// How the written reviews stand to what the base models have read.
@Suite struct WrittenReviewsCorpusTests {
  private let chinese: WrittenReviews
  private let english: WrittenReviews
  private let data: URL

  private static let documents = Array(
    sharedWorld.documents(.train, seed: 1).lazy.map(\.text).prefix(20_000))

  init() throws {
    data = try CourseFolder.data()
    chinese = try WrittenReviews(file: data.appendingPathComponent("reviews.zh.jsonl"))
    english = try WrittenReviews(file: data.appendingPathComponent("reviews.en.jsonl"))
  }

  /// The texts of all files below a folder of Data.
  private func texts(below folder: String) throws -> [String] {
    let folder = data.appendingPathComponent(folder, isDirectory: true)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
  }

  @Test func theCorpusHoldsTheCharacters() {
    var counts: [Character: Int] = [:]
    for text in Self.documents { for character in text { counts[character, default: 0] += 1 } }
    let characters = chinese[.train].flatMap(\.text)
    let known = characters.count { counts[$0, default: 0] >= 5 }
    let share = Double(known) / Double(characters.count)
    let rare = Set(characters.filter { counts[$0, default: 0] < 5 })
    #expect(share >= 0.98, "\(share), without \(rare.count): \(String(rare.sorted()))")
  }

  /// A token that is no whole character is a piece of one that the vocabulary lacks.
  @Test func theTokenizerSeldomFallsBackToBytes() throws {
    let tokenizer = try Tokenizer(folder: data.appendingPathComponent("models/nano"))
    let tokens = chinese[.train].flatMap { tokenizer.encode($0.text) }
    let pieces = tokens.count { String(validating: tokenizer.bytes($0), as: UTF8.self) == nil }
    let rate = Double(pieces) / Double(tokens.count)
    #expect(rate <= 0.02, "\(rate)")
  }

  @Test func noReviewStandsInWhatTheModelsRead() throws {
    let reviews = (chinese.reviews + english.reviews).map { Array($0.text.unicodeScalars) }
    let found = try Needles(reviews.filter { $0.count >= 8 }, start: 8)
      .found(in: texts(below: "world") + Self.documents)
    #expect(found.isEmpty, "\(found.sorted())")
  }

  @Test func noLongPhraseIsSharedWithTheProse() throws {
    let prose = try texts(below: "world/prose")
    #expect(!prose.isEmpty)
    let phrases = chinese.reviews.flatMap { review in
      let scalars = Array(review.text.unicodeScalars)
      return scalars.indices.dropLast(11).map { Array(scalars[$0..<$0 + 12]) }
    }
    let found = Needles(phrases, start: 12).found(in: prose)
    #expect(found.isEmpty, "\(found.sorted())")
  }
}

/// Many texts that are looked for at once, by how they start.
private struct Needles {
  private let byStart: [ArraySlice<Unicode.Scalar>: [[Unicode.Scalar]]]
  private let start: Int

  /// None of the texts is shorter than `start`.
  init(_ needles: [[Unicode.Scalar]], start: Int) {
    byStart = Dictionary(grouping: needles) { $0.prefix(start) }
    self.start = start
  }

  /// Those that stand in one of the texts.
  func found(in texts: [String]) -> Set<String> {
    var found: Set<String> = []
    for text in texts {
      let scalars = Array(text.unicodeScalars)
      for place in scalars.indices.dropLast(start - 1) {
        guard let needles = byStart[scalars[place..<place + start]] else { continue }
        for needle in needles where scalars[place...].starts(with: needle) {
          found.insert(String(String.UnicodeScalarView(needle)))
        }
      }
    }
    return found
  }
}

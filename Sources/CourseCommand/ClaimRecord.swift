import Foundation
import Weaving

/// A claim of the ledger with what the published report of its lesson says about it.
struct ClaimRecord {
  let entry: ClaimEntry
  /// nil as long as the lesson is not written.
  let lesson: Lesson?
  /// What decided it; nil as long as no run did.
  let finding: Claim?

  /// Chinese by English, for the names of its evidence.
  private let chinese: [String: Translation.Entry]

  /// Every claim, in the ledger's order. Throws if a lesson or its results cannot be read.
  static func all(of ledger: ClaimLedger, lessons: [Lesson]) throws -> [ClaimRecord] {
    let published = try lessons.map { lesson in
      let translation = try Translation(
        folder: lesson.folder, of: LessonSource(folder: lesson.folder))
      return (try Results.published(inLesson: lesson.folder), translation?.strings ?? [:])
    }
    return ledger.entries.map { entry in
      guard let place = lessons.firstIndex(where: { $0.number == entry.lesson }) else {
        return ClaimRecord(entry: entry, lesson: nil, finding: nil, chinese: [:])
      }
      let (results, chinese) = published[place]
      let finding = results?.claims.first { $0.id == entry.id && $0.verdict != nil }
      return ClaimRecord(
        entry: entry, lesson: lessons[place], finding: finding, chinese: chinese)
    }
  }

  /// Two digits.
  var lessonNumber: String { "\(entry.lesson / 10)\(entry.lesson % 10)" }

  func verdict(_ language: Language) -> String {
    finding?.verdict?.text(language) ?? (language == .en ? "not yet run" : "尚未运行")
  }

  /// The numbers that decided it, as the report shows them.
  func evidence(_ language: Language) -> String {
    guard let finding else { return "" }
    return finding.translated { language == .zh ? chinese[$0]?.chinese ?? $0 : $0 }.evidence
      .map { "\($0.name) = \($0.string)" }.joined(separator: language == .en ? "; " : "；")
  }
}

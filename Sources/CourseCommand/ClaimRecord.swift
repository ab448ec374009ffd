import Foundation
import Weaving

/// A claim of the ledger with what the published report of its lesson says about it.
struct ClaimRecord {
  let entry: ClaimEntry
  /// nil as long as the lesson is not written.
  let lesson: Lesson?
  /// What decided it; nil as long as no run did.
  let finding: Claim?

  /// Every claim, in the ledger's order.
  static func all(of ledger: ClaimLedger, lessons: [Lesson]) throws -> [ClaimRecord] {
    let published = try lessons.map { try Results.published(inLesson: $0.folder) }
    return ledger.entries.map { entry in
      let place = lessons.firstIndex { $0.number == entry.lesson }
      let finding = place.flatMap { published[$0] }?.claims.first { $0.id == entry.id }
      return ClaimRecord(
        entry: entry, lesson: place.map { lessons[$0] },
        finding: finding?.verdict == nil ? nil : finding)
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
    let translation = language == .zh ? lesson.flatMap(Self.translation) : nil
    return finding.translated { translation?.strings[$0]?.chinese ?? $0 }.evidence
      .map { "\($0.name) = \($0.string)" }.joined(separator: language == .en ? "; " : "；")
  }

  private static func translation(of lesson: Lesson) -> Translation? {
    guard let source = try? LessonSource(folder: lesson.folder) else { return nil }
    return try? Translation(folder: lesson.folder, of: source)
  }
}

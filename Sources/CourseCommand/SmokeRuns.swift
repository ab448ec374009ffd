import Foundation
import Weaving

/// A folder with the reports of smoke runs, which tell what the present code shows and computes.
struct SmokeRuns {
  let folder: URL

  func file(of lesson: Lesson) -> URL {
    folder.appendingPathComponent("\(lesson.name)/results.json")
  }

  /// What a lesson's last smoke run found; nil when there was none.
  func results(of lesson: Lesson) -> Results? {
    guard let data = try? Data(contentsOf: file(of: lesson)) else { return nil }
    return try? fromJSON(Results.self, data)
  }
}

import Foundation
import Notebook

/// Lets a report be the published one. The results of a smoke run by the same programs go with it:
/// they tell later whether a change of the engine moved a number.
struct Publication {
  let program: LessonProgram

  static let smokeResults = "smoke.json"

  func publish(_ report: URL) throws {
    let manager = FileManager.default
    let target = program.lesson.folder.appendingPathComponent("report", isDirectory: true)
    // What keeps the empty folder in git is no reader's file.
    try? manager.removeItem(at: target.appendingPathComponent(".gitkeep"))
    let smoke = manager.temporaryDirectory.appendingPathComponent("smoke-\(UUID())")
    defer { try? manager.removeItem(at: smoke) }
    try program.run(["--profile", "smoke", "--fresh", "--output", smoke.path])
    let published = try ReportFolder(target: target)
    func copy(_ file: URL, as name: String) throws {
      try manager.copyItem(at: file, to: published.temporary.appendingPathComponent(name))
    }
    do {
      for name in try manager.contentsOfDirectory(atPath: report.path) {
        try copy(report.appendingPathComponent(name), as: name)
      }
      try copy(smoke.appendingPathComponent("results.json"), as: Self.smokeResults)
      try published.publish()
    } catch {
      published.discard()
      throw error
    }
  }
}

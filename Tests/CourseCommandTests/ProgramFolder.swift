import Foundation
import ProgramRunning

/// A copy of `course` in a folder of its own, with programs for lessons beside it.
struct ProgramFolder {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: Program("course").url, to: folder.path("course"))
  }

  /// A lesson that is a shell script.
  func add(_ lesson: String, _ script: String) throws {
    try folder.write("#!/bin/sh\n\(script)\n", to: "lesson-\(lesson)")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path("lesson-\(lesson)").path)
  }

  func course(_ arguments: [String], root: URL) throws -> Program.Outcome {
    try Program(at: folder.path("course")).run(
      arguments, in: folder.url, environment: ["COURSE_ROOT": root.path])
  }
}

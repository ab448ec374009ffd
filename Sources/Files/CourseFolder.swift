import Foundation

/// Where the course lives on this machine: the folder that holds Package.swift and Lessons.
public enum CourseFolder {
  /// The folder named by the environment variable COURSE_ROOT, or else the nearest one above the
  /// working directory or above the running program.
  public static func root() throws -> URL {
    if let named = ProcessInfo.processInfo.environment["COURSE_ROOT"] {
      let folder = URL(fileURLWithPath: named, isDirectory: true)
      guard isRoot(folder) else { throw CourseFolderError.notACourse(folder) }
      return folder
    }
    let working = URL(
      fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
    let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").standardizedFileURL
    for start in [working, program] {
      var folder = start
      while true {
        if isRoot(folder) { return folder }
        let parent = folder.deletingLastPathComponent()
        if parent.path == folder.path { break }
        folder = parent
      }
    }
    throw CourseFolderError.notFound(working)
  }

  /// The folder of hand-written data and of checkpoints.
  public static func data() throws -> URL {
    try root().appendingPathComponent("Data", isDirectory: true)
  }

  private static func isRoot(_ folder: URL) -> Bool {
    ["Package.swift", "Lessons"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
  }
}

public enum CourseFolderError: LocalizedError {
  case notACourse(URL)
  case notFound(URL)

  public var errorDescription: String? {
    switch self {
    case .notACourse(let folder):
      "COURSE_ROOT names \(folder.path), which has no Package.swift and Lessons"
    case .notFound(let folder):
      "the course's folder was not found above \(folder.path)"
    }
  }

  public var recoverySuggestion: String? {
    "run inside a clone of the course, or set COURSE_ROOT to one"
  }
}

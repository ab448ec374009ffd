import Foundation

/// The Python that has the tests' packages: `make python-deps` makes it.
public enum Python {
  private static let path: String? = {
    let environment = ProcessInfo.processInfo.environment
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = environment["COURSE_PYTHON"] ?? root.appendingPathComponent(".venv/bin/python").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// With CI set, a missing Python is a failure and not a skip.
  public static let isWanted = path != nil || ProcessInfo.processInfo.environment["CI"] == "true"

  public static func run(_ script: String, _ arguments: String..., in folder: URL) throws
    -> Program.Outcome
  {
    guard let path else { throw MissingPython() }
    return try Program(at: URL(fileURLWithPath: path)).run(["-c", script] + arguments, in: folder)
  }

  private struct MissingPython: Error, CustomStringConvertible {
    let description = "CI is set, and there is no Python with the tests' packages"
  }
}

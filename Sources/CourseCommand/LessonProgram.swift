import Foundation

/// A lesson as a program: `swift build` makes it, and it lies beside the program that runs now.
struct LessonProgram {
  let lesson: Lesson
  let root: URL

  private var url: URL {
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return own.deletingLastPathComponent().appendingPathComponent(lesson.program)
  }

  /// Builds this lesson alone. What the build prints is shown only if it fails.
  func build() throws {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("build-\(UUID())")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let file = try FileHandle(forWritingTo: log)
    let end = try ChildProcess(
      program: URL(fileURLWithPath: "/usr/bin/env"),
      arguments: ["swift", "build", "-c", "release", "--product", lesson.program], folder: root
    ).run(output: file, errors: file)
    guard case .status(0) = end else {
      FileHandle.standardError.write((try? Data(contentsOf: log)) ?? Data())
      throw LessonFailure.build(lesson.name)
    }
  }

  /// Runs it: its errors and progress are shown, what its cells print is in the report.
  func run(_ arguments: [String]) throws {
    let end = try start(arguments, output: .nullDevice)
    guard case .status(0) = end else { throw LessonFailure.run(lesson.name, end) }
  }

  /// Checks its exercises, and shows what it says about them. Returns whether all are solved.
  func checkExercises(json: Bool) throws -> Bool {
    let end = try start(["--exercises"] + (json ? ["--json"] : []))
    switch end {
    case .status(0): return true
    case .status(1): return false
    default: throw LessonFailure.run(lesson.name, end)
    }
  }

  private func start(_ arguments: [String], output: FileHandle? = nil) throws -> ChildProcess.End {
    guard FileManager.default.isExecutableFile(atPath: url.path) else {
      throw LessonFailure.missing(lesson.name, url)
    }
    return try ChildProcess(
      program: url, arguments: arguments, environment: ["COURSE_ROOT": root.path]
    ).run(output: output)
  }
}

enum LessonFailure: LocalizedError {
  case build(String)
  case missing(String, URL)
  case run(String, ChildProcess.End)

  var errorDescription: String? {
    switch self {
    case .build(let name): "lesson \(name) does not build"
    case .missing(let name, let program):
      "lesson \(name) has no program: \(program.path) is not there"
    case .run(let name, .status(let status)): "lesson \(name) failed with status \(status)"
    case .run(let name, .signal(let signal)): "lesson \(name) was ended by signal \(signal)"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .build: "what the compiler says stands above; `make deps` installs what may be missing"
    case .missing:
      "leave --no-build out, and start this as the release build: swift run -c release course run"
    case .run: "what it says itself stands above; the reports of earlier runs are untouched"
    }
  }
}

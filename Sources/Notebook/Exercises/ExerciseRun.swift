import CLessonSupport
import Foundation

/// What a lesson's program does with `--exercises`, instead of running the lesson.
@MainActor
struct ExerciseRun {
  let lesson: String
  let options: RunOptions

  /// Runs every check in a process of its own, or the one check that is this process's, and prints
  /// what they found. Returns the status to end with: 0 when nothing failed.
  func status() throws -> Int32 {
    lesson_exercises()
    let checks = ExerciseCheck.added
    if let index = options.check {
      guard checks.indices.contains(index) else { throw OptionError.badCheck(index, checks.count) }
      return perform(checks[index])
    }
    let report = try ExerciseReport(
      lesson: lesson, checks: checks.enumerated().map { try result(of: $1, index: $0) })
    if options.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      print(report.text, terminator: "")
    }
    return report.passed ? 0 : 1
  }

  /// How a check ended, as its process tells on its standard output.
  private struct Ending: Codable {
    var unsolved = false
    var failure: String?
  }

  /// Runs a check. What the solution prints goes to standard error, where the reader sees it; the
  /// real standard output is kept for how the check ended.
  private func perform(_ check: ExerciseCheck) -> Int32 {
    let output = FileHandle(fileDescriptor: dup(STDOUT_FILENO))
    dup2(STDERR_FILENO, STDOUT_FILENO)
    lesson_buffer_lines()
    endAtTimeLimit()
    var ending = Ending()
    do { try check.body() } catch {
      ending.unsolved = error is Unsolved
      ending.failure = (error as? any LocalizedError)?.errorDescription ?? "it threw \(error)"
    }
    output.write(((try? JSONEncoder().encode(ending)) ?? Data()) + Data("\n".utf8))
    return ending.failure == nil ? 0 : 1
  }

  /// Lets an alarm end this process. The limit is the process's own, so it holds also when nobody
  /// waits for the process any more.
  private func endAtTimeLimit() {
    // A process inherits what the thread that starts it blocks or ignores.
    signal(SIGALRM, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGALRM)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    alarm(UInt32(options.timeLimit))
  }

  /// Starts this program again for one check and waits for it.
  private func result(of check: ExerciseCheck, index: Int) throws -> ExerciseReport.Check {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("check-\(UUID())")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL =
      Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["--check", "\(index)", "--time-limit", "\(options.timeLimit)"]
    // A register dump for each trap would bury what the reader has to see, and takes seconds.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    let ending =
      (try? JSONDecoder().decode(Ending.self, from: Data(contentsOf: file)))
      ?? Ending(failure: failure(of: process))
    return ExerciseReport.Check(
      exercise: check.exercise, name: check.name, hint: check.hint, unsolved: ending.unsolved,
      failure: ending.failure)
  }

  /// Why a check's process ended before its check did.
  private func failure(of process: Process) -> String {
    let status = process.terminationStatus
    guard process.terminationReason == .uncaughtSignal else {
      return "it ended the program with exit(\(status))"
    }
    return status == SIGALRM
      ? "it did not end within \(options.timeLimit) s"
      : "it crashed with signal \(status) (\(String(cString: strsignal(status))))"
        + "; an index out of range, a number that does not fit and a `!` on nil do that"
  }
}

import Files
import Foundation

/// Runs a verb's work on the run of this process; whatever goes wrong ends the process.
func inRun<Result: Sendable>(
  _ verb: String, _ body: @MainActor (LessonRun) throws -> Result
) -> Result {
  precondition(Thread.isMainThread, "\(verb) is called from the lesson's main thread")
  return MainActor.assumeIsolated {
    do { return try body(try LessonRun.running()) } catch { endProcess(with: error) }
  }
}

/// Reports an error and ends the process with status 1; the handler at exit cleans up.
func endProcess(with error: any Error) -> Never {
  if Thread.isMainThread {
    MainActor.assumeIsolated { LessonRun.current?.closeCell() }
  }
  standardError(text(of: error))
  exit(1)
}

/// What the runtime calls for an error that leaves top-level code.
@_cdecl("lesson_report_error")
func reportError(_ error: UnsafeMutableRawPointer) {
  endProcess(with: unsafeBitCast(error, to: (any Error).self))
}

/// The last thing that happens in a lesson's process.
@_cdecl("lesson_process_ends")
func lessonProcessEnds(_ status: Int32) {
  guard Thread.isMainThread else { return }
  MainActor.assumeIsolated {
    guard let run = LessonRun.current, run.isThisProcess else { return }
    guard status == 0 else { return run.abandon() }
    do { try run.finish() } catch {
      run.abandon()
      standardError(text(of: error))
      fflush(nil)
      _exit(1)
    }
  }
}

private func text(of error: any Error) -> String {
  errorReport(
    error, help: "the report of the last good run is untouched; start again once the cause is gone")
}

/// Standard error is for progress and complaints, never for results.
func standardError(_ text: String) {
  FileHandle.standardError.write(Data(text.utf8))
}

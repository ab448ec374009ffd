import Foundation
import Weaving

/// What stops a lesson as a whole.
enum LessonRunError: LocalizedError {
  case notALesson(String)
  case stale(program: String, id: String, line: Int, parsed: LessonSource.Cell?, LessonSource)
  case checksFailed([Check])

  var errorDescription: String? {
    switch self {
    case .notALesson(let program): "\(program) is not the name of a lesson's program"
    case .stale(_, let id, let line, let parsed, let lesson):
      "the program opens cell(\"\(id)\") on line \(line), but in \(lesson.file) "
        + (parsed.map { "cell(\"\($0.id)\") on line \($0.line) comes next" }
          ?? "no cell is left to open")
    case .checksFailed(let checks):
      "\(checks.count == 1 ? "a check" : "\(checks.count) checks") failed: "
        + checks.map { check in
          "\(check.text)\(check.evidence.map { ": \($0.string)" } ?? "") (cell `\(check.cell)`)"
        }.joined(separator: "; ")
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .notALesson: "a lesson's program is named lesson-NN-name, its folder Lessons/NN-name"
    case .stale(let program, _, _, _, _):
      "the program is not what the file says; build it with: swift build -c release --product"
        + " \(program)"
    case .checksFailed:
      "a check holds in every profile, so the code or the check is wrong; the earlier report stays"
    }
  }
}

import Foundation

/// Adds a check of an exercise to those that `--exercises` runs.
///
/// A lesson's Checks.swift adds them in one function, which is found by its name in C, so that
/// main.swift need not know of it:
///
///     @_cdecl("lesson_exercises")
///     func addExercises() {
///       exercise("2.1", "the last token of each text", hint: "starts[i + 1] belongs to text i + 1") {
///         try expect(try lastTokens(starts: [0, 2, 5]), equals: [1, 4])
///       }
///     }
///
/// Several checks may belong to one exercise. Each runs in a process of its own, so what it does to
/// the process, a trap or an endless loop included, touches no other.
/// - Parameters:
///   - id: the lesson's number and the exercise's, as in the exercise's documentation.
///   - name: what is checked.
///   - hint: what a reader whose solution fails this check should think about.
///   - check: throws, best by `expect`, when the solution is wrong.
public func exercise(
  _ id: String, _ name: String, hint: String, check: @escaping @Sendable () throws -> Void
) {
  precondition(Thread.isMainThread, "exercise is called from the lesson's main thread")
  MainActor.assumeIsolated {
    ExerciseCheck.added.append(ExerciseCheck(exercise: id, name: name, hint: hint, body: check))
  }
}

struct ExerciseCheck: Sendable {
  let exercise: String
  let name: String
  let hint: String
  let body: @Sendable () throws -> Void

  @MainActor static var added: [ExerciseCheck] = []
}

/// What stands in the student edition where the solution of an exercise was.
public struct Unsolved: LocalizedError, Equatable {
  /// The exercise, such as 2.1.
  public let exercise: String

  public init(_ exercise: String) { self.exercise = exercise }

  public var errorDescription: String? { "exercise \(exercise) is not solved yet" }
  public var recoverySuggestion: String? {
    "replace `throw Unsolved(\"\(exercise)\")` in Exercises.swift by your solution"
  }
}

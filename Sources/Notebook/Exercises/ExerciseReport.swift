import Foundation

/// What the checks of a lesson's exercises found.
package struct ExerciseReport: Codable, Equatable {
  package struct Check: Codable, Equatable {
    /// The exercise that it belongs to, such as 2.1.
    package let exercise: String
    package let name: String
    package let hint: String
    package let passed: Bool
    /// Whether it failed by `Unsolved`.
    package let unsolved: Bool
    /// What went wrong; nil if nothing did.
    package let failure: String?

    package init(
      exercise: String, name: String, hint: String, unsolved: Bool = false, failure: String? = nil
    ) {
      self.exercise = exercise
      self.name = name
      self.hint = hint
      passed = failure == nil
      self.unsolved = unsolved
      self.failure = failure
    }
  }

  package let lesson: String
  package let passed: Bool
  package let checks: [Check]

  package init(lesson: String, checks: [Check]) {
    self.lesson = lesson
    passed = checks.allSatisfy(\.passed)
    self.checks = checks
  }

  /// A line for each exercise and, where one fails, what fails with its hint.
  package var text: String {
    var ids: [String] = []
    for check in checks where !ids.contains(check.exercise) { ids.append(check.exercise) }
    guard !ids.isEmpty else { return "lesson \(lesson) has no exercises\n" }
    let groups = ids.map { id in checks.filter { $0.exercise == id } }
    let solved = groups.count { $0.allSatisfy(\.passed) }
    return groups.map(Self.text).joined()
      + "lesson \(lesson): \(solved) of \(groups.count) exercises solved\n"
  }

  private static func text(of checks: [Check]) -> String {
    let id = checks[0].exercise
    let failed = checks.filter { !$0.passed }
    if failed.isEmpty { return "\(id)  solved\n" }
    if checks.allSatisfy(\.unsolved) { return "\(id)  not solved yet\n" }
    let indent = "\n" + String(repeating: " ", count: id.count + 2)
    return failed.map { check in
      let failure = (check.failure ?? "").replacing("\n", with: indent)
      return "\(id)  failed: \(check.name)\(indent)\(failure)\(indent)hint: \(check.hint)\n"
    }.joined()
  }
}

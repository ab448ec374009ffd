import ArgumentParser
import Files
import Foundation

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build lessons and check the reader's solutions of their exercises.")

  @Argument(help: "Lessons, such as 5, 05 or 05-loss-mask.") var lessons: [String] = []
  @Flag(help: "Check every lesson.") var all = false
  @Flag(help: "Print one line of JSON for each lesson.") var json = false
  @Flag(inversion: .prefixedNo, help: "Build each lesson before it is checked.") var build = true

  func validate() throws {
    guard all == lessons.isEmpty else {
      throw ValidationError("name lessons, such as 05, or say --all")
    }
  }

  func run() throws {
    let root = try CourseFolder.root()
    let chosen = try all ? Lesson.all(in: root) : Lesson.named(lessons, in: root)
    var solved = true
    for lesson in chosen {
      let program = LessonProgram(lesson: lesson, root: root)
      if build { try program.build() }
      if try !program.checkExercises(json: json) { solved = false }
    }
    if !solved { throw ExitCode.failure }
  }
}

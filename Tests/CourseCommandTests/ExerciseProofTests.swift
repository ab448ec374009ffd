import Foundation
import Notebook
import ProgramRunning
import Testing
import Weaving

/// The exercises of the real lessons: students' copies fail, solutions pass, and the checks tell
/// typical wrong solutions from right ones. The student edition has no wrong solutions to test with.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: WrongSolution.folder.path)))
struct ExerciseProofTests {
  /// The lessons of a course that have exercises.
  static func lessons(in root: URL) throws -> [String] {
    let lessons = root.appendingPathComponent("Lessons")
    return try FileManager.default.contentsOfDirectory(atPath: lessons.path).sorted().filter {
      FileManager.default.fileExists(
        atPath: lessons.appendingPathComponent("\($0)/Exercises.swift").path)
    }
  }

  static func text(_ name: String, of lesson: String, in root: URL) throws -> String {
    let file = root.appendingPathComponent("Lessons/\(lesson)/\(name).swift")
    return try String(contentsOf: file, encoding: .utf8)
  }

  static func exercises(of lesson: String) throws -> ExerciseFile {
    let text = try text("Exercises", of: lesson, in: LessonCompiler.root)
    return try ExerciseFile(parsing: text, file: lesson, lesson: Int(lesson.prefix(2))!)
  }

  /// What the checks of each lesson find, and the outcome of `course check`.
  func check(_ lessons: [String], _ programs: ProgramFolder, root: URL) throws -> (
    reports: [ExerciseReport], outcome: Program.Outcome
  ) {
    let outcome = try programs.course(["check", "--no-build", "--json"] + lessons, root: root)
    let reports = try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(ExerciseReport.self, from: Data($0.utf8))
    }
    try #require(reports.map(\.lesson) == lessons, "\(outcome.errors)")
    return (reports, outcome)
  }

  @Test func inTheStudentEditionEveryExerciseIsUnsolved() throws {
    let (edition, programs) = (try TemporaryFolder(), try ProgramFolder())
    let written = try programs.course(["student", edition.url.path], root: LessonCompiler.root)
    try #require(written.status == 0, "\(written.errors)")
    let compiler = try LessonCompiler()
    let lessons = try Self.lessons(in: edition.url)
    #expect(try lessons == Self.lessons(in: LessonCompiler.root) && lessons.count >= 3)
    for lesson in lessons {
      try compiler.compile(
        lesson, exercises: Self.text("Exercises", of: lesson, in: edition.url),
        checks: Self.text("Checks", of: lesson, in: edition.url), in: programs.folder)
    }
    let (reports, outcome) = try check(lessons, programs, root: edition.url)
    #expect(outcome.status == 1)
    for (lesson, report) in zip(lessons, reports) {
      let ids = Set(try Self.exercises(of: lesson).exercises.map(\.id))
      #expect(Set(report.checks.map(\.exercise)) == ids)
      for check in report.checks {
        #expect(check.unsolved && check.failure == Unsolved(check.exercise).errorDescription)
      }
    }
    let said = try programs.course(["check", "--no-build", lessons[0]], root: edition.url)
    #expect(said.status == 1 && said.output.hasPrefix("1.1  not solved yet\n1.2  not solved yet\n"))
  }

  @Test(arguments: try lessons(in: LessonCompiler.root))
  func checksTellWrongSolutionsFromRightOnes(lesson: String) throws {
    let file = try Self.exercises(of: lesson)
    let wrong = try Dictionary(
      uniqueKeysWithValues: file.exercises.map { ($0.id, try WrongSolution.all(of: $0.id)) })
    let compiler = try LessonCompiler()
    // The first round has the right solutions, each further one a wrong one of each exercise.
    for round in 0...wrong.values.map(\.count).max()! {
      let planted = wrong.compactMapValues { round > 0 && round <= $0.count ? $0[round - 1] : nil }
      let programs = try ProgramFolder()
      let text = file.text { planted[$0.id]?.body }
      try compiler.compile(
        lesson, exercises: text,
        checks: Self.text("Checks", of: lesson, in: LessonCompiler.root), in: programs.folder)
      let report = try check([lesson], programs, root: LessonCompiler.root).reports[0]
      for id in file.exercises.map(\.id) {
        let checks = report.checks.filter { $0.exercise == id }
        #expect(!checks.isEmpty, "\(id) has no check")
        #expect(
          checks.allSatisfy(\.passed) == (planted[id] == nil),
          "\(id), \(planted[id]?.fault ?? "solved"): \(checks.compactMap(\.failure))")
      }
    }
  }

  @Test func wrongSolutionsBelongToExercises() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: WrongSolution.folder.path)
    let ids = try Self.lessons(in: LessonCompiler.root).flatMap {
      try Self.exercises(of: $0).exercises.map(\.id)
    }
    #expect(names.sorted() == ids.map { "\($0).swift" }.sorted())
  }

  @Test func aLessonWithoutExercisesSaysSo() throws {
    let outcome = try Program("course").run(
      ["check", "--no-build", "0"], in: LessonCompiler.root,
      environment: ["COURSE_ROOT": LessonCompiler.root.path])
    #expect(outcome.status == 0)
    #expect(outcome.output == "lesson 00-world-and-base has no exercises\n")
  }
}

/// The body of an exercise with one mistake.
private struct WrongSolution {
  static let folder = LessonCompiler.root.appendingPathComponent("Tests/Fixtures/wrong-solutions")

  let fault: String
  let body: [String]

  /// Those of an exercise: bodies below lines `// WRONG: …` that say what is wrong.
  static func all(of id: String) throws -> [WrongSolution] {
    let file = folder.appendingPathComponent("\(id).swift")
    let mark = "// WRONG: "
    var solutions: [WrongSolution] = []
    var (fault, body) = ("", [String]())
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") + [mark[...]] {
      if line.hasPrefix(mark) {
        if !body.isEmpty { solutions.append(WrongSolution(fault: fault, body: body)) }
        (fault, body) = (String(line.dropFirst(mark.count)), [])
      } else {
        body.append(String(line))
      }
    }
    try #require(solutions.count >= 3, "\(id) needs three wrong solutions")
    return solutions
  }
}

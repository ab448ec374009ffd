import Foundation
import ProgramRunning
import Testing

@Suite struct StudentTests {
  let made: MadeUpCourse
  let target: TemporaryFolder

  static let exercises = """
    /// Exercise 1.1: Add.
    func add(_ a: Int, _ b: Int) throws -> Int {
      // BEGIN SOLUTION
      a + b
      // END SOLUTION
    }

    """

  init() throws {
    made = try MadeUpCourse()
    target = try TemporaryFolder()
    let folder = made.folder
    try folder.write(Self.exercises, to: "Lessons/01-first/Exercises.swift")
    try folder.write("import Course\n", to: "Lessons/01-first/Checks.swift")
    try folder.write("return a - b\n", to: "Tests/Fixtures/wrong-solutions/1.1.swift")
    try folder.write(".build*/\n.cache/\n*.tmp\n.git\n", to: ".gitignore")
    try folder.write("object", to: ".build-2/deep/object")
    try folder.write("kept", to: "Data/.cache/arm")
    try folder.write("draft", to: "Data/draft.tmp")
    try folder.write("#!/bin/sh\n", to: "dev/run")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path("dev/run").path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("words").path, withDestinationPath: "Data")
  }

  func student(_ name: String = "edition") throws -> Program.Outcome {
    try made.course("student", target.path(name).path)
  }

  func git(_ arguments: String...) throws {
    let git = Program(at: URL(fileURLWithPath: "/usr/bin/env"))
    let outcome = try git.run(["git"] + arguments, in: made.folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  static let unsolved = """
    /// Exercise 1.1: Add.
    func add(_ a: Int, _ b: Int) throws -> Int {
      throw Unsolved("1.1")
    }

    """

  @Test func aFolderWithoutGitIsCopiedButForWhatIsIgnored() throws {
    let outcome = try student()
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.errors == "\(target.path("edition").path): 1 exercises to solve\n")
    #expect(try target.names() == ["edition"])
    #expect(
      try target.names(in: "edition") == [
        ".gitignore", "Data", "Lessons", "Package.swift", "dev", "words",
      ])
    #expect(try target.names(in: "edition/Data") == ["words.txt"])
    #expect(try target.text("edition/words/words.txt") == "some words")
    #expect(FileManager.default.isExecutableFile(atPath: target.path("edition/dev/run").path))
    #expect(try target.text("edition/Lessons/01-first/Exercises.swift") == Self.unsolved)
    for name in ["main.swift", "Checks.swift", "zh.md", "report/results.json"] {
      let file = "Lessons/01-first/\(name)"
      #expect(try target.text("edition/\(file)") == made.folder.text(file))
    }
  }

  @Test func ofARepositoryWhatGitTracksIsCopied() throws {
    try git("init", "-q")
    try git("add", "-A")
    try made.folder.write("mine", to: "untracked.txt")
    try made.remove("Lessons/01-first/zh.md")
    try made.edit("Lessons/01-first/Checks.swift", "import Course\n", to: "import Foundation\n")
    try target.write("", to: "edition/old")
    try FileManager.default.removeItem(at: target.path("edition/old"))
    #expect(try student().status == 0)
    #expect(
      try target.names(in: "edition") == [
        ".gitignore", "Data", "Lessons", "Package.swift", "dev", "words",
      ])
    #expect(
      try target.names(in: "edition/Lessons/01-first") == [
        "Checks.swift", "Exercises.swift", "main.swift", "report",
      ])
    #expect(try target.text("edition/Lessons/01-first/Checks.swift") == "import Foundation\n")
    #expect(try target.text("edition/Lessons/01-first/Exercises.swift") == Self.unsolved)
  }

  @Test func aBrokenRepositoryIsAnError() throws {
    try made.folder.write("gitdir: nowhere", to: ".git")
    let outcome = try student()
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.hasPrefix("error: git cannot list the course's files: "))
    #expect(try target.names().isEmpty)
  }

  @Test(arguments: [
    ("Exercises", "  // END SOLUTION\n", "", 3),
    ("Exercises", "  a + b\n", "// BEGIN SOLUTION\n", 4),
    ("Exercises", "  // BEGIN SOLUTION\n  a + b\n  // END SOLUTION\n", "  a + b\n", 3),
    ("Exercises", "/// Exercise 1.1", "/// Exercise 2.1", 1), ("Exercises", "throws ", "", 2),
    ("Checks", "import Course\n", "import Course\n\n// END SOLUTION\n", 3),
  ])
  func malformedMarkersAreErrorsAndNothingIsWritten(
    name: String, old: String, new: String, line: Int
  ) throws {
    try made.edit("Lessons/01-first/\(name).swift", old, to: new)
    let outcome = try student()
    #expect(outcome.isReportedFailure)
    #expect(
      outcome.errors.hasPrefix("error: Lessons/01-first/\(name).swift:\(line): "),
      "\(outcome.errors)"
    )
    #expect(try target.names().isEmpty)
  }

  @Test func aFolderWithSomethingInItIsNotTouched() throws {
    try target.write("mine", to: "edition/notes.txt")
    try target.write("mine", to: "file")
    for name in ["edition", "file"] {
      let outcome = try student(name)
      #expect(outcome.isReportedFailure)
      #expect(outcome.errors.contains("is there already, and is no empty folder"))
    }
    #expect(try target.names() == ["edition", "file"])
    #expect(try target.names(in: "edition") == ["notes.txt"])
  }

  @Test func whatCannotBeWrittenIsAnError() throws {
    try target.write("", to: "file")
    let outcome = try student("file/edition")
    #expect(outcome.isReportedFailure)
    #expect(outcome.errors.hasPrefix("error: the student edition cannot be written to "))
  }
}

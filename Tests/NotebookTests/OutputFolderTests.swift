import Foundation
import Testing

@Suite struct OutputFolderTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test func theOutputOptionNamesTheFolder() throws {
    let folder = fixture.root.appendingPathComponent("a/b")
    #expect(try fixture.run("", ["--output", "a/b"]).status == 0)
    #expect(
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("report.en.md").path))
    #expect(try fixture.run("", ["--output", "a/b"]).status == 0)
  }

  @Test(arguments: ["/proc/nowhere/report", "/dev/null/report"])
  func aFolderThatCannotBeWrittenIsAnErrorBeforeTheRun(folder: String) throws {
    let outcome = try fixture.run("", ["--output", folder])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("error: the report cannot be written to \(folder): "))
    #expect(outcome.errors.contains("\nhelp: name a folder that you may write in"))
  }

  @Test func aReadersFolderIsNotReplaced() throws {
    let outcome = try fixture.run("", ["--output", "Lessons"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("which holds something else"))
    #expect(FileManager.default.fileExists(atPath: fixture.lesson.path))
  }

  @Test func aFileIsNotReplaced() throws {
    let outcome = try fixture.run("", ["--output", "Package.swift"])
    #expect(outcome.errors.contains("it is a file"))
    #expect(outcome.status == 1)
  }
}

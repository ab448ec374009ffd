import ArgumentParser
import Commands
import Files
import Foundation

struct Student: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the student edition: the course without the solutions of its exercises.")

  @Argument(help: "A folder that does not exist yet, or is empty.") var folder: String

  func run() throws {
    let edition = try StudentEdition(of: CourseFolder.root())
    let target = URL(fileURLWithPath: folder, isDirectory: true)
    try edition.write(to: target)
    say("\(target.path): \(edition.exerciseCount) exercises to solve")
  }
}

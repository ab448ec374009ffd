import ArgumentParser
import Commands

/// Runs the lessons and keeps what is published true.
struct CourseProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Run the lessons, and check what is published.",
    subcommands: [
      List.self, Run.self, Verify.self, Claims.self, Check.self, Student.self, Doctor.self,
    ])
}

@main enum Main {
  static func main() { CourseProgram.runAndExit() }
}

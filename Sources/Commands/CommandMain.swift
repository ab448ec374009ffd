import ArgumentParser
import Files
import Foundation

extension ParsableCommand {
  /// Parses the command line and runs it. An error that a command throws ends the process with
  /// `error: …` and `help: …` on standard error and status 1; what ArgumentParser itself has to
  /// say, help included, is said in its own way.
  public static func runAndExit() -> Never {
    var command: any ParsableCommand
    do {
      command = try parseAsRoot()
    } catch {
      exit(withError: error)
    }
    do {
      try command.run()
    } catch {
      // A request for help is an error too, which ArgumentParser's own help command throws.
      if error is ExitCode || exitCode(for: error) != .failure { exit(withError: error) }
      let help = "see `\(Self._commandName) --help`"
      FileHandle.standardError.write(Data(errorReport(error, help: help).utf8))
      Foundation.exit(1)
    }
    Foundation.exit(0)
  }
}

/// One line on standard error, where progress goes.
public func say(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}

import ArgumentParser
import Commands

/// Works on models and texts of the reader's own.
struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune", abstract: "Look into models, tokenize, compute logits, generate, train.",
    subcommands: [Inspect.self, Tokenize.self, Logits.self, Generate.self, Train.self])
}

@main enum Main {
  static func main() { Tune.runAndExit() }
}

import ArgumentParser
import Commands

/// Works on models and texts of the reader's own.
struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract:
      "Look into models and data, tokenize, compute logits, generate, chat, train, evaluate, merge.",
    subcommands: [
      Inspect.self, Tokenize.self, Logits.self, Generate.self, Chat.self, DataCommand.self,
      Train.self, Evaluate.self, Merge.self,
    ])
}

@main enum Main {
  static func main() { Tune.runAndExit() }
}

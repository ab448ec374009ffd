import ArgumentParser
import Commands
import FineTuning
import Foundation
import Models
import Tensors
import Tokenizers

struct Chat: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Talk with a model.",
    discussion: """
      Lines that begin with a slash are commands:
      \(ChatEntry.commands)

      From a pipe or a file, each line is a question or a command, and each answer is followed by an \
      empty line; the status is 1 if a line could not be answered. With --json each answer, and each \
      line that could not be answered, is an object on a line of its own.
      """)

  @OptionGroup var model: ModelArgument
  @OptionGroup var adapter: AdapterOption
  @OptionGroup var weights: WeightsOption
  @Option(help: "What the model is told before the first question.") var system: String?
  @Option(help: ArgumentHelp(templateHelp)) var template: String?
  @Option(help: "Go on with a conversation that /save wrote.") var history: String?
  @Option(help: "Tokens of an answer at most.") var maxTokens = 256
  @Option(help: "0 always takes the most likely token.") var temperature = 0.0
  @OptionGroup var sampling: SamplingOptions
  @Flag(help: "Print an object of JSON for each answer.") var json = false

  func validate() throws {
    guard maxTokens > 0 else { throw ValidationError("--max-tokens must be positive") }
  }

  func run() throws {
    let folder = try model.folder()
    let file = history.map { URL(fileURLWithPath: $0).standardizedFileURL }
    let turns = try file.map(conversation) ?? []
    let sampling = try sampling.sampling(temperature: temperature)
    let template = try exampleTemplate(template, model: folder)
    let tokenizer = try Tokenizer(folder: folder)
    let conversation = try Conversation(
      adapter.languageModel(folder, weights: weights), template: template, tokenizer: tokenizer,
      turns: turns)
    if let system { try conversation.tell(system: system) }

    if self.template == nil, template.name == "alpaca" {
      say(
        """
        note: the model's folder has no chat template, so alpaca asks; a base model does not follow \
        instructions
        """)
    }
    if !conversation.hasTurns {
      say("note: the template \(template.name) shows the model one question at a time")
    }
    let isTerminal = isatty(STDIN_FILENO) == 1
    if isTerminal { say("template \(template.name); /help lists the commands, Ctrl-D ends") }
    let session = ChatSession(
      conversation, maxTokens: maxTokens, sampling: sampling,
      random: SeededRandom(seed: self.sampling.seed), isTerminal: isTerminal, json: json,
      file: file)
    guard try session.run() || isTerminal else { throw ExitCode.failure }
  }

  private func conversation(in file: URL) throws -> [Turn] {
    let rows = try InstructionFile(file).rows()
    guard rows.count == 1 else { throw ChatFileError.manyRows(file, rows.count) }
    return rows[0].example.turns
  }
}

import FineTuning
import Foundation

/// The template that a command line names: a built-in one, a .yaml file, or `chat`, which is what the
/// folder of the model brings along. Without a name it is the default.
func exampleTemplate(_ name: String?, model: URL?) throws -> any ExampleTemplate {
  guard let name else { return try defaultTemplate(for: model) }
  if name == "chat", let model { return try ChatTemplate(folder: model) }
  let file = URL(fileURLWithPath: name)
  if ["yaml", "yml"].contains(file.pathExtension.lowercased()) {
    return try InstructionTemplate(file: file)
  }
  return try InstructionTemplate.named(name)
}

/// What stands for a template that nobody named: the model's own chat template where its folder has
/// one, else `alpaca`. A chat template that cannot be read is an error, not a reason for `alpaca`.
func defaultTemplate(for model: URL?) throws -> any ExampleTemplate {
  guard let model else { return try InstructionTemplate.named("alpaca") }
  do throws(ChatTemplateError) {
    return try ChatTemplate(folder: model)
  } catch {
    guard error.reason == .noTemplate else { throw error }
    return try InstructionTemplate.named("alpaca")
  }
}

/// How `--template` is explained where the default is `defaultTemplate`.
let templateHelp = """
  \(InstructionTemplate.names.joined(separator: ", ")), chat (the model's own chat template), or a \
  .yaml file. By default chat where the model has one, else alpaca.
  """

import FineTuning
import Foundation

/// The template that a command line names: a built-in one, a .yaml file, or `chat`, which is what the
/// folder of the model brings along.
func exampleTemplate(_ name: String, model: URL?) throws -> any ExampleTemplate {
  if name == "chat", let model { return try ChatTemplate(folder: model) }
  let file = URL(fileURLWithPath: name)
  if ["yaml", "yml"].contains(file.pathExtension.lowercased()) {
    return try InstructionTemplate(file: file)
  }
  return try InstructionTemplate.named(name)
}

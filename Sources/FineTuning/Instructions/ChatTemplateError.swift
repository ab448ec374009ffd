import Foundation

/// A model's chat template that cannot be used, or that refuses a conversation.
public struct ChatTemplateError: LocalizedError, Equatable {
  public enum Reason: Equatable, Sendable {
    case noTemplate
    case unreadable(String)
    /// What is wrong with tokenizer_config.json.
    case malformed(String)
    /// Several templates, none of them named "default".
    case noDefault([String])
    /// What of Jinja is not followed here.
    case unsupported(String)
    case syntax(String)
    /// What went wrong while a conversation was rendered.
    case evaluation(String)
    /// The template's own words.
    case raised(String)
    case turnOrder(TurnOrderProblem)
    /// A prompt whose last turn is not the user's.
    case noQuestion
  }

  /// The file or folder; nil for a template given as text.
  public let file: URL?
  /// From 1, of the template; nil where it is not the template's text that is wrong.
  public let line: Int?
  public let reason: Reason

  init(file: URL? = nil, line: Int? = nil, _ reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  func located(in file: URL?) -> ChatTemplateError {
    ChatTemplateError(file: file, line: line, reason)
  }

  public var errorDescription: String? {
    let place = [file?.path ?? "the chat template", line.map { "the template's line \($0)" }]
    return place.compactMap { $0 }.joined(separator: ", ") + ": \(problem)"
  }

  private var problem: String {
    switch reason {
    case .noTemplate: "no chat template is there"
    case .unreadable(let words): "it cannot be read: \(words)"
    case .malformed(let words), .syntax(let words), .evaluation(let words): words
    case .noDefault(let names):
      "there are several templates, \(names.joined(separator: ", ")), and none is the default"
    case .unsupported(let construct): "\(construct) is not supported"
    case .raised(let words): "the template refuses the conversation: \(words)"
    case .turnOrder(let problem): problem.description
    case .noQuestion: "the conversation does not end with the user's turn"
    }
  }

  public var recoverySuggestion: String? {
    switch reason {
    case .noTemplate:
      "a base model has none: use a template of the course, such as chatml, or your own .yaml file"
    case .unreadable: "check the name, and that you may read the file"
    case .malformed: "compare the file with one that transformers saved"
    case .noDefault: "save the one that you want as chat_template.jinja in the model's folder"
    case .unsupported, .syntax, .evaluation:
      "write the same format as a template of your own in a .yaml file"
    case .raised: "change the conversation as the template asks"
    case .turnOrder(let problem): problem.help
    case .noQuestion: "end with what the model is asked"
    }
  }
}

import Foundation

/// A template that cannot be used, or that cannot render a row.
public struct InstructionTemplateError: LocalizedError, Equatable {
  public enum Reason: Equatable, Sendable {
    case unknownName(known: [String])
    case pattern(TemplatePatternError, field: String)
    /// So many questions in a template that asks one.
    case manyTurns(Int)
    case noSystem
    case turnOrder(TurnOrderProblem)
    /// A prompt whose last turn is not the user's.
    case noQuestion
  }

  /// The template's name.
  public let template: String
  public let reason: Reason

  init(_ template: String, _ reason: Reason) {
    self.template = template
    self.reason = reason
  }

  public var errorDescription: String? {
    switch reason {
    case .unknownName: "there is no template \"\(template)\""
    case .pattern(let problem, let field):
      "template \"\(template)\", \"\(field)\": \(problem.description)"
    case .manyTurns(let count):
      "template \"\(template)\" asks one question a row, and this conversation has \(count)"
    case .noSystem: "template \"\(template)\" has no place for a system turn"
    case .turnOrder(let problem): problem.description
    case .noQuestion: "the conversation does not end with the user's turn"
    }
  }

  public var recoverySuggestion: String? {
    switch reason {
    case .unknownName(let known):
      if let near = nearest(to: template, in: known) {
        "did you mean \(near)?"
      } else {
        "the templates are \(known.joined(separator: ", ")); a .yaml file can hold your own"
      }
    case .pattern(let problem, _): problem.help
    case .manyTurns: "use a template with turns such as chatml or roles, or split the conversation"
    case .noSystem: "use a template with a system turn such as chatml, or delete the turn"
    case .turnOrder(let problem): problem.help
    case .noQuestion: "end with what the model is asked"
    }
  }
}

/// Why turns are no conversation that can be trained on: after a system turn that may open it, user
/// and assistant take turns, and the assistant has the last word. Turns are counted from 1.
public enum TurnOrderProblem: Error, Equatable, Sendable {
  case lateSystem(turn: Int)
  case twice(Role, turn: Int)
  case assistantFirst(turn: Int)
  case noAnswer
  case userLast(turn: Int)

  public var description: String {
    switch self {
    case .lateSystem(let turn): "turn \(turn) is the system's, which may only come first"
    case .twice(let role, let turn): "turns \(turn - 1) and \(turn) are both the \(role.rawValue)'s"
    case .assistantFirst(let turn): "turn \(turn) is the assistant's, and no user has spoken"
    case .noAnswer: "there is no turn of the assistant"
    case .userLast(let turn): "the last turn, \(turn), is the user's and has no answer"
    }
  }

  public var help: String {
    switch self {
    case .lateSystem: "move the system turn to the start, or delete it"
    case .twice: "join the two turns into one, or put the missing answer or question between them"
    case .assistantFirst: "delete the turn, or put the user's turn before it"
    case .noAnswer: "add the answer, or delete the row"
    case .userLast: "add its answer, or delete the turn"
    }
  }
}

extension [Turn] {
  /// Throws where these turns are no whole conversation.
  func checkOrder() throws(TurnOrderProblem) {
    guard contains(where: { $0.role == .assistant }) else { throw .noAnswer }
    try checkPromptOrder()
    if last?.role == .user { throw .userLast(turn: count) }
  }

  /// The same for a conversation that may still wait for its last answer.
  func checkPromptOrder() throws(TurnOrderProblem) {
    for (index, turn) in enumerated() {
      let before: Role? = index == 0 ? nil : self[index - 1].role
      switch turn.role {
      case .system where index > 0: throw .lateSystem(turn: index + 1)
      case .assistant where before == nil || before == .system:
        throw .assistantFirst(turn: index + 1)
      case before where index > 0: throw .twice(turn.role, turn: index + 1)
      default: break
      }
    }
  }
}

extension Example {
  /// The same row as turns. An instruction and its input become one turn, on lines of their own; a
  /// prompt becomes a user's turn.
  public var turns: [Turn] {
    switch self {
    case .instruction(let instruction, let input, let output):
      [Turn(.user, joined(instruction, input)), Turn(.assistant, output)]
    case .completion(let prompt, let completion):
      [Turn(.user, prompt), Turn(.assistant, completion)]
    case .conversation(let turns): turns
    }
  }
}

/// An instruction and its input as one text.
func joined(_ instruction: String, _ input: String) -> String {
  if instruction.isEmpty { return input }
  return input.isEmpty ? instruction : "\(instruction)\n\(input)"
}

import Foundation

/// What cannot be said to a model.
public enum ConversationError: LocalizedError, Equatable {
  /// A special token written out in the words of a turn.
  case specialToken(String, Segment.Kind)
  /// A question that does not fit even alone; `room` tokens are kept for its answer.
  case tooLong(tokens: Int, contextLength: Int, room: Int)

  public var errorDescription: String? {
    switch self {
    case .specialToken(let token, let kind):
      "the text of the \(kind.rawValue) holds the special token \(token)"
    case .tooLong(let tokens, let contextLength, let room):
      "the question has \(tokens) tokens with the words around it, but the model looks at"
        + " \(contextLength), of which \(room) are kept for the answer"
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .specialToken: "leave it out: the template writes such tokens itself"
    case .tooLong: "ask with fewer words, or shorten the system text"
    }
  }
}

/// A model's answer in a conversation.
public struct Reply: Sendable, Equatable {
  public enum End: String, Sendable, Codable {
    /// The model said so itself, with an end token; it is not among the tokens.
    case stopToken = "stop token"
    /// A text came that only stands after an answer, such as the next question's frame.
    case stopText = "stop text"
    /// As many tokens were made as were allowed.
    case length
    /// The model can look at no more tokens.
    case contextFull = "context full"
    /// The caller had enough.
    case interrupted
  }

  /// Without a stop text and what came after it.
  public let text: String
  /// Those of a stop text included.
  public let tokens: [Int32]
  /// What the model was shown.
  public let prompt: [Int32]
  /// How many tokens of the prompt were computed; the others were known from earlier turns.
  public let computed: Int
  public let end: End
  /// How many of the oldest turns had no room in the prompt.
  public let forgotten: Int
  /// Whether the exchange is part of the conversation. An empty answer is not, nor one that spells a
  /// special token.
  public let isKept: Bool
}

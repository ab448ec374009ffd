/// Who speaks.
public enum Role: String, Sendable, Codable, CaseIterable { case system, user, assistant }

/// One message of a conversation.
public struct Turn: Sendable, Codable, Equatable {
  public var role: Role
  public var text: String

  public init(_ role: Role, _ text: String) {
    self.role = role
    self.text = text
  }
}

/// What a row of instruction data asks and answers.
public enum Example: Sendable, Equatable {
  /// Alpaca's columns; `input` is empty where the instruction stands alone.
  case instruction(String, input: String, output: String)
  case completion(prompt: String, completion: String)
  /// At least one turn of the assistant; a system turn only at the start.
  case conversation([Turn])
}

/// A piece of a rendered row: the unit that masks are made of.
public struct Segment: Sendable, Equatable {
  /// `frame`: the template's own words around the turns; `end`: the token that ends an answer.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case frame, system, user, assistant, end
  }

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

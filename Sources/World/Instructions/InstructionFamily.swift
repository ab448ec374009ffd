/// A kind of task: all its tasks are answered by the same skill, whatever words they are asked in.
public enum InstructionFamily: String, CaseIterable, Codable, Sendable {
  /// Whether a review praises or blames; what it is about; what kind of text a text is.
  case sentiment, reviewDomain, documentKind
  /// A fact about somebody; about somebody's friend, brother or sister; what nobody can know.
  case person, relation, refusal
  case translation, rewriting
  case sum, conversion, calendar
  /// Facts of a short text as JSON; a question about a short text.
  case extraction, reading
  case counting, ordering, comparison, reversal
  /// The missing part of a set phrase; the word for a meaning; the opposite of a word.
  case completion, naming, opposite
  /// The first, second or last of a list; the one that does not belong.
  case position, oddOne

  /// Families that no training mixture contains. Their answers stand in the task, as those of
  /// ordering and comparison do, so that a model can follow them without having met the family.
  public static let heldOut: Set<InstructionFamily> = [.position, .oddOne]

  /// Whether the text that a task asks about is a review.
  public var asksAboutReviews: Bool { self == .sentiment || self == .reviewDomain }
}

/// What became of an instruction that a model was to follow, as far as a rule can tell.
public enum AnswerOutcome: String, Sendable, Codable, CaseIterable {
  /// Holds enough of the accepted words, and is none of the following.
  case onTask
  /// At least half of the answer's pieces of four characters stand in the instruction.
  case echo
  /// No letter and no digit.
  case empty
  /// Fewer than half of its pieces of four characters are different.
  case loop
  case other

  /// - Parameters:
  ///   - accepted: words of which a good answer holds at least `needed` different ones.
  public init(
    answer: String, instruction: String, accepted: [String], needed: Int = 1
  ) {
    let pieces = Self.pieces(of: answer)
    let words = Self.letters(of: instruction)
    let echoed = pieces.filter(words.contains).count
    if pieces.isEmpty {
      self = .empty
    } else if Set(pieces).count * 2 < pieces.count {
      self = .loop
    } else if echoed * 2 >= pieces.count {
      self = .echo
    } else if accepted.filter(answer.lowercased().contains).count >= needed {
      self = .onTask
    } else {
      self = .other
    }
  }

  /// All runs of four letters or digits; a shorter text is one piece.
  private static func pieces(of text: String) -> [String] {
    let letters = Array(letters(of: text))
    guard letters.count > 4 else { return letters.isEmpty ? [] : [String(letters)] }
    return (0...letters.count - 4).map { String(letters[$0..<$0 + 4]) }
  }

  /// Marks and spaces say little about what was repeated.
  private static func letters(of text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// Which tokens of a row the loss counts, and how much.
///
/// A mask is made of segments, never by looking for tokens.
public struct LossMask: Sendable, Codable, Equatable {
  /// Which answers of a conversation count as answers; the others are part of the prompt.
  public enum Turns: String, Sendable, Codable, CaseIterable { case all, last }

  /// What a token outside the answers weighs; 0 leaves it out.
  public var promptWeight: Float
  /// What a token of an answer weighs, the end token included.
  public var answerWeight: Float
  /// Without it the model is never taught to stop.
  public var endCounts: Bool
  public var turns: Turns

  /// Weights are finite and not negative.
  public init(
    promptWeight: Float = 0, answerWeight: Float = 1, endCounts: Bool = true, turns: Turns = .all
  ) {
    precondition(
      [promptWeight, answerWeight].allSatisfy { $0 >= 0 && $0.isFinite },
      "tokens cannot weigh \(promptWeight) and \(answerWeight)")
    self.promptWeight = promptWeight
    self.answerWeight = answerWeight
    self.endCounts = endCounts
    self.turns = turns
  }

  /// Answers and the tokens that end them.
  public static let answers = LossMask()
  /// Every token, as in pre-training.
  public static let everything = LossMask(promptWeight: 1)

  public static func weighted(prompt: Float, answer: Float) -> LossMask {
    LossMask(promptWeight: prompt, answerWeight: answer)
  }

  /// What the tokens of each segment weigh.
  func weights(of kinds: [Segment.Kind], bug: MaskBug?) -> [Float] {
    let firstAnswer = turns == .last ? kinds.lastIndex(of: .assistant) ?? kinds.count : 0
    return kinds.indices.map { place in
      switch kinds[place] {
      case .end where !endCounts: 0
      case .assistant, .end: place >= firstAnswer ? answerWeight : promptWeight
      case .frame where bug == .roleCounted && kinds[(place + 1)...].first == .assistant:
        place + 1 >= firstAnswer ? answerWeight : promptWeight
      case .frame, .system, .user: promptWeight
      }
    }
  }
}

/// Mistakes that people make with masks, to be planted and looked at. Each leaves a loss that falls
/// and a model that is worse.
public enum MaskBug: String, Sendable, Codable, CaseIterable {
  /// Labels are shifted when they are made, and the loss shifts them again: every token learns to
  /// predict the one after the next.
  case offByOne
  /// The end token also pads, and every label that is the pad is ignored, the end of the answer
  /// with it: the model never learns to stop.
  case endIgnored
  /// Rows are padded to one length and the padding keeps its labels: the mean loss is mostly that
  /// of pads, which are easily learned.
  case paddingCounted
  /// The mask begins where the words that announce the answer begin, and not where they end: the
  /// model learns to write them itself.
  case roleCounted
}

/// A number with what it means, for a table and its legend.
public struct Figure: Sendable, Codable, Equatable {
  /// What it is a figure of: diversity, completeness, concision, consistency or difficulty.
  public let aspect: String
  public let name: String
  public let value: Double
  public let definition: String
}

extension Scorecard {
  public var figures: [Figure] {
    [
      Figure(
        aspect: "diversity", name: "distinct first words", value: Double(distinctFirstWords),
        definition: "different first words of questions; in Chinese, first two characters"),
      Figure(
        aspect: "diversity", name: "distinct 4-grams of questions", value: distinctQuestionGrams,
        definition: "different runs of four words or Chinese characters, as a share of all; it"
          + " falls as data grows, so compare files of one size"),
      Figure(
        aspect: "diversity", name: "distinct 4-grams of answers", value: distinctAnswerGrams,
        definition: "the same of the answers"),
      Figure(
        aspect: "completeness", name: "answers that end", value: endedAnswers,
        definition: "the share that ends in a mark that closes a sentence, a bracket, a quotation"
          + " or code, has eight words or characters at most, or ends in an item of a list; a"
          + " comma, a colon, a dash, an opening bracket or an open block of code counts as cut off"
      ),
      Figure(
        aspect: "concision", name: "answer per question", value: answerPerQuestion,
        definition: "the median of the answer's length by the question's, in words or Chinese"
          + " characters"),
      Figure(
        aspect: "concision", name: "repetition", value: repetition,
        definition: "the mean share of an answer's 4-grams that stand earlier in the same answer;"
          + " answers of fewer than four words or characters are left out"),
      Figure(
        aspect: "concision", name: "repetitive answers", value: repetitiveAnswers,
        definition: "the share of those answers of which more than half is repeated so"),
      Figure(
        aspect: "consistency", name: "repeated questions", value: Double(repeatedQuestions),
        definition: "questions, inputs and earlier turns included, of more than one row; width,"
          + " white space around and one final mark aside"),
      Figure(
        aspect: "consistency", name: "conflicting questions", value: Double(conflictingQuestions),
        definition: "of those, questions with different answers"),
    ]
  }
}

extension Difficulty {
  public var figures: [Figure] {
    [
      Figure(
        aspect: "difficulty", name: "answer's loss", value: loss,
        definition: "the mean over the rows of the mean loss of the last answer's tokens after the"
          + " prompt, from the second on, in nats"),
      Figure(
        aspect: "difficulty", name: "loss without the prompt", value: lossAlone,
        definition: "the same tokens after the answer's first one alone"),
      Figure(
        aspect: "difficulty", name: "ratio", value: ratio,
        definition: "the mean over the rows of the one by the other; near 1, the question hardly"
          + " helps the model"),
      Figure(
        aspect: "difficulty", name: "unhelped answers", value: unhelped,
        definition: "the share of rows with a ratio of 1 or more"),
    ]
  }
}

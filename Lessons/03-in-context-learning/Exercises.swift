import Course

/// Exercise 3.1: Give the loss of a language model on one row of tokens.
///
/// `logits[t]` is what the model says after it has read the tokens up to and with `ids[t]`. The loss
/// is the mean of −log p over all predictions that can be compared with a token of the row, which
/// has at least two.
///
/// Hint: which token does `logits[0]` predict, and which does the last row of logits?
/// Hint: `softmax` of one row is there already.
func shiftedLoss(ids: [Int], logits: [[Float]]) throws -> Double {
  // BEGIN SOLUTION
  let losses = zip(logits, ids.dropFirst()).map { row, next in -log(softmax(row)[next]) }
  return losses.reduce(0, +) / Double(losses.count)
  // END SOLUTION
}

/// Exercise 3.2: Calibrate the probabilities of options by what the model says to an empty input.
///
/// A prompt makes some options likelier before any input is read. `input` and `empty` have the log
/// of each option's probability, with the input and with an empty one in its place. Divide the first
/// probability by the second for each option, and let the results sum to 1.
///
/// Hint: a quotient of probabilities is a difference of their logs.
/// Hint: options are whole words and can be so unlikely that e to their log is 0.
func calibrateOptions(input: [Double], empty: [Double]) throws -> [Double] {
  // BEGIN SOLUTION
  let gains = zip(input, empty).map { $0 - $1 }
  let top = gains.max() ?? 0
  let weights = gains.map { exp($0 - top) }
  let sum = weights.reduce(0, +)
  return weights.map { $0 / sum }
  // END SOLUTION
}

/// Exercise 3.3: Give the echo rate of an answer: the share of its 4-grams that stand in the prompt.
///
/// A 4-gram is four characters in a row, of whatever kind; one that the answer has twice counts
/// twice. An answer of fewer than four characters has none, and its echo rate is 0.
///
/// Hint: an answer of n characters has n − 3.
/// Hint: a Swift Character is what a reader takes for one, Chinese or not: `Array(answer)`.
func echoRate(of answer: String, prompt: String) throws -> Double {
  // BEGIN SOLUTION
  func grams(_ text: String) -> [String] {
    let characters = Array(text)
    return (0..<max(0, characters.count - 3)).map { String(characters[$0..<$0 + 4]) }
  }
  let asked = Set(grams(prompt))
  let answered = grams(answer)
  guard !answered.isEmpty else { return 0 }
  return Double(answered.filter(asked.contains).count) / Double(answered.count)
  // END SOLUTION
}

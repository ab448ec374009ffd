import Course

/// Exercise 7.1: Give the accuracy of a model that picks the likeliest of several answers.
///
/// `scores[row][option]` are the ln p of an option's tokens, one after the other; options may
/// differ in length. A row's answer is the option that is likeliest as a whole. `labels[row]` is the
/// right option. Where several options are equally likely and likeliest, the model is taken to toss
/// among them: a row with k of them, the right one included, counts 1/k.
///
/// Hint: the probability of an answer is the product over its tokens.
/// Hint: whoever takes the first of equal options rewards the class that happens to stand first.
func optionAccuracy(scores: [[[Double]]], labels: [Int]) throws -> Double {
  // BEGIN SOLUTION
  let shares = zip(scores, labels).map { options, label -> Double in
    let sums = options.map { $0.reduce(0, +) }
    let top = sums.max()!
    return sums[label] == top ? 1 / Double(sums.filter { $0 == top }.count) : 0
  }
  return shares.reduce(0, +) / Double(shares.count)
  // END SOLUTION
}

/// Exercise 7.2: Give a difference of differences and its standard error.
///
/// Four arms have answered the same test rows; a hit is 1 and a miss 0. The mean is that of chat
/// minus base as an instruction, less chat minus base with a head, over the rows. Its standard error
/// is the standard deviation of the rows' own values, with n − 1 below, over the root of n.
///
/// Hint: make one number of each row first.
/// Hint: the four variances do not add up here, because all arms find the same rows hard.
func differenceOfDifferences(
  instruction: (chat: [Double], base: [Double]), head: (chat: [Double], base: [Double])
) throws -> (mean: Double, standardError: Double) {
  // BEGIN SOLUTION
  let rows = instruction.chat.indices.map { row in
    (instruction.chat[row] - instruction.base[row]) - (head.chat[row] - head.base[row])
  }
  let count = Double(rows.count)
  let mean = rows.reduce(0, +) / count
  let variance = rows.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)
  return (mean, (variance / count).squareRoot())
  // END SOLUTION
}

/// Exercise 7.3: Read labels from a line of JSON, strictly.
///
/// `allowed` has the keys, and for each of them the labels that exist. The answer counts if it is
/// one JSON object with exactly these keys, each with a string that is one of its labels. White space
/// that JSON allows is fine. Anything else gives nil: text before or behind, a missing key, one too
/// many, a label that does not exist, a value that is no string.
///
/// Hint: `JSONDecoder` decodes a `[String: String]`, and throws for what is none.
/// Hint: a dictionary that has been decoded may still have too few keys, or too many.
func readLabels(_ answer: String, allowed: [String: [String]]) throws -> [String: String]? {
  // BEGIN SOLUTION
  let decoded = try? JSONDecoder().decode([String: String].self, from: Data(answer.utf8))
  guard let decoded, decoded.count == allowed.count else { return nil }
  let isAllowed = decoded.allSatisfy { key, label in allowed[key]?.contains(label) ?? false }
  return isAllowed ? decoded : nil
  // END SOLUTION
}

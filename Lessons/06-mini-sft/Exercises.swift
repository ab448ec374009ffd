import Course

/// Exercise 6.1: Say whether an answer is what was expected, white space and one final mark aside.
///
/// White space at both ends of either text does not count. Nor does one mark that ends a sentence
/// (`.`, `!`, `?`, `。`, `！` or `？`) at the end of either, with the white space before it. Everything
/// else must be the same to the letter.
///
/// Hint: `trimmingCharacters(in: .whitespacesAndNewlines)` takes off the white space at both ends.
/// Hint: two marks are one too many.
func isExactMatch(_ answer: String, _ expected: String) throws -> Bool {
  // BEGIN SOLUTION
  func bare(_ text: String) -> String {
    var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if let last = text.last, ".!?。！？".contains(last) { text.removeLast() }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
  return bare(answer) == bare(expected)
  // END SOLUTION
}

/// Exercise 6.2: Draw the families of a mixture by their shares.
///
/// A family's probability is its share over the sum of all, which need not be 1. Each of `draws`, from
/// 0 up to but not 1, decides one family: lay the families end to end on a line from 0 to 1, each as
/// long as its probability, in their order, and take the one in which the draw falls. A border belongs
/// to the family that begins there.
///
/// Hint: multiply the draw by the sum of the shares, and take off share after share until it is inside.
func drawFamilies(shares: [Double], draws: [Double]) throws -> [Int] {
  // BEGIN SOLUTION
  let whole = shares.reduce(0, +)
  return draws.map { draw in
    var rest = draw * whole
    for (family, share) in shares.enumerated() {
      if rest < share { return family }
      rest -= share
    }
    return shares.count - 1
  }
  // END SOLUTION
}

/// Exercise 6.3: Give forgetting in nats with its 95 % interval.
///
/// `before` and `after` are the mean losses of the same windows of text under two models. Forgetting is
/// the mean of the differences, after minus before. Its interval is the mean ± 1.96 standard errors of
/// the differences: the standard deviation (with n − 1) over √n. There are at least two windows.
///
/// Hint: take the differences first. Windows are hard or easy for both models alike, and that part
/// cancels within a pair.
func forgetting(
  before: [Double], after: [Double]
) throws -> (mean: Double, low: Double, high: Double) {
  // BEGIN SOLUTION
  let differences = zip(after, before).map { $0 - $1 }
  let count = Double(differences.count)
  let mean = differences.reduce(0, +) / count
  let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  let error = (squares / (count - 1) / count).squareRoot()
  return (mean, mean - 1.96 * error, mean + 1.96 * error)
  // END SOLUTION
}

import Course

/// Exercise 2.1: Pool the hidden states of packed texts in two ways: the last token's state, and the
/// mean over a text's tokens.
///
/// `states` is [tokens, width], one token's numbers after the other's. Text i has the tokens
/// `starts[i]..<starts[i + 1]`, so `starts` has one entry more than there are texts, and its last is
/// the number of tokens. Every text has at least one token. Both results have a row for each text.
///
/// Hint: the numbers of token t are `states[t * width..<(t + 1) * width]`.
/// Hint: nothing is padded, so there is nothing to leave out of the mean.
func poolStates(
  _ states: [Double], starts: [Int], width: Int
) throws -> (last: [[Double]], mean: [[Double]]) {
  // BEGIN SOLUTION
  let tokens = (0..<starts.last!).map { Array(states[$0 * width..<($0 + 1) * width]) }
  let texts = zip(starts, starts.dropFirst()).map { tokens[$0..<$1] }
  let means = texts.map { text in
    (0..<width).map { column in text.reduce(0) { $0 + $1[column] } / Double(text.count) }
  }
  return (texts.map { $0.last! }, means)
  // END SOLUTION
}

/// Exercise 2.2: Give the gradient of the softmax cross-entropy with respect to the logits.
///
/// `logits` has a row for each text and a column for each class, `labels` the right class of each
/// text. The loss is −log p of the right class, averaged over the texts.
///
/// Hint: write the loss of one text as log Σ eˣ − x of its label, and differentiate each part.
/// Hint: `softmax` of one row is there already.
func lossGradient(logits: [[Float]], labels: [Int]) throws -> [[Double]] {
  // BEGIN SOLUTION
  zip(logits, labels).map { row, label in
    softmax(row).enumerated().map { column, probability in
      (probability - (column == label ? 1 : 0)) / Double(logits.count)
    }
  }
  // END SOLUTION
}

/// Exercise 2.3: Give the expected calibration error of a classifier.
///
/// `confidences` are the probabilities that it gave to its answers, `hits` says which answers were
/// right. Cut 0 to 1 into `bins` of equal width; a confidence of 1 belongs to the last. The error is
/// the distance between mean confidence and accuracy within each bin, averaged over the answers, so
/// that a bin counts by its share of them.
///
/// Hint: a bin that nobody falls into has no mean, and counts for nothing.
func calibrationError(confidences: [Double], hits: [Bool], bins: Int) throws -> Double {
  // BEGIN SOLUTION
  var gaps = Array(repeating: 0.0, count: bins)
  for (confidence, isRight) in zip(confidences, hits) {
    let bin = min(Int(confidence * Double(bins)), bins - 1)
    gaps[bin] += confidence - (isRight ? 1 : 0)
  }
  return gaps.reduce(0) { $0 + abs($1) } / Double(confidences.count)
  // END SOLUTION
}

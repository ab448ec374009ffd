import Course

/// Exercise 5.1: Make the labels of a row from its segments.
///
/// Each segment is of one kind and has its tokens; one after the other they are the row. A label
/// stands at the place of its token. It is the token itself where an answer is taught, its end
/// included, and −100 everywhere else.
///
/// Hint: a row may hold several answers, and all of them count.
/// Hint: the same token may stand in a question and in an answer; look at the kind, not at the token.
func labels(of segments: [(kind: Segment.Kind, tokens: [Int])]) throws -> [Int] {
  // BEGIN SOLUTION
  segments.flatMap { segment in
    segment.kind == .assistant || segment.kind == .end
      ? segment.tokens : segment.tokens.map { _ in -100 }
  }
  // END SOLUTION
}

/// Exercise 5.2: Give the mean loss of a row over the labels that count.
///
/// `logits[t]` is what the model says after it has read the tokens up to and with place t. Labels stand
/// at the places of their tokens, as exercise 5.1 makes them: −100 does not count. The loss is the mean
/// of −log p over the labels that count and that something predicts, at least one of them.
///
/// Hint: which place predicts the label at place 3?
/// Hint: `softmax` of one row is there already.
func maskedLoss(logits: [[Float]], labels: [Int]) throws -> Double {
  // BEGIN SOLUTION
  let losses = zip(logits, labels.dropFirst()).compactMap { row, label in
    label == -100 ? nil : -log(softmax(row)[label])
  }
  return losses.reduce(0, +) / Double(losses.count)
  // END SOLUTION
}

/// Exercise 5.3: Cut a row to `length` tokens without losing its answer.
///
/// Cutting at the end is what most programs do. Where the prompt is long, no label is left, and the
/// mean over no labels is not a number. Give the places to keep, `length` of them in a row that is
/// longer, all in one that is not. Cut from the front of the prompt as much as is needed, but leave the
/// token that predicts the first label; if that is not enough, cut the rest at the end.
///
/// Hint: at place p the first label is not −100; place p − 1 predicts it.
/// Hint: a row without any label is cut at its end.
func placesToKeep(labels: [Int], length: Int) throws -> Range<Int> {
  // BEGIN SOLUTION
  guard labels.count > length else { return 0..<labels.count }
  let answer = labels.firstIndex { $0 != -100 } ?? 0
  let first = max(0, min(labels.count - length, answer - 1))
  return first..<first + length
  // END SOLUTION
}

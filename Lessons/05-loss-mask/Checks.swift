import Course

@_cdecl("lesson_exercises")
func addExercises() {
  exercise(
    "5.1", "the answer and its end count, nothing else",
    hint: "the end token belongs to what is taught: without it the model never stops"
  ) {
    let row: [(kind: Segment.Kind, tokens: [Int])] = [
      (.frame, [1]), (.user, [2, 3]), (.frame, [4, 5]), (.assistant, [6, 7]), (.end, [0]),
    ]
    try expect(labels(of: row), equals: [-100, -100, -100, -100, -100, 6, 7, 0])
  }

  exercise(
    "5.1", "every answer of a conversation counts",
    hint: "do not stop at the first answer, and do not wait for the last"
  ) {
    let row: [(kind: Segment.Kind, tokens: [Int])] = [
      (.system, [9]), (.user, [1]), (.assistant, [2]), (.end, [0]), (.user, [3]),
      (.assistant, [4, 5]), (.end, [0]),
    ]
    try expect(labels(of: row), equals: [-100, -100, 2, 0, -100, 4, 5, 0])
  }

  exercise(
    "5.1", "the same token in a question and in an answer",
    hint: "a question may hold the answer's tokens, even the end token: only the kind tells"
  ) {
    let row: [(kind: Segment.Kind, tokens: [Int])] = [
      (.user, [6, 0, 7]), (.assistant, [7, 6]), (.end, [0]),
    ]
    try expect(labels(of: row), equals: [-100, -100, -100, 7, 6, 0])
  }

  // What a model may say after each of four tokens; the probabilities are 1/6, 2/6, 3/6 and so on.
  let (zero, two, three) = (Float(0), Float(log(2.0)), Float(log(3.0)))
  let logits = [
    [zero, two, three], [three, zero, two], [two, three, zero], [zero, zero, zero],
  ]

  exercise(
    "5.2", "each label is predicted from the place before it",
    hint: "labels stand at their own places; move them by one here, and only here"
  ) {
    try expect(
      maskedLoss(logits: logits, labels: [-100, -100, 0, -100]), near: log(2.0), "one label")
    try expect(
      maskedLoss(logits: logits, labels: [-100, 0, -100, 1]), near: log(12.0) / 2, "two labels")
  }

  exercise(
    "5.2", "the mean is over the labels that count",
    hint: "what is ignored is in neither the sum nor the number that it is divided by"
  ) {
    try expect(maskedLoss(logits: logits, labels: [-100, -100, -100, 2]), near: log(6.0))
  }

  exercise(
    "5.2", "nothing predicts the first label",
    hint: "a label at place 0 has no place before it, and counts for nothing"
  ) {
    try expect(maskedLoss(logits: logits, labels: [2, 2, -100, -100]), near: log(2.0))
  }

  exercise(
    "5.3", "a long prompt loses its front",
    hint: "keep the row's last tokens, so that the answer stays whole"
  ) {
    let row = [-100, -100, -100, -100, -100, -100, 7, 8, 0]
    try expect(placesToKeep(labels: row, length: 5), equals: 4..<9)
  }

  exercise("5.3", "a row that fits is kept", hint: "there is nothing to cut") {
    try expect(placesToKeep(labels: [-100, 5, 0], length: 3), equals: 0..<3, "just so")
    try expect(placesToKeep(labels: [-100, 5, 0], length: 8), equals: 0..<3, "with room")
  }

  exercise(
    "5.3", "the token that predicts the first label stays",
    hint: "where the answer alone is too long, begin one place before it and cut its end"
  ) {
    let row = [-100, -100, -100, 4, 5, 6, 7, 0]
    try expect(placesToKeep(labels: row, length: 5), equals: 2..<7, "answer as long as the room")
    try expect(placesToKeep(labels: row, length: 3), equals: 2..<5, "a longer one")
  }

  exercise("5.3", "a row that begins with its answer", hint: "no place lies before place 0") {
    try expect(placesToKeep(labels: [4, 5, 6, 0], length: 2), equals: 0..<2)
    try expect(placesToKeep(labels: [-100, -100, -100], length: 2), equals: 0..<2, "without one")
  }
}

import Course

@_cdecl("lesson_exercises")
func addExercises() {
  // Three texts of 2, 1 and 3 tokens, two numbers a token.
  let states: [Double] = [1, 10, 3, 30, 7, 70, 2, 20, 6, 60, 4, 50]
  let starts = [0, 2, 3, 6]

  exercise(
    "2.1", "the state of each text's last token",
    hint: "starts[i + 1] is where the next text begins, one token too far"
  ) {
    let last = try poolStates(states, starts: starts, width: 2).last
    try expect(last, near: [[3, 30], [7, 70], [4, 50]])
  }

  exercise(
    "2.1", "the mean over each text's tokens",
    hint: "divide by the number of the text's own tokens, each of its columns by itself"
  ) {
    let mean = try poolStates(states, starts: starts, width: 2).mean
    try expect(mean, near: [[2, 20], [7, 70], [4, 130.0 / 3]])
  }

  exercise(
    "2.1", "the same tokens with other borders", hint: "nothing but starts says where a text ends"
  ) {
    let pooled = try poolStates(states, starts: [0, 1, 4], width: 3)
    try expect(pooled.last, near: [[1, 10, 3], [60, 4, 50]], "last")
    try expect(pooled.mean, near: [[1, 10, 3], [92.0 / 3, 31.0 / 3, 42]], "mean")
  }

  exercise(
    "2.2", "one text, two classes",
    hint: "the gradient is the probability, less 1 at the label: it pulls the right logit up"
  ) {
    let gradient = try lossGradient(logits: [[0, Float(log(3.0))]], labels: [0])
    try expect(gradient, near: [[-0.75, 0.75]])
  }

  exercise(
    "2.2", "the loss is a mean over texts", hint: "each text has its share of the mean, 1 / texts"
  ) {
    let row: [Float] = [0, 0, Float(log(2.0))]
    let gradient = try lossGradient(logits: [row, row], labels: [2, 0])
    try expect(gradient, near: [[0.125, 0.125, -0.25], [-0.375, 0.125, 0.25]])
  }

  exercise(
    "2.2", "large logits do not overflow",
    hint: "only differences of logits count: take the largest off before eˣ, as softmax does"
  ) {
    try expect(lossGradient(logits: [[1000, 1000]], labels: [1]), near: [[0.5, -0.5]])
  }

  exercise(
    "2.3", "bins count by their share of the answers",
    hint: "three answers in one bin and one in another: average over answers, not over bins"
  ) {
    let error = try calibrationError(
      confidences: [0.95, 0.95, 0.95, 0.65], hits: [true, true, false, true], bins: 10)
    try expect(error, near: 0.3)
  }

  exercise(
    "2.3", "a bin is too sure, another not sure enough",
    hint: "take the distance within each bin before adding up, or the signs cancel"
  ) {
    let error = try calibrationError(
      confidences: [0.75, 0.75, 0.25, 0.25], hits: [true, true, false, false], bins: 2)
    try expect(error, near: 0.25)
  }

  exercise(
    "2.3", "within a bin only means count",
    hint: "an answer alone is right or wrong; the distance is between two means of a bin"
  ) {
    let error = try calibrationError(
      confidences: [0.5, 0.5, 0.5, 0.5], hits: [true, false, true, false], bins: 5)
    try expect(error, near: 0)
  }

  exercise(
    "2.3", "a confidence of 1 has a bin", hint: "1 · bins is one more than the last bin's number"
  ) {
    try expect(calibrationError(confidences: [1, 1], hits: [true, false], bins: 10), near: 0.5)
  }
}

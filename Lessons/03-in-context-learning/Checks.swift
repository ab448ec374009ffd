import Course

@_cdecl("lesson_exercises")
func addExercises() {
  // What a model may say after each of three tokens; the probabilities are 1/6, 2/6, 3/6 and so on.
  let (zero, two, three) = (Float(0), Float(log(2.0)), Float(log(3.0)))
  let logits = [[zero, two, three], [three, zero, two], [two, three, zero]]

  exercise(
    "3.1", "each row of logits meets the token that follows",
    hint: "logits[0] predicts ids[1]; the last row predicts a token that is not there"
  ) {
    try expect(shiftedLoss(ids: [0, 1, 2], logits: logits), near: log(3.0), "ids 0, 1, 2")
    try expect(
      shiftedLoss(ids: [2, 2, 0], logits: logits), near: log(2.0), "ids 2, 2, 0")
  }

  exercise(
    "3.1", "the loss is a mean over predictions", hint: "a row of T tokens has T − 1 predictions"
  ) {
    try expect(shiftedLoss(ids: [2, 0], logits: Array(logits[..<2])), near: log(6.0), "two tokens")
    let same = Array(repeating: logits[0], count: 4)
    try expect(shiftedLoss(ids: [0, 2, 2, 1], logits: same), near: log(12.0) / 3, "four tokens")
  }

  exercise(
    "3.1", "a constant on all logits changes nothing",
    hint: "a logit is no log-probability until log Σ eˣ of its row is taken off"
  ) {
    let raised = logits.map { row in row.map { $0 + 7 } }
    try expect(shiftedLoss(ids: [0, 1, 2], logits: raised), near: log(3.0))
  }

  exercise(
    "3.2", "what the prompt alone prefers is taken off",
    hint: "divide by the empty input's probability, do not multiply by it"
  ) {
    let (p, q) = ([0.6, 0.2], [0.3, 0.1])
    try expect(
      calibrateOptions(input: p.map { log($0) }, empty: q.map { log($0) }), near: [0.5, 0.5],
      "an option three times as likely with and without the input")
    try expect(
      calibrateOptions(input: [log(0.5), log(0.25)], empty: [log(0.5), log(0.125)]),
      near: [1.0 / 3, 2.0 / 3], "an option that the input makes twice as likely")
  }

  exercise(
    "3.2", "probabilities sum to 1", hint: "divide by the sum over the options at the end"
  ) {
    let p = try calibrateOptions(input: [-1, -2, -4], empty: [-3, -2, -1])
    try expect(p.reduce(0, +), near: 1)
    try expect(p[0] / p[1], near: exp(2.0), "the first over the second")
  }

  exercise(
    "3.2", "options of many tokens",
    hint: "e⁻⁸⁰⁰ is 0 here: take the largest difference off before eˣ"
  ) {
    try expect(
      calibrateOptions(input: [-900, -900 + log(3.0)], empty: [-10, -10]), near: [0.25, 0.75],
      "with an input that makes every option unlikely")
    try expect(
      calibrateOptions(input: [-10, -10], empty: [-900, -900 + log(3.0)]), near: [0.75, 0.25],
      "with an empty input that makes every option unlikely")
  }

  exercise(
    "3.3", "all, some and none",
    hint: "n characters have n − 3 windows of four; count those of the answer, not of the prompt"
  ) {
    try expect(echoRate(of: "abcd", prompt: "xxabcdxx"), near: 1, "abcd in xxabcdxx")
    try expect(echoRate(of: "abcdef", prompt: "abcde"), near: 2.0 / 3, "abcdef in abcde")
    try expect(echoRate(of: "xyzw", prompt: "abcd"), near: 0, "xyzw in abcd")
  }

  exercise(
    "3.3", "a 4-gram that the answer repeats counts each time",
    hint: "a set of the answer's 4-grams forgets how often each occurs"
  ) {
    try expect(echoRate(of: "abababx", prompt: "ababa"), near: 0.75)
  }

  exercise(
    "3.3", "characters, not bytes and not words",
    hint: "a Chinese character has three bytes in UTF-8, and stands between no blanks"
  ) {
    try expect(echoRate(of: "推荐一家好店", prompt: "请推荐一家餐馆。"), near: 1.0 / 3, "推荐一家好店")
    try expect(echoRate(of: "a b c", prompt: "a b d"), near: 0.5, "a b c")
  }

  exercise("3.3", "a short answer has none", hint: "three characters have no window of four") {
    try expect(echoRate(of: "abc", prompt: "abc"), near: 0, "abc")
    try expect(echoRate(of: "", prompt: "abcd"), near: 0, "no answer")
  }
}

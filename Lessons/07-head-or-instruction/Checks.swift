import Course

@_cdecl("lesson_exercises")
func addExercises() {
  exercise(
    "7.1", "the likeliest answer as a whole",
    hint: "add the ln p of an option's tokens; nothing is divided by their number"
  ) {
    let scores: [[[Double]]] = [[[-1], [-0.75, -0.75]], [[-3, -0.5], [-2]]]
    try expect(optionAccuracy(scores: scores, labels: [0, 1]), near: 1, "both right")
    try expect(optionAccuracy(scores: scores, labels: [1, 1]), near: 0.5, "the first one wrong")
  }

  exercise(
    "7.1", "equal options share the row",
    hint: "count how many options have the largest sum; the row counts 1 over their number"
  ) {
    let tie: [[[Double]]] = [[[-1, -1], [-2]], [[-2], [-0.5, -1.5]]]
    try expect(optionAccuracy(scores: tie, labels: [0, 1]), near: 0.5, "two of two")
    try expect(
      optionAccuracy(scores: tie, labels: [0, 0]), near: 0.5, "two of two, the first right")
    let three: [[[Double]]] = [[[-1], [-1], [-1], [-4]], [[-5], [-5], [-2], [-6]]]
    try expect(
      optionAccuracy(scores: three, labels: [2, 2]), near: 2.0 / 3, "three of four, then one")
  }

  exercise(
    "7.1", "a tie below the best gives nothing", hint: "only the likeliest options share a row"
  ) {
    try expect(optionAccuracy(scores: [[[-3], [-1], [-3]]], labels: [0]), near: 0)
  }

  // Hits of four arms on four rows.
  let instruction: (chat: [Double], base: [Double]) = ([1, 1, 0, 1], [0, 1, 0, 0])
  let head: (chat: [Double], base: [Double]) = ([1, 0, 0, 1], [1, 1, 0, 0])

  exercise(
    "7.2", "chat minus base, twice", hint: "the head's gain is taken off the instruction's"
  ) {
    let found = try differenceOfDifferences(instruction: instruction, head: head)
    try expect(found.mean, near: 0.5)
    let swapped = try differenceOfDifferences(instruction: head, head: instruction)
    try expect(swapped.mean, near: -0.5, "forms swapped")
  }

  exercise(
    "7.2", "rows are paired",
    hint: "the rows' values are 1, 1, 0, 0: deviation with n − 1, over the root of n"
  ) {
    let found = try differenceOfDifferences(instruction: instruction, head: head)
    try expect(found.standardError, near: (1.0 / 12).squareRoot())
  }

  exercise(
    "7.2", "rows that all arms find alike cost no certainty",
    hint: "a row on which all four agree has the value 0, however hard it is"
  ) {
    let alike: (chat: [Double], base: [Double]) = ([1, 0, 1, 0, 0], [1, 0, 1, 0, 0])
    let found = try differenceOfDifferences(instruction: alike, head: alike)
    try expect(found.mean, near: 0, "mean")
    try expect(found.standardError, near: 0, "standard error")
  }

  let allowed = ["mood": ["积极", "消极"], "domain": ["酒店", "手机"]]
  let labels = ["mood": "积极", "domain": "酒店"]

  exercise(
    "7.3", "what counts",
    hint: "order of the keys and white space between them mean nothing in JSON"
  ) {
    for text in [
      #"{"mood":"积极","domain":"酒店"}"#, #"{"domain":"酒店","mood":"积极"}"#,
      " {\n\"mood\" : \"积极\", \"domain\":\"酒店\"}\n",
    ] {
      try expect(readLabels(text, allowed: allowed), equals: labels, text)
    }
  }

  exercise(
    "7.3", "what does not count",
    hint: "decode first; then compare the number of keys, each key and each label"
  ) {
    for text in [
      "", "积极", #"{"mood":"积极"}"#, #"{"mood":"积极","domain":"酒店","stars":"5"}"#,
      #"{"mood":"积极","domain":"书"}"#, #"{"mood":"酒店","domain":"积极"}"#,
      #"{"mood":"积极","topic":"酒店"}"#, #"{"mood":"积极","domain":3}"#,
      #"{"mood":"积极","domain":"酒店"} 谢谢"#, #"回答：{"mood":"积极","domain":"酒店"}"#,
      #"{“mood”：“积极”，“domain”：“酒店”}"#, #"["积极","酒店"]"#,
    ] {
      try expect(readLabels(text, allowed: allowed), equals: nil, text)
    }
  }
}

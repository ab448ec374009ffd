import Course

@_cdecl("lesson_exercises")
func addExercises() {
  exercise(
    "6.1", "white space and one mark do not count",
    hint: "both texts are made bare: white space, then one mark, then the white space before it"
  ) {
    for answer in ["积极", " 积极\n", "积极。", "积极 ！", "\t积极?"] {
      try expect(isExactMatch(answer, "积极"), equals: true, "“\(answer)” for “积极”")
    }
    try expect(isExactMatch("Yes", " Yes."), equals: true, "a mark in what is expected")
  }

  exercise(
    "6.1", "everything else does", hint: "only the ends are made bare, and only of one mark"
  ) {
    for answer in ["积 极", "积极。。", "。积极", "积极，", "很积极", "", "消极"] {
      try expect(isExactMatch(answer, "积极"), equals: false, "“\(answer)” for “积极”")
    }
    try expect(isExactMatch("yes", "Yes"), equals: false, "“yes” for “Yes”")
    try expect(isExactMatch("3.5", "35"), equals: false, "“3.5” for “35”")
  }

  exercise(
    "6.2", "each family has its stretch of the line",
    hint: "with shares 8, 4 and 4 the second begins at 0.5 and the third at 0.75"
  ) {
    let drawn = try drawFamilies(shares: [8, 4, 4], draws: [0, 0.49, 0.51, 0.74, 0.76, 0.99])
    try expect(drawn, equals: [0, 0, 1, 1, 2, 2])
  }

  exercise("6.2", "a border belongs to the next", hint: "0.5 is not inside a stretch from 0 to 0.5")
  {
    try expect(drawFamilies(shares: [1, 1, 2], draws: [0.25, 0.5]), equals: [1, 2])
  }

  exercise(
    "6.2", "the sum of the shares need not be 1",
    hint: "divide by the sum; and a share of the mixture is no number of rows"
  ) {
    try expect(drawFamilies(shares: [0.1, 0.1], draws: [0.3, 0.6, 0.9]), equals: [0, 1, 1])
    try expect(drawFamilies(shares: [30, 10], draws: [0.1, 0.6, 0.8]), equals: [0, 0, 1])
  }

  exercise(
    "6.3", "the mean is after minus before", hint: "a model that has forgotten has more nats"
  ) {
    let found = try forgetting(before: [3, 4, 5], after: [3.5, 4.75, 5.25])
    try expect(found.mean, near: 0.5)
  }

  exercise(
    "6.3", "the interval is that of the differences",
    hint: "the windows' own spread cancels within a pair; the error is that of a mean"
  ) {
    let found = try forgetting(before: [2, 9, 4, 7], after: [2.1, 9.3, 4.1, 7.3])
    let error = (0.04 / 3 / 4).squareRoot()
    try expect(found.low, near: 0.2 - 1.96 * error, "low")
    try expect(found.high, near: 0.2 + 1.96 * error, "high")
  }

  exercise(
    "6.3", "equal differences leave no doubt", hint: "windows may differ as much as they like"
  ) {
    let found = try forgetting(before: [1, 5, 9], after: [1.5, 5.5, 9.5])
    try expect([found.low, found.high], near: [0.5, 0.5])
  }
}

import Course

@_cdecl("lesson_exercises")
func addExercises() {
  // Five tokens of one head, of size 4.
  let queries: [[Double]] = [
    [0.5, -1, 0.25, 2], [1, 1, -0.5, 0], [-0.75, 0.5, 1.5, -1], [0, 2, 0.5, 1],
    [1.25, -0.5, -1, 0],
  ]
  let keys: [[Double]] = [
    [1, 0.5, -1, 0.25], [-0.5, 1.5, 0, 1], [0.75, -1, 2, 0], [0.5, 0.5, -0.25, -1.5], [2, 0, 1, 1],
  ]
  let values: [[Double]] = [
    [1, 0, -1, 2], [0, 3, 1, -1], [2, 2, 0, 0.5], [-1, 1, 4, 0], [0.5, -2, 1, 1],
  ]
  let none: (keys: [[Double]], values: [[Double]]) = ([], [])

  exercise(
    "10.1", "without a prefix it is attention as ever",
    hint: "the first token sees itself alone, so its result is its own value"
  ) {
    let found = try attend(queries: queries, keys: keys, values: values, prefix: none)
    try expect(found.count, equals: 5)
    for place in 0..<4 { try expect(found[0][place], near: values[0][place], "first token") }
    let scores = zip(queries[1], keys[0]).map { $0 * $1 }.reduce(0, +) / 2
    let own = zip(queries[1], keys[1]).map { $0 * $1 }.reduce(0, +) / 2
    let share = 1 / (1 + exp(own - scores))
    for place in 0..<4 {
      try expect(
        found[1][place], near: share * values[0][place] + (1 - share) * values[1][place],
        "second token")
    }
  }

  exercise(
    "10.1", "keys and values of real tokens stand for the tokens",
    hint: "two tokens as a prefix and three after them give what the last three of five have"
  ) {
    let whole = try attend(queries: queries, keys: keys, values: values, prefix: none)
    for cut in 1...4 {
      let rest = try attend(
        queries: Array(queries[cut...]), keys: Array(keys[cut...]), values: Array(values[cut...]),
        prefix: (Array(keys[..<cut]), Array(values[..<cut])))
      try expect(rest.count, equals: 5 - cut)
      for (found, expected) in zip(rest.joined(), whole[cut...].joined()) {
        try expect(found, near: expected, "\(cut) of 5 tokens as a prefix")
      }
    }
  }

  exercise(
    "10.1", "the order of a prefix means nothing",
    hint: "every token sees all of the prefix, the first token too"
  ) {
    let own = (Array(queries[3...]), Array(keys[3...]), Array(values[3...]))
    let forward = try attend(
      queries: own.0, keys: own.1, values: own.2, prefix: (Array(keys[..<3]), Array(values[..<3])))
    let backward = try attend(
      queries: own.0, keys: own.1, values: own.2,
      prefix: (keys[..<3].reversed(), values[..<3].reversed()))
    for (found, expected) in zip(backward.joined(), forward.joined()) {
      try expect(found, near: expected)
    }
  }

  exercise(
    "10.2", "what peft counts for GPT-2 124M",
    hint: "2 · 12 · 768 numbers for each virtual token; both linear maps have biases"
  ) {
    let cost = { (length: Int, projection: Int?) in
      try prefixCost(
        layers: 12, hiddenSize: 768, length: length, projection: projection, rows: 1, bytes: 4)
    }
    try expect(cost(10, nil).stored, equals: 184_320, "stored, length 10")
    try expect(cost(30, nil).trained, equals: 552_960, "trained, length 30")
    try expect(cost(20, 768).trained, equals: 14_780_160, "trained, projection of 768")
    try expect(cost(20, 512).trained, equals: 9_864_704, "trained, projection of 512")
  }

  exercise(
    "10.2", "a projection is not stored",
    hint: "after training, the keys and values that it makes are all that is kept"
  ) {
    let cost = try prefixCost(
      layers: 3, hiddenSize: 128, length: 8, projection: 64, rows: 1, bytes: 4)
    try expect(cost.stored, equals: 6_144)
    try expect(cost.cacheBytes, equals: 24_576, "bytes in a cache")
  }

  exercise(
    "10.2", "each text has a copy in its cache", hint: "rows times bytes times numbers"
  ) {
    let cost = try prefixCost(
      layers: 12, hiddenSize: 768, length: 20, projection: 768, rows: 16, bytes: 2)
    try expect(cost.cacheBytes, equals: 11_796_480)
  }

  exercise(
    "10.3", "equal scores, equal shares",
    hint: "token t, counted from 0, sees P + t + 1 columns, P of them the prefix"
  ) {
    let scores = Array(repeating: Array(repeating: 0.5, count: 6), count: 3)
    let shares = try prefixShares(scores: scores, prefixLength: 3)
    try expect(shares.count, equals: 3)
    for (token, share) in shares.enumerated() {
      try expect(share, near: 3 / Double(4 + token), "token \(token)")
    }
    let nothing = try prefixShares(scores: [[0.5, 1], [2, 1]], prefixLength: 0)
    for share in nothing { try expect(share, near: 0, "no prefix") }
  }

  exercise(
    "10.3", "later tokens count for nothing",
    hint: "leave the columns of later tokens out before the softmax"
  ) {
    let scores: [[Double]] = [[log(3), 0, 50, 50], [log(2), 0, 0, 50], [0, 0, 0, 0]]
    let shares = try prefixShares(scores: scores, prefixLength: 1)
    try expect(shares[0], near: 0.75)
    try expect(shares[1], near: 0.5)
    try expect(shares[2], near: 0.25)
  }

  exercise(
    "10.3", "large scores", hint: "subtract the largest score that counts from all of them"
  ) {
    let shares = try prefixShares(scores: [[1000, 1000 + log(3)]], prefixLength: 1)
    try expect(shares[0], near: 0.25)
    let low = try prefixShares(scores: [[-2000, -2000, 900]], prefixLength: 1)
    try expect(low[0], near: 0.5)
  }
}

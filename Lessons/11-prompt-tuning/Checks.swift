import Course

@_cdecl("lesson_exercises")
func addExercises() {
  let vectors: [[Float]] = [[9, 8], [7, 6]]
  let embedded: [[Float]] = [[1, 0], [2, 0], [3, 0], [4, 0]]

  exercise("11.1", "vectors first, then the tokens", hint: "the order of both stays as it is") {
    let (rows, targets) = try withVectors(
      vectors, before: embedded, labels: [-100, -100, 21, 22])
    try expect(rows, equals: vectors + embedded, "rows")
    try expect(targets.count, equals: rows.count, "as many targets as rows")
  }

  exercise(
    "11.1", "every token is still predicted from the place before it",
    hint: "with two vectors in front, the first label of the answer moves up by two places"
  ) {
    let (_, targets) = try withVectors(vectors, before: embedded, labels: [-100, -100, 21, 22])
    try expect(targets, equals: [-100, -100, -100, 21, 22, -100])
  }

  exercise(
    "11.1", "the last vector predicts the first token, where it counts",
    hint: "shift after the vectors have got their labels, not before"
  ) {
    let (_, targets) = try withVectors(
      vectors, before: Array(embedded.prefix(2)), labels: [11, 12])
    try expect(targets, equals: [-100, 11, 12, -100])
  }

  exercise("11.1", "no vectors: the usual shift", hint: "P may be 0") {
    let (rows, targets) = try withVectors([], before: embedded, labels: [10, 11, 12, 13])
    try expect(rows, equals: embedded, "rows")
    try expect(targets, equals: [11, 12, 13, -100], "targets")
  }

  let embeddings: [[Float]] = [[10, 10], [0.5, 0], [0, 3], [-1, 0], [2, 0], [0, 0]]

  exercise(
    "11.2", "direction counts, length does not",
    hint: "divide the product by both lengths; [0.5, 0] points exactly where [1, 0] does"
  ) {
    let found = try nearestTokens(to: [1, 0], embeddings: embeddings, count: 3)
    try expect(found.map(\.token), equals: [1, 4, 0], "tokens")
    try expect(found.map(\.cosine), near: [1, 1, 0.5.squareRoot()], "cosines")
  }

  exercise("11.2", "the vector's own length does not count either", hint: "divide by it, too") {
    let found = try nearestTokens(to: [0, 40], embeddings: embeddings, count: 2)
    try expect(found.map(\.token), equals: [2, 0], "tokens")
    try expect(found.map(\.cosine), near: [1, 0.5.squareRoot()], "cosines")
  }

  exercise(
    "11.2", "the opposite direction is the farthest",
    hint: "a cosine keeps its sign: −1 is not near"
  ) {
    let found = try nearestTokens(to: [1, 0], embeddings: embeddings, count: 6)
    try expect(found.last?.token, equals: 3, "the last of six")
    try expect(found.last?.cosine ?? 0, near: -1, "its cosine")
  }

  exercise("11.2", "a vector of zeros", hint: "0 / 0 is not a number; take 0") {
    let found = try nearestTokens(to: [1, 0], embeddings: embeddings, count: 6)
    try expect(found.map(\.token), equals: [1, 4, 0, 2, 5, 3], "the fifth embedding is zero")
    let none = try nearestTokens(to: [0, 0], embeddings: embeddings, count: 2)
    try expect(none.map(\.token), equals: [0, 1], "equal ones: the lower token first")
    try expect(none.map(\.cosine), near: [0, 0], "cosines")
  }

  exercise(
    "11.3", "GPT-2 as peft counts it",
    hint: "P-tuning: the P vectors and three maps with biases; a prefix: keys and values, L times"
  ) {
    let counts = try trainedParameters(length: 20, hiddenSize: 768, layers: 12, encoder: 128)
    try expect(counts.prompt, equals: 15_360, "prompt tuning")
    try expect(counts.pTuning, equals: 229_376, "P-tuning")
    try expect(counts.prefix, equals: 368_640, "prefix tuning")
  }

  exercise(
    "11.3", "other sizes",
    hint: "E may be larger than H; only the vectors and the prefix grow with P"
  ) {
    let counts = try trainedParameters(length: 20, hiddenSize: 768, layers: 12, encoder: 768)
    try expect(counts.pTuning, equals: 1_787_136, "P-tuning with an encoder of 768")
    let small = try trainedParameters(length: 3, hiddenSize: 4, layers: 2, encoder: 5)
    try expect(small.prompt, equals: 12, "prompt tuning, tiny")
    try expect(small.pTuning, equals: 91, "P-tuning, tiny")
    try expect(small.prefix, equals: 48, "prefix tuning, tiny")
  }
}

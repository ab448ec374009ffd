import Course

@_cdecl("lesson_exercises")
func addExercises() {
  exercise(
    "9.1", "an adapter in series",
    hint: "h = sublayer(norm(x)) is −2, 4; down 3, up 13, 26; x + h + that"
  ) {
    try expect(branch(), near: [12, 28])
  }

  exercise(
    "9.1", "ReLU stands between the two maps",
    hint: "with a bias of −5 the narrow number is −3: nothing goes up but the last bias"
  ) {
    try expect(branch(downBias: -5), near: [9, 22], "a narrow number below zero")
    try expect(
      branch(up: [-1, 2], upBias: [-10, 20]), near: [-14, 28], "a change below zero")
  }

  exercise(
    "9.1", "with nothing going up, the branch is what it was",
    hint: "W^u and its bias are zero: x + sublayer(norm(x)) must be left"
  ) {
    try expect(branch(up: [0, 0], upBias: [0, 0]), near: [-1, 2])
  }

  exercise("9.1", "each token by itself", hint: "the rows of a batch do not mix") {
    let two = Tensor([2, 2], [1, -2, 3, 4])
    try expect(branch(two), near: [12, 28, 7, 16])
  }

  exercise(
    "9.2", "GPT-2 with adapters of size 48",
    hint: "1,769,472 are weights; each adapter has 768 + 48 biases as well, and there are 24"
  ) {
    let found = try countPlacements(hiddenSize: 768, blocks: 12, size: 48)
    try expect(found.both, equals: 1_789_056, "both")
    try expect(found.sizeAlone, equals: 96, "size alone")
    try expect(found.alone, equals: 1_779_840, "alone")
  }

  exercise(
    "9.2", "a model in which no two sizes are equal", hint: "count one adapter, then the places"
  ) {
    let found = try countPlacements(hiddenSize: 5, blocks: 3, size: 2)
    try expect(found.both, equals: 162, "both")
    try expect(found.sizeAlone, equals: 4, "size alone")
    try expect(found.alone, equals: 147, "alone")
  }

  exercise(
    "9.3", "a budget that is met exactly, and one byte less",
    hint: "one place of width 8 and size 3 has 2·8·3 + 8 + 3 = 59 numbers, in 236 bytes"
  ) {
    try expect(largestSize(bytes: 236, hiddenSize: 8, blocks: 1, places: 1), equals: 3)
    try expect(largestSize(bytes: 235, hiddenSize: 8, blocks: 1, places: 1), equals: 2)
  }

  exercise(
    "9.3", "blocks and places share the budget",
    hint: "GPT-2 has 24 places; size 16 takes 24·(2·768·16 + 768 + 16) = 608,640 numbers"
  ) {
    try expect(largestSize(bytes: 2_434_560, hiddenSize: 768, blocks: 12, places: 2), equals: 16)
    try expect(largestSize(bytes: 2_434_559, hiddenSize: 768, blocks: 12, places: 2), equals: 15)
  }

  exercise(
    "9.3", "neither too little nor too much",
    hint: "8 + 17 = 25 numbers are the least that an adapter of width 8 takes; 4 is half of 8"
  ) {
    try expect(largestSize(bytes: 100, hiddenSize: 8, blocks: 1, places: 1), equals: 1, "least")
    try expect(largestSize(bytes: 99, hiddenSize: 8, blocks: 1, places: 1), equals: nil, "less")
    try expect(largestSize(bytes: 8, hiddenSize: 8, blocks: 2, places: 2), equals: nil, "nothing")
    try expect(
      largestSize(bytes: 1_000_000, hiddenSize: 8, blocks: 1, places: 1), equals: 4, "plenty")
  }
}

/// The numbers of a branch of two columns with an adapter of size 1. Norm and sublayer can be told
/// apart from each other and from nothing.
private func branch(
  _ x: Tensor = Tensor([1, 2], [1, -2]), downBias: Float = 1, up: [Float] = [1, 2],
  upBias: [Float] = [10, 20]
) throws -> [Double] {
  try adaptedBranch(
    x, norm: { $0 * 2 }, sublayer: { $0 * -1 },
    down: (Tensor([2, 1], [1, 1]), Tensor([1], [downBias])),
    up: (Tensor([1, 2], up), Tensor([2], upBias))
  ).elements.map(Double.init)
}

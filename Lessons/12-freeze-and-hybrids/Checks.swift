import Course

@_cdecl("lesson_exercises")
func addExercises() {
  let parts = ["ln_1.weight", "attn.c_attn.weight", "attn.c_attn.bias", "mlp.c_proj.weight"]
  let blocks = (0..<12).map { block in parts.map { "transformer.h.\(block).\($0)" } }
  let ends = ["transformer.ln_f.weight", "transformer.ln_f.bias"]
  let names =
    ["transformer.wte.weight", "transformer.wpe.weight"] + Array(blocks.joined()) + ends

  exercise(
    "12.1", "the last block and the final norm",
    hint: "the last block is the one with the highest number, and its whole number must match"
  ) {
    try expect(trainedNames(names, lastBlocks: 1), equals: blocks[11] + ends)
    try expect(
      trainedNames(names, lastBlocks: 3), equals: blocks[9] + blocks[10] + blocks[11] + ends,
      "three blocks")
    let small = Array(blocks.prefix(4).joined()) + ends
    try expect(
      trainedNames(small, lastBlocks: 1), equals: blocks[3] + ends, "a model of four blocks")
  }

  exercise(
    "12.1", "in the order in which they came",
    hint: "filter the names; neither sort them nor trust that blocks come in order"
  ) {
    let shuffled = Array(names.reversed())
    try expect(
      trainedNames(shuffled, lastBlocks: 2),
      equals: Array((blocks[10] + blocks[11] + ends).reversed()))
  }

  exercise(
    "12.1", "none, and more than there are",
    hint: "the embeddings and the final norm have no block; only the norm is trained"
  ) {
    try expect(trainedNames(names, lastBlocks: 0), equals: ends, "no block")
    try expect(
      trainedNames(names, lastBlocks: 40), equals: Array(names.dropFirst(2)), "forty blocks")
  }

  // Three steps of three, of three and of four along three axes.
  let turns: [[Double]] = [[1, 1, 1], [4, 1, 1], [4, 4, 1], [4, 4, 5]]

  exercise(
    "12.2", "distance from the start, not along the way",
    hint: "after two steps it is √18, at the end √34; the path would give 6 of 10"
  ) {
    let gone = try wayGone(turns, part: 2.0 / 3)
    try expect(gone.measured, near: (18.0 / 34).squareRoot())
  }

  exercise(
    "12.2", "a random walk", hint: "squared distances grow evenly, so distances grow as the root"
  ) {
    try expect(wayGone(turns, part: 2.0 / 3).expected, near: (2.0 / 3).squareRoot())
    let line = (0...10).map { [Double($0)] }
    let gone = try wayGone(line, part: 0.3)
    try expect(gone.measured, near: 0.3, "a straight line")
    try expect(gone.expected, near: 0.3.squareRoot(), "the walk beside it")
  }

  exercise(
    "12.2", "the nearest step", hint: "a third of ten steps is step 3; a quarter of six is step 2"
  ) {
    let line = (0...10).map { [Double($0)] }
    try expect(wayGone(line, part: 1.0 / 3).measured, near: 0.3, "a third of ten")
    let short = (0...6).map { [Double($0)] }
    let gone = try wayGone(short, part: 0.25)
    try expect(gone.measured, near: 2.0 / 6, "a quarter of six")
    try expect(gone.expected, near: (2.0 / 6).squareRoot(), "the walk, a quarter of six")
  }

  let weight: [[Double]] = [[3, 1], [4, 0], [0, -1]]
  let a: [[Double]] = [[1, 0, 2]]

  exercise(
    "12.3", "at the start nothing changes",
    hint: "with B zero the direction is W's, and m holds the lengths of W's columns"
  ) {
    let merged = try mergedDoRA(
      weight: weight, a: a, b: [[0], [0]], scale: 2, magnitudes: [5, 2.0.squareRoot()])
    try expect(merged, near: weight)
  }

  exercise(
    "12.3", "direction from the sum, length from m",
    hint: "add scale · b[output][r] · a[r][input], divide by the column's new length, times m"
  ) {
    let merged = try mergedDoRA(
      weight: weight, a: a, b: [[-1.5], [0.5]], scale: 2, magnitudes: [10, 1])
    // Columns (0, 4, −6) and (2, 0, 1).
    let (first, second) = (52.0.squareRoot(), 5.0.squareRoot())
    try expect(
      merged, near: [[0, 2 / second], [40 / first, 0], [-60 / first, 1 / second]])
  }

  exercise(
    "12.3", "every column has its magnitude as length",
    hint: "a column belongs to an output; a row belongs to an input"
  ) {
    let merged = try mergedDoRA(
      weight: weight, a: [[1, 2, 3], [0, 1, -1]], b: [[1, 2], [3, -1]], scale: 0.5,
      magnitudes: [7, 0.25])
    let lengths = (0..<2).map { output in
      merged.reduce(0) { $0 + $1[output] * $1[output] }.squareRoot()
    }
    try expect(lengths, near: [7, 0.25])
  }
}

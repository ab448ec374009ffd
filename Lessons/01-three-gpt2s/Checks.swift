import Course

@_cdecl("lesson_exercises")
func addExercises() {
  exercise(
    "1.1", "GPT-2 124M has 124,439,808 parameters",
    hint: """
      38,597,376 too many are the head, which is the token embedding; 786,432 too few are the \
      positions; 1,536 too few the last norm; a multiple of 12 · 768 a bias or a norm of each block
      """
  ) {
    try expect(countParameters(of: GPT2Config()), equals: 124_439_808)
  }

  exercise(
    "1.1", "a model in which no two sizes are equal",
    hint: "the MLP's width is mlpSize, which need not be four times the hidden size"
  ) {
    var config = GPT2Config(
      vocabSize: 11, contextLength: 7, hiddenSize: 4, layerCount: 3, headCount: 2)
    config.innerSize = 5
    try expect(countParameters(of: config), equals: 515)
    config.layerCount = 1
    try expect(countParameters(of: config), equals: 225, "with one block")
  }

  exercise(
    "1.2", "rows are as long as the longest, with pads on the right",
    hint: "causal attention does not let a token see what stands to its right, so pads go there"
  ) {
    let padded = try padRows([[5, 6, 7], [8], [9, 4]], pad: 0).rows
    try expect(padded, equals: [[5, 6, 7], [8, 0, 0], [9, 4, 0]])
    try expect(padRows([[5, 6]], pad: 0).rows, equals: [[5, 6]], "a single row")
  }

  exercise(
    "1.2", "the last real token of each row", hint: "positions count from 0, and pads do not count"
  ) {
    try expect(padRows([[5, 6, 7], [8], [9, 4]], pad: 0).last, equals: [2, 0, 1])
  }

  exercise(
    "1.2", "an end of text inside a row is a real token",
    hint: "the first pad need not stand where the padding begins"
  ) {
    try expect(padRows([[5, 0, 7, 8], [0, 3], [4]], pad: 0).last, equals: [3, 1, 0])
  }

  exercise(
    "1.2", "an end of text at the end of a row is a real token",
    hint: "the rightmost token that is no pad need not be the last; the row's own length knows"
  ) {
    try expect(padRows([[5, 6, 0], [7, 0], [0]], pad: 0).last, equals: [2, 1, 0])
  }
}

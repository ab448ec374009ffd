import Course

@_cdecl("lesson_exercises")
func addExercises() {
  // Two inputs, three outputs, rank 2.
  let x: [Double] = [1, 2]
  let weight: [[Double]] = [[1, 0, 2], [0, 1, 1]]
  let bias = [0.5, 0, -1]
  let a: [[Double]] = [[1, 1], [2, -1]]
  let b: [[Double]] = [[1, 5], [0, 7], [2, 1]]

  exercise(
    "8.1", "down to the rank and up again",
    hint: "A·x is 3 and 0 here; B makes 3, 0 and 6 of it, and the layer alone says 1.5, 2 and 3"
  ) {
    try expect(
      adaptedOutput(x, weight: weight, bias: bias, a: a, b: b, alpha: 2), near: [4.5, 2, 9],
      "alpha 2, rank 2")
    try expect(
      adaptedOutput([0, 1], weight: weight, bias: bias, a: a, b: b, alpha: 2),
      near: [-3.5, -6, 1], "another input")
  }

  exercise(
    "8.1", "the update is scaled by alpha over the rank",
    hint: "only the update is scaled, by alpha / r; the layer's own part and its bias are not"
  ) {
    try expect(
      adaptedOutput(x, weight: weight, bias: bias, a: a, b: b, alpha: 4), near: [7.5, 2, 15],
      "alpha 4, rank 2")
    let one: ([[Double]], [[Double]]) = ([[1, 1]], [[1], [0], [2]])
    try expect(
      adaptedOutput(x, weight: weight, bias: bias, a: one.0, b: one.1, alpha: 4),
      near: [13.5, 2, 27], "alpha 4, rank 1")
  }

  exercise(
    "8.1", "with B at zero the layer is what it was", hint: "there is nothing to add then"
  ) {
    let zero = Array(repeating: [0.0, 0], count: 3)
    try expect(
      adaptedOutput(x, weight: weight, bias: bias, a: a, b: zero, alpha: 16), near: [1.5, 2, 3])
  }

  exercise(
    "8.2", "a weight of inputs × outputs",
    hint: "input i and output o: add scale times the sum over k of b[o][k] · a[k][i]"
  ) {
    try expect(
      mergeUpdate(weight, a: a, b: b, alpha: 2), near: [[12, 14, 6], [-4, -6, 2]], "2 × 3")
    let square = try mergeUpdate(
      [[1, 0], [0, 1]], a: [[1, 2]], b: [[3], [5]], alpha: 1)
    try expect(square, near: [[4, 5], [6, 11]], "2 × 2, where a transposed update fits as well")
  }

  exercise(
    "8.2", "the scale belongs to the merge", hint: "alpha over the rank, as in the forward pass"
  ) {
    try expect(
      mergeUpdate(weight, a: a, b: b, alpha: 1), near: [[6.5, 7, 4], [-2, -2.5, 1.5]],
      "alpha 1, rank 2")
    try expect(
      mergeUpdate([[0, 0]], a: [[2]], b: [[1], [3]], alpha: 8), near: [[16, 48]],
      "alpha 8, rank 1")
  }

  exercise(
    "8.3", "GPT-2 124M as PEFT counts it",
    hint: "rank · (inputs + outputs) for each layer that a target names, in each of 12 blocks"
  ) {
    let config = GPT2Config()
    try expect(
      countAdapterParameters(of: config, targets: ["c_attn"], rank: 8), equals: 294_912,
      "c_attn, rank 8")
    try expect(
      countAdapterParameters(of: config, targets: ["c_attn"], rank: 1), equals: 36_864,
      "c_attn, rank 1")
    try expect(
      countAdapterParameters(of: config, targets: ["c_attn", "c_proj"], rank: 8),
      equals: 811_008, "c_attn and c_proj, rank 8")
  }

  exercise(
    "8.3", "which layers a target names",
    hint: "c_proj is the end of two names in each block; proj is the end of none, after a point"
  ) {
    var config = GPT2Config(
      vocabSize: 10, contextLength: 4, hiddenSize: 4, layerCount: 2, headCount: 2)
    config.innerSize = 6
    for (targets, expected) in [
      (["c_proj"], 36), (["attn.c_proj"], 16), (["proj"], 0), (["h.1.mlp.c_fc"], 10),
      (["transformer.h.0.attn.c_attn"], 16), (["c_attn", "attn.c_attn"], 32),
    ] {
      try expect(
        countAdapterParameters(of: config, targets: targets, rank: 1), equals: expected,
        targets.joined(separator: ", "))
    }
  }
}

import Course

/// Exercise 12.1: Name the parameters that freeze tuning trains.
///
/// `names` are those of a GPT-2 as transformers writes them, such as
/// "transformer.h.11.mlp.c_fc.weight", in any order. Give those of the last `blocks` blocks and of
/// the final norm "transformer.ln_f", in the order in which they came. The embeddings, to which the
/// head is tied, stay frozen. With 0 blocks the final norm alone is trained; more blocks than there
/// are means all of them.
///
/// Hint: a block's number is a number: as text, "10" stands before "9".
/// Hint: how many blocks there are, the names say themselves.
func trainedNames(_ names: [String], lastBlocks blocks: Int) throws -> [String] {
  // BEGIN SOLUTION
  func block(_ name: String) -> Int? {
    let parts = name.split(separator: ".")
    guard let place = parts.firstIndex(of: "h"), place + 1 < parts.count else { return nil }
    return Int(parts[place + 1])
  }
  let count = (names.compactMap(block).max() ?? -1) + 1
  return names.filter { name in
    block(name).map { $0 >= count - blocks } ?? name.hasPrefix("transformer.ln_f.")
  }
  // END SOLUTION
}

/// Exercise 12.2: Say how much of its way a run has gone, and what a random walk would have gone.
///
/// `path[t]` are all parameters after step t; `path[0]` is the start. `measured` is the distance from
/// the start after `part` of the steps, over that after the last one; `expected` is what the same
/// share is for a random walk of equal steps, for which the mean of the squared distance grows by
/// the same amount in every step. The step is the one nearest to `part` of all steps.
///
/// Hint: with eleven entries in `path` there are ten steps.
/// Hint: a distance is measured from the start, and not along the way.
func wayGone(
  _ path: [[Double]], part: Double
) throws -> (measured: Double, expected: Double) {
  // BEGIN SOLUTION
  func distance(_ step: Int) -> Double {
    zip(path[step], path[0]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }
  let steps = path.count - 1
  let step = Int((part * Double(steps)).rounded())
  return (distance(step) / distance(steps), (Double(step) / Double(steps)).squareRoot())
  // END SOLUTION
}

/// Exercise 12.3: Merge DoRA's update into a weight.
///
/// `weight` is [inputs][outputs], as GPT-2 keeps it; `a` is [rank][inputs], `b` is [outputs][rank];
/// `magnitudes` has one number for each output. With V = W + scale · (B·A)ᵀ, every column of the
/// result has the direction of V's column and its magnitude as length.
///
/// Hint: the column of an output is `weight[0][output], weight[1][output], …`.
/// Hint: at the start, with B zero and magnitudes the lengths of W's columns, the result is W.
func mergedDoRA(
  weight: [[Double]], a: [[Double]], b: [[Double]], scale: Double, magnitudes: [Double]
) throws -> [[Double]] {
  // BEGIN SOLUTION
  let moved = weight.indices.map { input in
    weight[input].indices.map { output in
      let update = b[output].indices.reduce(0) { $0 + b[output][$1] * a[$1][input] }
      return weight[input][output] + scale * update
    }
  }
  let lengths = magnitudes.indices.map { output in
    moved.reduce(0) { $0 + $1[output] * $1[output] }.squareRoot()
  }
  return moved.map { row in
    row.indices.map { magnitudes[$0] * row[$0] / lengths[$0] }
  }
  // END SOLUTION
}

import Course

/// Exercise 1.1: Count the parameters of a GPT-2 language model from its configuration.
///
/// The model has two embeddings, of tokens and of positions; `layerCount` blocks of a norm,
/// attention (one map to queries, keys and values together, one back), a norm and an MLP of width
/// `mlpSize` (one map up, one down); a last norm; and a head from a hidden state to the vocabulary,
/// without a bias, which is tied to the token embedding.
///
/// Hint: a norm has a weight and a bias of `hiddenSize` each.
/// Hint: the printout of the lesson names every matrix, and each of them but the embeddings has a
/// bias as long as its output.
func countParameters(of config: GPT2Config) throws -> Int {
  // BEGIN SOLUTION
  let (H, M) = (config.hiddenSize, config.mlpSize)
  let embeddings = (config.vocabSize + config.contextLength) * H
  let norm = 2 * H
  let attention = (H * 3 * H + 3 * H) + (H * H + H)
  let mlp = (H * M + M) + (M * H + H)
  return embeddings + config.layerCount * (norm + attention + norm + mlp) + norm
  // END SOLUTION
}

/// Exercise 1.2: Pad rows of tokens to one length, and give the position of each row's last real
/// token.
///
/// Padding goes to the right, and no row is longer for it than the longest is. Positions count from
/// 0. As often, the pad is the end-of-text token, which may also be a real token of a row.
/// Every row has at least one token.
///
/// Hint: a position that is read off the padded row cannot tell a pad from a real end of text.
func padRows(_ rows: [[Int32]], pad: Int32) throws -> (rows: [[Int32]], last: [Int]) {
  // BEGIN SOLUTION
  let length = rows.map(\.count).max() ?? 0
  let padded = rows.map { $0 + Array(repeating: pad, count: length - $0.count) }
  return (padded, rows.map { $0.count - 1 })
  // END SOLUTION
}

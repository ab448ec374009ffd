import Course

/// Exercise 10.1: Put a prefix in front of one attention head.
///
/// `queries`, `keys` and `values` are [T][D], one vector for each token of a row; those of the prefix
/// are [P][D], and P may be 0. Every token sees the whole prefix, and of its own row itself and the
/// tokens before it. The weights are the softmax of q · k / √D over all that a token sees, and its
/// result is the weighted sum of their values: [T][D].
///
/// Hint: one softmax runs over the prefix and the tokens together.
/// Hint: token t sees P + t + 1 keys; the mask shifts by P, the queries do not.
func attend(
  queries: [[Double]], keys: [[Double]], values: [[Double]],
  prefix: (keys: [[Double]], values: [[Double]])
) throws -> [[Double]] {
  // BEGIN SOLUTION
  let (allKeys, allValues) = (prefix.keys + keys, prefix.values + values)
  return queries.enumerated().map { token, query in
    let seen = prefix.keys.count + token + 1
    let scores = allKeys.prefix(seen).map { key in
      zip(query, key).map { $0 * $1 }.reduce(0, +) / Double(query.count).squareRoot()
    }
    let top = scores.max()!
    let powers = scores.map { exp($0 - top) }
    let total = powers.reduce(0, +)
    return query.indices.map { place in
      zip(powers, allValues).map { $0 / total * $1[place] }.reduce(0, +)
    }
  }
  // END SOLUTION
}

/// Exercise 10.2: Say what a prefix costs.
///
/// A model has `layers` blocks of width `hiddenSize`; the prefix has `length` virtual tokens.
/// - stored: the numbers in the file, a key and a value for each virtual token in each block.
/// - trained: the numbers that training moves. Without a `projection` these are the same. With one
///   of size M, training moves a table of `length` vectors of width `hiddenSize` and two linear maps
///   with biases: from `hiddenSize` to M, and from M to all keys and values of a virtual token. The
///   file holds only what they make in the end.
/// - cacheBytes: what the prefix takes in the caches of `rows` texts that are written at the same
///   time, each with a copy of its own, at `bytes` a number.
///
/// Hint: keys and values of all heads together are as wide as the model.
/// Hint: GPT-2 124M has 12 blocks of width 768; peft counts 368,640 for 20 virtual tokens, and
/// 14,780,160 with a projection of 768.
func prefixCost(
  layers: Int, hiddenSize: Int, length: Int, projection: Int?, rows: Int, bytes: Int
) throws -> (stored: Int, trained: Int, cacheBytes: Int) {
  // BEGIN SOLUTION
  let width = 2 * layers * hiddenSize
  let stored = length * width
  let trained = projection.map { inner in
    length * hiddenSize + (hiddenSize + 1) * inner + (inner + 1) * width
  }
  return (stored, trained ?? stored, rows * bytes * stored)
  // END SOLUTION
}

/// Exercise 10.3: Give the share of attention that goes to the prefix.
///
/// `scores` are those of one head for a row of T tokens, before the softmax: [T][P + T], the prefix
/// first, then the row's own tokens. What stands in the columns of later tokens counts for nothing.
/// The result has T numbers between 0 and 1.
///
/// Hint: the softmax of token t runs over P + t + 1 columns.
/// Hint: e to the power of 1000 is no number; subtract the largest score first.
func prefixShares(scores: [[Double]], prefixLength: Int) throws -> [Double] {
  // BEGIN SOLUTION
  scores.enumerated().map { token, row in
    let seen = row.prefix(prefixLength + token + 1)
    let top = seen.max()!
    let powers = seen.map { exp($0 - top) }
    return powers.prefix(prefixLength).reduce(0, +) / powers.reduce(0, +)
  }
  // END SOLUTION
}

import Course

/// Exercise 9.1: Write one branch of a pre-norm block with an adapter in it.
///
/// `x` [N, H] is what runs along the residual connection. The branch reads it through `norm`, its
/// sublayer is attention or the feed-forward network, and the adapter stands behind the sublayer, in
/// series, before the result is added to `x`. The adapter is the lecture's, with biases: a map down
/// to R numbers (weight [H, R], bias [R]), ReLU, a map up (weight [R, H], bias [H]), and its own skip
/// connection.
///
/// Hint: two sums end the branch, the adapter's and the block's.
/// Hint: `h.linear(weight, bias: bias, layout: .inputsByOutputs)` maps rows, `relu()` is there too.
func adaptedBranch(
  _ x: Tensor, norm: (Tensor) -> Tensor, sublayer: (Tensor) -> Tensor,
  down: (weight: Tensor, bias: Tensor), up: (weight: Tensor, bias: Tensor)
) throws -> Tensor {
  // BEGIN SOLUTION
  let h = sublayer(norm(x))
  let narrow = h.linear(down.weight, bias: down.bias, layout: .inputsByOutputs).relu()
  let adapted = h + narrow.linear(up.weight, bias: up.bias, layout: .inputsByOutputs)
  return x + adapted
  // END SOLUTION
}

/// Exercise 9.2: Count the parameters of adapters in two places and in one.
///
/// A model has `blocks` blocks of width `hiddenSize`. With adapters of `size` after attention and
/// after the feed-forward network, how many parameters are trained (`both`)? A fair rival has an
/// adapter in one place of each block only, of the size (`sizeAlone`) that gives it as many weights in
/// its matrices; how many parameters has that (`alone`)? Both have biases.
///
/// Hint: 2·H·R weights and H + R biases are one adapter.
/// Hint: the two counts differ by one bias of width H in each block.
func countPlacements(
  hiddenSize: Int, blocks: Int, size: Int
) throws -> (both: Int, sizeAlone: Int, alone: Int) {
  // BEGIN SOLUTION
  func parameters(_ size: Int) -> Int { 2 * hiddenSize * size + hiddenSize + size }
  return (2 * blocks * parameters(size), 2 * size, blocks * parameters(2 * size))
  // END SOLUTION
}

/// Exercise 9.3: Choose the size for a budget of bytes.
///
/// The weights of all adapters, biases included, are to fit into `bytes` bytes, as float32 numbers. A
/// model has `blocks` blocks of width `hiddenSize`, with an adapter in each of `places` places of a
/// block. Give the largest size, but none above half of the width: from there on the two matrices
/// have as many weights as one square matrix. Nil if not even size 1 fits.
///
/// Hint: a bias as wide as the model has to be paid for whatever the size is.
/// Hint: the largest size is that of a whole number of weights, rounded down.
func largestSize(
  bytes: Int, hiddenSize: Int, blocks: Int, places: Int
) throws -> Int? {
  // BEGIN SOLUTION
  let numbers = bytes / 4 / (blocks * places)
  let size = min((numbers - hiddenSize) / (2 * hiddenSize + 1), hiddenSize / 2)
  return numbers > hiddenSize && size > 0 ? size : nil
  // END SOLUTION
}

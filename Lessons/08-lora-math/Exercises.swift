import Course

/// Exercise 8.1: Give what a linear layer with a LoRA adapter makes of one input.
///
/// The layer is one of GPT-2's: `weight[i][o]` leads from input i to output o, and `bias` has a number
/// for each output. The adapter is stored as PEFT stores it: `a` has a row of inputs for each rank, `b`
/// has a row of ranks for each output. The update is scaled by alpha over the rank.
///
/// Hint: first from the inputs to as many numbers as there are ranks, then from these to the outputs.
/// Hint: the matrix of the update, inputs × outputs, is never needed.
func adaptedOutput(
  _ x: [Double], weight: [[Double]], bias: [Double], a: [[Double]], b: [[Double]], alpha: Double
) throws -> [Double] {
  // BEGIN SOLUTION
  let low = a.map { row in zip(row, x).map { $0 * $1 }.reduce(0, +) }
  let scale = alpha / Double(a.count)
  return bias.indices.map { output in
    let old = zip(x, weight).map { $0 * $1[output] }.reduce(bias[output], +)
    let update = zip(b[output], low).map { $0 * $1 }.reduce(0, +)
    return old + scale * update
  }
  // END SOLUTION
}

/// Exercise 8.2: Merge a LoRA adapter into the weight of a GPT-2 layer.
///
/// `weight[i][o]` leads from input i to output o, which is what transformers calls Conv1D. PEFT's `a`
/// is ranks × inputs and its `b` outputs × ranks, so that B·A comes out as outputs × inputs. Give the
/// weight with which the layer alone says what layer and adapter said together.
///
/// Hint: which entry of B·A belongs to the way from input i to output o?
/// Hint: the scale of the forward pass belongs to the merge as well.
func mergeUpdate(
  _ weight: [[Double]], a: [[Double]], b: [[Double]], alpha: Double
) throws -> [[Double]] {
  // BEGIN SOLUTION
  let scale = alpha / Double(a.count)
  return weight.enumerated().map { input, row in
    row.enumerated().map { output, old in
      old + scale * a.indices.map { b[output][$0] * a[$0][input] }.reduce(0, +)
    }
  }
  // END SOLUTION
}

/// Exercise 8.3: Count the numbers that LoRA trains in a GPT-2.
///
/// A block's linear layers are `transformer.h.0.attn.c_attn` (from the hidden size to three times as
/// much), `transformer.h.0.attn.c_proj` (hidden size to hidden size), `transformer.h.0.mlp.c_fc` (to
/// the size of the MLP) and `transformer.h.0.mlp.c_proj` (back); the number is the block's. A layer
/// gets an adapter if one of `targets` is its name, or the end of its name after a point.
///
/// Hint: `config.hiddenSize`, `config.mlpSize` and `config.layerCount` are all that it takes.
/// Hint: a layer that two targets name still gets one adapter.
func countAdapterParameters(
  of config: GPT2Config, targets: [String], rank: Int
) throws -> Int {
  // BEGIN SOLUTION
  let (size, inner) = (config.hiddenSize, config.mlpSize)
  let layers = [
    ("attn.c_attn", size, 3 * size), ("attn.c_proj", size, size), ("mlp.c_fc", size, inner),
    ("mlp.c_proj", inner, size),
  ]
  var count = 0
  for block in 0..<config.layerCount {
    for (layer, inputs, outputs) in layers {
      let name = "transformer.h.\(block).\(layer)"
      if targets.contains(where: { name == $0 || name.hasSuffix("." + $0) }) {
        count += rank * (inputs + outputs)
      }
    }
  }
  return count
  // END SOLUTION
}

// WRONG: every layer is taken for hidden size × hidden size
let layers = ["attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj"]
return (0..<config.layerCount).map { block in
  layers.count { layer in
    let name = "transformer.h.\(block).\(layer)"
    return targets.contains { name == $0 || name.hasSuffix("." + $0) }
  } * 2 * config.hiddenSize * rank
}.reduce(0, +)

// WRONG: c_proj names the attention's layer only
let (size, inner) = (config.hiddenSize, config.mlpSize)
let widths = ["c_attn": 4 * size, "c_proj": 2 * size, "c_fc": size + inner]
return config.layerCount * rank
  * Set(targets.map { $0.split(separator: ".").last.map(String.init) ?? "" })
  .map { widths[$0] ?? 0 }.reduce(0, +)

// WRONG: any end of a name will do
let (size, inner) = (config.hiddenSize, config.mlpSize)
let layers = [
  ("attn.c_attn", size, 3 * size), ("attn.c_proj", size, size), ("mlp.c_fc", size, inner),
  ("mlp.c_proj", inner, size),
]
var count = 0
for block in 0..<config.layerCount {
  for (layer, inputs, outputs) in layers
  where targets.contains(where: { "transformer.h.\(block).\(layer)".hasSuffix($0) }) {
    count += rank * (inputs + outputs)
  }
}
return count

// WRONG: a layer counts once for each target that names it
let (size, inner) = (config.hiddenSize, config.mlpSize)
let layers = [
  ("attn.c_attn", size, 3 * size), ("attn.c_proj", size, size), ("mlp.c_fc", size, inner),
  ("mlp.c_proj", inner, size),
]
var count = 0
for block in 0..<config.layerCount {
  for (layer, inputs, outputs) in layers {
    let name = "transformer.h.\(block).\(layer)"
    count += rank * (inputs + outputs) * targets.count { name == $0 || name.hasSuffix("." + $0) }
  }
}
return count

// WRONG: the weight's own numbers
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
      count += inputs * outputs
    }
  }
}
return count

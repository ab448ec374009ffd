// WRONG: the adapter's skip connection is forgotten
let h = sublayer(norm(x))
let narrow = h.linear(down.weight, bias: down.bias, layout: .inputsByOutputs).relu()
return x + narrow.linear(up.weight, bias: up.bias, layout: .inputsByOutputs)

// WRONG: the block's residual connection is forgotten
let h = sublayer(norm(x))
let narrow = h.linear(down.weight, bias: down.bias, layout: .inputsByOutputs).relu()
return h + narrow.linear(up.weight, bias: up.bias, layout: .inputsByOutputs)

// WRONG: in parallel, reading what the sublayer reads
let read = norm(x)
let narrow = read.linear(down.weight, bias: down.bias, layout: .inputsByOutputs).relu()
return x + sublayer(read)
  + narrow.linear(up.weight, bias: up.bias, layout: .inputsByOutputs)

// WRONG: behind the block's sum
let h = x + sublayer(norm(x))
let narrow = h.linear(down.weight, bias: down.bias, layout: .inputsByOutputs).relu()
return h + narrow.linear(up.weight, bias: up.bias, layout: .inputsByOutputs)

// WRONG: the norm after the sum
let h = sublayer(x)
let narrow = h.linear(down.weight, bias: down.bias, layout: .inputsByOutputs).relu()
return norm(x + h + narrow.linear(up.weight, bias: up.bias, layout: .inputsByOutputs))

// WRONG: no activation
let h = sublayer(norm(x))
let narrow = h.linear(down.weight, bias: down.bias, layout: .inputsByOutputs)
return x + h + narrow.linear(up.weight, bias: up.bias, layout: .inputsByOutputs)

// WRONG: the activation at the end
let h = sublayer(norm(x))
let narrow = h.linear(down.weight, bias: down.bias, layout: .inputsByOutputs)
return x + h + narrow.linear(up.weight, bias: up.bias, layout: .inputsByOutputs).relu()

// WRONG: no biases
let h = sublayer(norm(x))
let narrow = h.linear(down.weight, layout: .inputsByOutputs).relu()
return x + h + narrow.linear(up.weight, layout: .inputsByOutputs)

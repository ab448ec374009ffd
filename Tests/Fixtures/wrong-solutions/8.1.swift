// WRONG: without alpha over the rank
let low = a.map { row in zip(row, x).map { $0 * $1 }.reduce(0, +) }
return bias.indices.map { output in
  let old = zip(x, weight).map { $0 * $1[output] }.reduce(bias[output], +)
  return old + zip(b[output], low).map { $0 * $1 }.reduce(0, +)
}

// WRONG: alpha, and not over the rank
let low = a.map { row in zip(row, x).map { $0 * $1 }.reduce(0, +) }
return bias.indices.map { output in
  let old = zip(x, weight).map { $0 * $1[output] }.reduce(bias[output], +)
  return old + alpha * zip(b[output], low).map { $0 * $1 }.reduce(0, +)
}

// WRONG: the layer's own part is scaled as well
let low = a.map { row in zip(row, x).map { $0 * $1 }.reduce(0, +) }
let scale = alpha / Double(a.count)
return bias.indices.map { output in
  let old = zip(x, weight).map { $0 * $1[output] }.reduce(bias[output], +)
  return scale * (old + zip(b[output], low).map { $0 * $1 }.reduce(0, +))
}

// WRONG: the adapter in the place of the layer
let low = a.map { row in zip(row, x).map { $0 * $1 }.reduce(0, +) }
let scale = alpha / Double(a.count)
return bias.indices.map { output in
  bias[output] + scale * zip(b[output], low).map { $0 * $1 }.reduce(0, +)
}

// WRONG: no bias
let low = a.map { row in zip(row, x).map { $0 * $1 }.reduce(0, +) }
let scale = alpha / Double(a.count)
return bias.indices.map { output in
  let old = zip(x, weight).map { $0 * $1[output] }.reduce(0, +)
  return old + scale * zip(b[output], low).map { $0 * $1 }.reduce(0, +)
}

// WRONG: A taken by its columns, which fits where the rank is the number of inputs
let low = a.indices.map { rank in x.indices.map { a[$0][rank] * x[$0] }.reduce(0, +) }
let scale = alpha / Double(a.count)
return bias.indices.map { output in
  let old = zip(x, weight).map { $0 * $1[output] }.reduce(bias[output], +)
  return old + scale * zip(b[output], low).map { $0 * $1 }.reduce(0, +)
}

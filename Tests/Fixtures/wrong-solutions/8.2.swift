// WRONG: without alpha over the rank
return weight.enumerated().map { input, row in
  row.enumerated().map { output, old in
    old + a.indices.map { b[output][$0] * a[$0][input] }.reduce(0, +)
  }
}

// WRONG: alpha, and not over the rank
return weight.enumerated().map { input, row in
  row.enumerated().map { output, old in
    old + alpha * a.indices.map { b[output][$0] * a[$0][input] }.reduce(0, +)
  }
}

// WRONG: the numbers of B·A, outputs × inputs, in the order in which they lie
let scale = alpha / Double(a.count)
let update = b.flatMap { row in
  a[0].indices.map { input in zip(row, a).map { $0 * $1[input] }.reduce(0, +) }
}
return weight.enumerated().map { input, row in
  row.enumerated().map { output, old in old + scale * update[input * row.count + output] }
}

// WRONG: the update alone
let scale = alpha / Double(a.count)
return weight.enumerated().map { input, row in
  row.indices.map { output in
    scale * a.indices.map { b[output][$0] * a[$0][input] }.reduce(0, +)
  }
}

// WRONG: the first rank alone
let scale = alpha / Double(a.count)
return weight.enumerated().map { input, row in
  row.enumerated().map { output, old in old + scale * b[output][0] * a[0][input] }
}

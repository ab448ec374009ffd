// WRONG: later tokens count
return scores.map { row in
  let top = row.max()!
  let powers = row.map { exp($0 - top) }
  return powers.prefix(prefixLength).reduce(0, +) / powers.reduce(0, +)
}

// WRONG: the mask is not shifted by the prefix
return scores.enumerated().map { token, row in
  let seen = row.prefix(token + 1)
  let top = seen.max()!
  let powers = seen.map { exp($0 - top) }
  return powers.prefix(prefixLength).reduce(0, +) / powers.reduce(0, +)
}

// WRONG: e to the power of large scores
return scores.enumerated().map { token, row in
  let powers = row.prefix(prefixLength + token + 1).map { exp($0) }
  return powers.prefix(prefixLength).reduce(0, +) / powers.reduce(0, +)
}

// WRONG: the largest score of the whole row is subtracted
return scores.enumerated().map { token, row in
  let top = row.max()!
  let powers = row.prefix(prefixLength + token + 1).map { exp($0 - top) }
  return powers.prefix(prefixLength).reduce(0, +) / powers.reduce(0, +)
}

// WRONG: a token does not see itself
return scores.enumerated().map { token, row in
  let seen = row.prefix(prefixLength + token)
  let top = seen.max() ?? 0
  let powers = seen.map { exp($0 - top) }
  return powers.prefix(prefixLength).reduce(0, +) / max(powers.reduce(0, +), 1e-300)
}

// WRONG: the number of columns instead of their weight
return scores.indices.map { Double(prefixLength) / Double(prefixLength + $0 + 1) }

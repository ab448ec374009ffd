// WRONG: the mask is not shifted by the prefix
let (allKeys, allValues) = (prefix.keys + keys, prefix.values + values)
return queries.enumerated().map { token, query in
  let scores = allKeys.prefix(token + 1).map { key in
    zip(query, key).map { $0 * $1 }.reduce(0, +) / Double(query.count).squareRoot()
  }
  let powers = scores.map { exp($0) }
  let total = powers.reduce(0, +)
  return query.indices.map { place in
    zip(powers, allValues).map { $0 / total * $1[place] }.reduce(0, +)
  }
}

// WRONG: no mask
let (allKeys, allValues) = (prefix.keys + keys, prefix.values + values)
return queries.map { query in
  let scores = allKeys.map { key in
    zip(query, key).map { $0 * $1 }.reduce(0, +) / Double(query.count).squareRoot()
  }
  let powers = scores.map { exp($0) }
  let total = powers.reduce(0, +)
  return query.indices.map { place in
    zip(powers, allValues).map { $0 / total * $1[place] }.reduce(0, +)
  }
}

// WRONG: scores are not divided by √D
let (allKeys, allValues) = (prefix.keys + keys, prefix.values + values)
return queries.enumerated().map { token, query in
  let scores = allKeys.prefix(prefix.keys.count + token + 1).map { key in
    zip(query, key).map { $0 * $1 }.reduce(0, +)
  }
  let powers = scores.map { exp($0) }
  let total = powers.reduce(0, +)
  return query.indices.map { place in
    zip(powers, allValues).map { $0 / total * $1[place] }.reduce(0, +)
  }
}

// WRONG: a softmax of its own for the prefix
func part(_ query: [Double], _ keys: [[Double]], _ values: [[Double]]) -> [Double] {
  let powers = keys.map { key in
    exp(zip(query, key).map { $0 * $1 }.reduce(0, +) / Double(query.count).squareRoot())
  }
  let total = powers.reduce(0, +)
  return query.indices.map { place in
    zip(powers, values).map { $0 / total * $1[place] }.reduce(0, +)
  }
}
return queries.enumerated().map { token, query in
  let own = part(query, Array(keys.prefix(token + 1)), values)
  guard !prefix.keys.isEmpty else { return own }
  return zip(own, part(query, prefix.keys, prefix.values)).map { $0 + $1 }
}

// WRONG: only the keys get a prefix
let allKeys = prefix.keys + keys
return queries.enumerated().map { token, query in
  let scores = allKeys.prefix(prefix.keys.count + token + 1).map { key in
    zip(query, key).map { $0 * $1 }.reduce(0, +) / Double(query.count).squareRoot()
  }
  let powers = scores.map { exp($0) }
  let total = powers.reduce(0, +)
  return query.indices.map { place in
    zip(powers, values).map { $0 / total * $1[place] }.reduce(0, +)
  }
}

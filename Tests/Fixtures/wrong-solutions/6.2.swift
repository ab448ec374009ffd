// WRONG: all families alike
return draws.map { Int($0 * Double(shares.count)) }

// WRONG: shares taken for probabilities
return draws.map { draw in
  var rest = draw
  for (family, share) in shares.enumerated() {
    if rest < share { return family }
    rest -= share
  }
  return shares.count - 1
}

// WRONG: a border belongs to the family that ends there
let whole = shares.reduce(0, +)
return draws.map { draw in
  var rest = draw * whole
  for (family, share) in shares.enumerated() {
    if rest <= share { return family }
    rest -= share
  }
  return shares.count - 1
}

// WRONG: the likeliest family
return draws.map { _ in shares.indices.max { shares[$0] < shares[$1] }! }

// WRONG: nothing is taken off
let whole = shares.reduce(0, +)
return draws.map { draw in shares.firstIndex { draw * whole < $0 } ?? shares.count - 1 }

// WRONG: the product, not the cosine
let products = embeddings.enumerated().map { token, embedding in
  (token: token, cosine: zip(vector, embedding).reduce(0.0) { $0 + Double($1.0 * $1.1) })
}
return Array(products.sorted { ($0.cosine, $1.token) > ($1.cosine, $0.token) }.prefix(count))

// WRONG: the vector's own length is left in
let cosines = embeddings.enumerated().map { token, embedding in
  let length = Double(embedding.reduce(0) { $0 + $1 * $1 }).squareRoot()
  let product = zip(vector, embedding).reduce(0.0) { $0 + Double($1.0 * $1.1) }
  return (token: token, cosine: length > 0 ? product / length : 0)
}
return Array(cosines.sorted { ($0.cosine, $1.token) > ($1.cosine, $0.token) }.prefix(count))

// WRONG: the nearest by distance
func length(_ x: [Float]) -> Double { Double(x.reduce(0) { $0 + $1 * $1 }).squareRoot() }
let found = embeddings.enumerated().map { token, embedding in
  let lengths = length(vector) * length(embedding)
  let product = zip(vector, embedding).reduce(0.0) { $0 + Double($1.0 * $1.1) }
  return (
    token: token, cosine: lengths > 0 ? product / lengths : 0,
    distance: length(zip(vector, embedding).map { $0 - $1 })
  )
}
return found.sorted { ($0.distance, $0.token) < ($1.distance, $1.token) }.prefix(count)
  .map { (token: $0.token, cosine: $0.cosine) }

// WRONG: opposite directions count as near
func length(_ x: [Float]) -> Double { Double(x.reduce(0) { $0 + $1 * $1 }).squareRoot() }
let cosines = embeddings.enumerated().map { token, embedding in
  let lengths = length(vector) * length(embedding)
  let product = zip(vector, embedding).reduce(0.0) { $0 + Double($1.0 * $1.1) }
  return (token: token, cosine: lengths > 0 ? abs(product / lengths) : 0)
}
return Array(cosines.sorted { ($0.cosine, $1.token) > ($1.cosine, $0.token) }.prefix(count))

// WRONG: the farthest first
func length(_ x: [Float]) -> Double { Double(x.reduce(0) { $0 + $1 * $1 }).squareRoot() }
let cosines = embeddings.enumerated().map { token, embedding in
  let lengths = length(vector) * length(embedding)
  let product = zip(vector, embedding).reduce(0.0) { $0 + Double($1.0 * $1.1) }
  return (token: token, cosine: lengths > 0 ? product / lengths : 0)
}
return Array(cosines.sorted { ($0.cosine, $0.token) < ($1.cosine, $1.token) }.prefix(count))

// WRONG: a vector of zeros has no number
func length(_ x: [Float]) -> Double { Double(x.reduce(0) { $0 + $1 * $1 }).squareRoot() }
let cosines = embeddings.enumerated().map { token, embedding in
  let product = zip(vector, embedding).reduce(0.0) { $0 + Double($1.0 * $1.1) }
  return (token: token, cosine: product / (length(vector) * length(embedding)))
}
return Array(cosines.sorted { ($0.cosine, $1.token) > ($1.cosine, $0.token) }.prefix(count))

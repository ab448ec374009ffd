// WRONG: the labels are shifted before the vectors come
let shifted = Array(labels.dropFirst()) + [ignoreIndex]
return (vectors + embedded, vectors.map { _ in ignoreIndex } + shifted)

// WRONG: the labels are not moved up by the vectors
let padded = Array(labels.dropFirst()) + [ignoreIndex]
return (vectors + embedded, padded + vectors.map { _ in ignoreIndex })

// WRONG: labels at their own places, not shifted at all
return (vectors + embedded, vectors.map { _ in ignoreIndex } + labels)

// WRONG: the vectors stand behind the tokens
let all = labels + vectors.map { _ in ignoreIndex }
return (embedded + vectors, Array(all.dropFirst()) + [ignoreIndex])

// WRONG: every vector predicts the first token
let first = Array(repeating: labels.first ?? ignoreIndex, count: vectors.count)
return (vectors + embedded, first + Array(labels.dropFirst()) + [ignoreIndex])

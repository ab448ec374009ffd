// WRONG: not shifted
let losses = zip(logits, ids).map { row, id in -log(softmax(row)[id]) }
return losses.reduce(0, +) / Double(losses.count)

// WRONG: shifted the wrong way
let losses = zip(logits.dropFirst(), ids).map { row, id in -log(softmax(row)[id]) }
return losses.reduce(0, +) / Double(losses.count)

// WRONG: a sum
return zip(logits, ids.dropFirst()).map { row, next in -log(softmax(row)[next]) }.reduce(0, +)

// WRONG: averaged over all tokens
let losses = zip(logits, ids.dropFirst()).map { row, next in -log(softmax(row)[next]) }
return losses.reduce(0, +) / Double(ids.count)

// WRONG: logits taken for logarithms of probabilities
let losses = zip(logits, ids.dropFirst()).map { row, next in -Double(row[next]) }
return losses.reduce(0, +) / Double(losses.count)

// WRONG: shifted twice
let losses = zip(logits, ids.dropFirst(2)).map { row, next in -log(softmax(row)[next]) }
return losses.isEmpty ? 0 : losses.reduce(0, +) / Double(losses.count)

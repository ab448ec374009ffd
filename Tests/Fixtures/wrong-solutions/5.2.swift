// WRONG: not shifted
let losses = zip(logits, labels).compactMap { row, label in
  label == -100 ? nil : -log(softmax(row)[label])
}
return losses.reduce(0, +) / Double(losses.count)

// WRONG: shifted twice
let losses = zip(logits, labels.dropFirst(2)).compactMap { row, label in
  label == -100 ? nil : -log(softmax(row)[label])
}
return losses.isEmpty ? 0 : losses.reduce(0, +) / Double(losses.count)

// WRONG: averaged over all places
let losses = zip(logits, labels.dropFirst()).compactMap { row, label in
  label == -100 ? nil : -log(softmax(row)[label])
}
return losses.reduce(0, +) / Double(labels.count - 1)

// WRONG: a sum
return zip(logits, labels.dropFirst()).compactMap { row, label in
  label == -100 ? nil : -log(softmax(row)[label])
}.reduce(0, +)

// WRONG: what is ignored counts as token 0
let losses = zip(logits, labels.dropFirst()).map { row, label in
  -log(softmax(row)[max(0, label)])
}
return losses.reduce(0, +) / Double(losses.count)

// WRONG: divided by the first label too
let losses = zip(logits, labels.dropFirst()).compactMap { row, label in
  label == -100 ? nil : -log(softmax(row)[label])
}
return losses.reduce(0, +) / Double(labels.filter { $0 != -100 }.count)

// WRONG: not averaged over the texts
return zip(logits, labels).map { row, label in
  softmax(row).enumerated().map { $1 - ($0 == label ? 1 : 0) }
}

// WRONG: the sign turned around
return zip(logits, labels).map { row, label in
  softmax(row).enumerated().map { (($0 == label ? 1 : 0) - $1) / Double(logits.count) }
}

// WRONG: probabilities, without the label
return logits.map { row in softmax(row).map { $0 / Double(logits.count) } }

// WRONG: averaged over the classes
return zip(logits, labels).map { row, label in
  softmax(row).enumerated().map { ($1 - ($0 == label ? 1 : 0)) / Double(row.count) }
}

// WRONG: the softmax overflows
return zip(logits, labels).map { row, label in
  let powers = row.map { exp(Double($0)) }
  let sum = powers.reduce(0, +)
  return powers.enumerated().map { ($1 / sum - ($0 == label ? 1 : 0)) / Double(logits.count) }
}

// WRONG: the loss of the label's column alone
return zip(logits, labels).map { row, label in
  softmax(row).enumerated().map { $0 == label ? ($1 - 1) / Double(logits.count) : 0 }
}

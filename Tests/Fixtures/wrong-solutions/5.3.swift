// WRONG: cut at the end
return 0..<min(labels.count, length)

// WRONG: always the last tokens
return max(0, labels.count - length)..<labels.count

// WRONG: what predicts the first label is cut
guard labels.count > length else { return 0..<labels.count }
let answer = labels.firstIndex { $0 != -100 } ?? 0
let first = max(0, min(labels.count - length, answer))
return first..<first + length

// WRONG: the whole prompt goes at once
guard labels.count > length else { return 0..<labels.count }
let answer = labels.firstIndex { $0 != -100 } ?? 0
let first = max(0, answer - 1)
return first..<min(labels.count, first + length)

// WRONG: a place before the row
guard labels.count > length else { return 0..<labels.count }
let answer = labels.firstIndex { $0 != -100 } ?? 0
let first = min(labels.count - length, answer - 1)
return first..<first + length

// WRONG: longer than the row
let answer = labels.firstIndex { $0 != -100 } ?? 0
let first = max(0, min(labels.count - length, answer - 1))
return first..<first + length

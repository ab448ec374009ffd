// WRONG: the share of the prompt's
let (asked, answered) = (Array(prompt), Array(answer))
let grams = (0..<max(0, asked.count - 3)).map { String(asked[$0..<$0 + 4]) }
guard !grams.isEmpty, answered.count > 3 else { return 0 }
return Double(grams.filter { answer.contains($0) }.count) / Double(grams.count)

// WRONG: each of the answer's once
let answered = Array(answer)
let grams = Set((0..<max(0, answered.count - 3)).map { String(answered[$0..<$0 + 4]) })
guard !grams.isEmpty else { return 0 }
return Double(grams.filter { prompt.contains($0) }.count) / Double(grams.count)

// WRONG: three characters
let answered = Array(answer)
guard answered.count > 3 else { return 0 }
let grams = (0..<answered.count - 2).map { String(answered[$0..<$0 + 3]) }
return Double(grams.filter { prompt.contains($0) }.count) / Double(grams.count)

// WRONG: words
let answered = answer.split(separator: " ")
guard answered.count > 3 else { return 0 }
let grams = (0..<answered.count - 3).map { answered[$0..<$0 + 4].joined(separator: " ") }
return Double(grams.filter { prompt.contains($0) }.count) / Double(grams.count)

// WRONG: bytes
let (asked, answered) = (Array(prompt.utf8), Array(answer.utf8))
guard answered.count > 3 else { return 0 }
let known = Set((0..<max(0, asked.count - 3)).map { Array(asked[$0..<$0 + 4]) })
let grams = (0..<answered.count - 3).map { Array(answered[$0..<$0 + 4]) }
return Double(grams.filter(known.contains).count) / Double(grams.count)

// WRONG: the last window is left out
let answered = Array(answer)
let grams = (0..<max(0, answered.count - 4)).map { String(answered[$0..<$0 + 4]) }
guard !grams.isEmpty else { return 0 }
return Double(grams.filter { prompt.contains($0) }.count) / Double(grams.count)

// WRONG: no answer is 0 / 0
let answered = Array(answer)
let grams = (0..<max(0, answered.count - 3)).map { String(answered[$0..<$0 + 4]) }
return Double(grams.filter { prompt.contains($0) }.count) / Double(grams.count)

// WRONG: a range that ends before it begins
let answered = Array(answer)
let grams = (0..<answered.count - 3).map { String(answered[$0..<$0 + 4]) }
return Double(grams.filter { prompt.contains($0) }.count) / Double(grams.count)

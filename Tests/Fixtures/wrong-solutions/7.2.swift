// WRONG: n below instead of n − 1
let rows = instruction.chat.indices.map { row in
  (instruction.chat[row] - instruction.base[row]) - (head.chat[row] - head.base[row])
}
let count = Double(rows.count)
let mean = rows.reduce(0, +) / count
let variance = rows.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / count
return (mean, (variance / count).squareRoot())

// WRONG: the standard deviation
let rows = instruction.chat.indices.map { row in
  (instruction.chat[row] - instruction.base[row]) - (head.chat[row] - head.base[row])
}
let mean = rows.reduce(0, +) / Double(rows.count)
let squares = rows.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
return (mean, (squares / Double(rows.count - 1)).squareRoot())

// WRONG: variances of independent arms added up
let arms = [instruction.chat, instruction.base, head.chat, head.base]
let means = arms.map { $0.reduce(0, +) / Double($0.count) }
let variance = zip(arms, means).map { arm, mean in
  arm.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(arm.count - 1) / Double(arm.count)
}.reduce(0, +)
return ((means[0] - means[1]) - (means[2] - means[3]), variance.squareRoot())

// WRONG: gains added
let rows = instruction.chat.indices.map { row in
  (instruction.chat[row] - instruction.base[row]) + (head.chat[row] - head.base[row])
}
let count = Double(rows.count)
let mean = rows.reduce(0, +) / count
let variance = rows.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)
return (mean, (variance / count).squareRoot())

// WRONG: base minus chat
let rows = instruction.chat.indices.map { row in
  (instruction.base[row] - instruction.chat[row]) - (head.base[row] - head.chat[row])
}
let count = Double(rows.count)
let mean = rows.reduce(0, +) / count
let variance = rows.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)
return (mean, (variance / count).squareRoot())

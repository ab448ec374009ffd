// WRONG: the token before the first pad
let length = rows.map(\.count).max() ?? 0
let padded = rows.map { $0 + Array(repeating: pad, count: length - $0.count) }
return (padded, padded.map { ($0.firstIndex(of: pad) ?? length) - 1 })

// WRONG: the rightmost token that is no pad
let length = rows.map(\.count).max() ?? 0
let padded = rows.map { $0 + Array(repeating: pad, count: length - $0.count) }
return (padded, padded.map { ($0.lastIndex { $0 != pad } ?? 0) })

// WRONG: the last position of the padded row
let length = rows.map(\.count).max() ?? 0
let padded = rows.map { $0 + Array(repeating: pad, count: length - $0.count) }
return (padded, padded.map { $0.count - 1 })

// WRONG: pads on the left
let length = rows.map(\.count).max() ?? 0
let padded = rows.map { Array(repeating: pad, count: length - $0.count) + $0 }
return (padded, rows.map { $0.count - 1 })

// WRONG: one too far
let length = rows.map(\.count).max() ?? 0
let padded = rows.map { $0 + Array(repeating: pad, count: length - $0.count) }
return (padded, rows.map(\.count))

// WRONG: a pad too many for each row
let length = (rows.map(\.count).max() ?? 0) + 1
let padded = rows.map { $0 + Array(repeating: pad, count: length - $0.count) }
return (padded, rows.map { $0.count - 1 })

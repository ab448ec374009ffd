// WRONG: the mean over tokens
let hits = zip(scores, labels).map { options, label -> Double in
  let means = options.map { $0.reduce(0, +) / Double($0.count) }
  let top = means.max()!
  return means[label] == top ? 1 / Double(means.filter { $0 == top }.count) : 0
}
return hits.reduce(0, +) / Double(hits.count)

// WRONG: the first of equal options
let hits = zip(scores, labels).map { options, label -> Double in
  let sums = options.map { $0.reduce(0, +) }
  return sums.firstIndex(of: sums.max()!) == label ? 1 : 0
}
return hits.reduce(0, +) / Double(hits.count)

// WRONG: a tie is right
let hits = zip(scores, labels).map { options, label -> Double in
  let sums = options.map { $0.reduce(0, +) }
  return sums[label] == sums.max()! ? 1 : 0
}
return hits.reduce(0, +) / Double(hits.count)

// WRONG: the first token only
let hits = zip(scores, labels).map { options, label -> Double in
  let firsts = options.map { $0[0] }
  let top = firsts.max()!
  return firsts[label] == top ? 1 / Double(firsts.filter { $0 == top }.count) : 0
}
return hits.reduce(0, +) / Double(hits.count)

// WRONG: a tie counts one half, however many share it
let hits = zip(scores, labels).map { options, label -> Double in
  let sums = options.map { $0.reduce(0, +) }
  let top = sums.max()!
  guard sums[label] == top else { return 0 }
  return sums.filter { $0 == top }.count > 1 ? 0.5 : 1
}
return hits.reduce(0, +) / Double(hits.count)

// WRONG: shares the row with every option that has an equal
let hits = zip(scores, labels).map { options, label -> Double in
  let sums = options.map { $0.reduce(0, +) }
  let equal = sums.filter { $0 == sums[label] }.count
  return equal > 1 || sums[label] == sums.max()! ? 1 / Double(equal) : 0
}
return hits.reduce(0, +) / Double(hits.count)

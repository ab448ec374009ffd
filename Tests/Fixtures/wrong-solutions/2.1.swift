// WRONG: the first token's state
let tokens = (0..<starts.last!).map { Array(states[$0 * width..<($0 + 1) * width]) }
let texts = zip(starts, starts.dropFirst()).map { tokens[$0..<$1] }
let means = texts.map { text in
  (0..<width).map { column in text.reduce(0) { $0 + $1[column] } / Double(text.count) }
}
return (texts.map { $0.first! }, means)

// WRONG: the first token of the next text
let tokens = (0..<starts.last!).map { Array(states[$0 * width..<($0 + 1) * width]) }
let texts = zip(starts, starts.dropFirst()).map { tokens[$0..<$1] }
let means = texts.map { text in
  (0..<width).map { column in text.reduce(0) { $0 + $1[column] } / Double(text.count) }
}
return (starts.dropFirst().map { tokens[min($0, tokens.count - 1)] }, means)

// WRONG: a mean that leaves the last token out
let tokens = (0..<starts.last!).map { Array(states[$0 * width..<($0 + 1) * width]) }
let texts = zip(starts, starts.dropFirst()).map { tokens[$0..<$1] }
let means = texts.map { text in
  (0..<width).map { column in
    text.dropLast().reduce(0) { $0 + $1[column] } / Double(max(1, text.count - 1))
  }
}
return (texts.map { $0.last! }, means)

// WRONG: a mean over as many tokens as the longest text has, as if the others were padded with 0
let tokens = (0..<starts.last!).map { Array(states[$0 * width..<($0 + 1) * width]) }
let texts = zip(starts, starts.dropFirst()).map { tokens[$0..<$1] }
let longest = Double(texts.map(\.count).max()!)
let means = texts.map { text in
  (0..<width).map { column in text.reduce(0) { $0 + $1[column] } / longest }
}
return (texts.map { $0.last! }, means)

// WRONG: a sum
let tokens = (0..<starts.last!).map { Array(states[$0 * width..<($0 + 1) * width]) }
let texts = zip(starts, starts.dropFirst()).map { tokens[$0..<$1] }
let sums = texts.map { text in (0..<width).map { column in text.reduce(0) { $0 + $1[column] } } }
return (texts.map { $0.last! }, sums)

// WRONG: rows and columns exchanged
let count = starts.last!
let tokens = (0..<count).map { token in (0..<width).map { states[$0 * count + token] } }
let texts = zip(starts, starts.dropFirst()).map { tokens[$0..<$1] }
let means = texts.map { text in
  (0..<width).map { column in text.reduce(0) { $0 + $1[column] } / Double(text.count) }
}
return (texts.map { $0.last! }, means)

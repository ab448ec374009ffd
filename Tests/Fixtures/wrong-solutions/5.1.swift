// WRONG: the end token is left out
return segments.flatMap { segment in
  segment.kind == .assistant ? segment.tokens : segment.tokens.map { _ in -100 }
}

// WRONG: everything counts
return segments.flatMap { $0.tokens }

// WRONG: only the last answer counts
let last = segments.lastIndex { $0.kind == .assistant } ?? segments.count
return segments.enumerated().flatMap { place, segment in
  place >= last ? segment.tokens : segment.tokens.map { _ in -100 }
}

// WRONG: everything from the first answer on counts
let first = segments.firstIndex { $0.kind == .assistant } ?? segments.count
return segments.enumerated().flatMap { place, segment in
  place >= first ? segment.tokens : segment.tokens.map { _ in -100 }
}

// WRONG: tokens are searched for
let taught = Set(
  segments.filter { $0.kind == .assistant || $0.kind == .end }.flatMap { $0.tokens })
return segments.flatMap { $0.tokens.map { taught.contains($0) ? $0 : -100 } }

// WRONG: moved by one
let own = segments.flatMap { segment in
  segment.kind == .assistant || segment.kind == .end
    ? segment.tokens : segment.tokens.map { _ in -100 }
}
return Array(own.dropFirst()) + [-100]

// WRONG: the frame before the answer counts
return segments.enumerated().flatMap { place, segment in
  let announces =
    segment.kind == .frame && place + 1 < segments.count
    && segments[place + 1].kind == .assistant
  return announces || segment.kind == .assistant || segment.kind == .end
    ? segment.tokens : segment.tokens.map { _ in -100 }
}

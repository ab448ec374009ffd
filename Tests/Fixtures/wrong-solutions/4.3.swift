// WRONG: a longer prompt is no difference
return zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset

// WRONG: the last difference
if let place = zip(one, other).enumerated().reversed().first(where: { $1.0 != $1.1 })?.offset {
  return place
}
return one.count == other.count ? nil : min(one.count, other.count)

// WRONG: places count from 1
if let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset {
  return place + 1
}
return one.count == other.count ? nil : min(one.count, other.count)

// WRONG: the end of the longer one
if let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset {
  return place
}
return one.count == other.count ? nil : max(one.count, other.count) - 1

// WRONG: equal prompts differ at their end
return zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset ?? min(one.count, other.count)

// WRONG: only the first may be the shorter
if let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset {
  return place
}
return one.count < other.count ? one.count : nil

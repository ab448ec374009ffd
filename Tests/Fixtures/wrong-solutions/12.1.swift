// WRONG: twelve blocks, whatever the names say
func block(_ name: String) -> Int? {
  let parts = name.split(separator: ".")
  return parts[1] == "h" ? Int(parts[2]) : nil
}
return names.filter { name in
  block(name).map { $0 >= 12 - blocks } ?? name.hasPrefix("transformer.ln_f.")
}

// WRONG: blocks in the order of the alphabet
let found = Set(
  names.compactMap { name -> Substring? in
    let parts = name.split(separator: ".")
    return parts[1] == "h" ? parts[2] : nil
  })
let last = Set(found.sorted().suffix(blocks))
return names.filter { name in
  let parts = name.split(separator: ".")
  return parts[1] == "h" ? last.contains(parts[2]) : parts[1] == "ln_f"
}

// WRONG: everything outside the blocks is trained
func block(_ name: String) -> Int? {
  let parts = name.split(separator: ".")
  return parts[1] == "h" ? Int(parts[2]) : nil
}
let count = names.compactMap(block).max()! + 1
return names.filter { name in block(name).map { $0 >= count - blocks } ?? true }

// WRONG: the first blocks
func block(_ name: String) -> Int? {
  let parts = name.split(separator: ".")
  return parts[1] == "h" ? Int(parts[2]) : nil
}
return names.filter { name in
  block(name).map { $0 < blocks } ?? name.hasPrefix("transformer.ln_f.")
}

// WRONG: no final norm
func block(_ name: String) -> Int? {
  let parts = name.split(separator: ".")
  return parts[1] == "h" ? Int(parts[2]) : nil
}
let count = names.compactMap(block).max()! + 1
return names.filter { name in block(name).map { $0 >= count - blocks } ?? false }

// WRONG: one block too few
func block(_ name: String) -> Int? {
  let parts = name.split(separator: ".")
  return parts[1] == "h" ? Int(parts[2]) : nil
}
let last = names.compactMap(block).max()!
return names.filter { name in
  block(name).map { $0 > last - blocks + 1 } ?? name.hasPrefix("transformer.ln_f.")
}

// WRONG: sorted
func block(_ name: String) -> Int? {
  let parts = name.split(separator: ".")
  return parts[1] == "h" ? Int(parts[2]) : nil
}
let count = names.compactMap(block).max()! + 1
return names.sorted().filter { name in
  block(name).map { $0 >= count - blocks } ?? name.hasPrefix("transformer.ln_f.")
}

// WRONG: looks for the labels anywhere
var found: [String: String] = [:]
for (key, labels) in allowed {
  guard let label = labels.first(where: answer.contains) else { return nil }
  found[key] = label
}
return found

// WRONG: keys too many are taken
let decoded = try? JSONDecoder().decode([String: String].self, from: Data(answer.utf8))
guard let decoded else { return nil }
for (key, labels) in allowed {
  guard let label = decoded[key], labels.contains(label) else { return nil }
}
return decoded.filter { allowed[$0.key] != nil }

// WRONG: labels are not looked at
let decoded = try? JSONDecoder().decode([String: String].self, from: Data(answer.utf8))
guard let decoded, Set(decoded.keys) == Set(allowed.keys) else { return nil }
return decoded

// WRONG: any label for any key
let decoded = try? JSONDecoder().decode([String: String].self, from: Data(answer.utf8))
guard let decoded, Set(decoded.keys) == Set(allowed.keys) else { return nil }
let labels = allowed.values.joined()
return decoded.values.allSatisfy(labels.contains) ? decoded : nil

// WRONG: missing keys are forgiven
let decoded = try? JSONDecoder().decode([String: String].self, from: Data(answer.utf8))
guard let decoded else { return nil }
let isAllowed = decoded.allSatisfy { key, label in allowed[key]?.contains(label) ?? false }
return isAllowed ? decoded : nil

// WRONG: cuts the braces out of whatever stands around them
guard let first = answer.firstIndex(of: "{"), let last = answer.lastIndex(of: "}")
else { return nil }
let object = Data(answer[first...last].utf8)
let decoded = try? JSONDecoder().decode([String: String].self, from: object)
guard let decoded, decoded.count == allowed.count else { return nil }
return decoded.allSatisfy { allowed[$0.key]?.contains($0.value) ?? false } ? decoded : nil

// WRONG: only the text as the course writes it
let text = answer.filter { !$0.isWhitespace }
for mood in allowed["mood"]! {
  for domain in allowed["domain"]! where text == "{\"mood\":\"\(mood)\",\"domain\":\"\(domain)\"}" {
    return ["mood": mood, "domain": domain]
  }
}
return nil

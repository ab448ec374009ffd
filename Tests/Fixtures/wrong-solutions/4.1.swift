// WRONG: the word is not looked at
return .instruction(instruction, input: text, output: answers[label])

// WRONG: every word must be its own
guard Set(answers).count == answers.count, !answers[label].allSatisfy(\.isWhitespace) else {
  return nil
}
return .instruction(instruction, input: text, output: answers[label])

// WRONG: white space is a word
guard answers.filter({ $0 == answers[label] }).count == 1, !answers[label].isEmpty else {
  return nil
}
return .instruction(instruction, input: text, output: answers[label])

// WRONG: the text is trimmed
guard answers.filter({ $0 == answers[label] }).count == 1,
  !answers[label].allSatisfy(\.isWhitespace)
else { return nil }
return .instruction(
  instruction, input: text.trimmingCharacters(in: .whitespacesAndNewlines),
  output: answers[label])

// WRONG: the text is part of the instruction
guard answers.filter({ $0 == answers[label] }).count == 1,
  !answers[label].allSatisfy(\.isWhitespace)
else { return nil }
return .instruction(instruction + "\n" + text, input: "", output: answers[label])

// WRONG: only a later label counts as a second
guard answers.firstIndex(of: answers[label]) == label, !answers[label].allSatisfy(\.isWhitespace)
else { return nil }
return .instruction(instruction, input: text, output: answers[label])

// WRONG: labels count from 1
let word = answers[(label + answers.count - 1) % answers.count]
return .instruction(instruction, input: text, output: word)

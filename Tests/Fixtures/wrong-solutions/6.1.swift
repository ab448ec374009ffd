// WRONG: to the letter
return answer == expected

// WRONG: only white space
return answer.trimmingCharacters(in: .whitespacesAndNewlines)
  == expected.trimmingCharacters(in: .whitespacesAndNewlines)

// WRONG: all marks at both ends
let loose = CharacterSet.whitespacesAndNewlines.union(.punctuationCharacters)
return answer.trimmingCharacters(in: loose) == expected.trimmingCharacters(in: loose)

// WRONG: white space within goes too
func bare(_ text: String) -> String {
  var text = text.filter { !$0.isWhitespace }
  if let last = text.last, ".!?。！？".contains(last) { text.removeLast() }
  return text
}
return bare(answer) == bare(expected)

// WRONG: contained
let text = answer.trimmingCharacters(in: .whitespacesAndNewlines)
return text.contains(expected) || expected.contains(text)

// WRONG: case does not count
func bare(_ text: String) -> String {
  var text = text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
  if let last = text.last, ".!?。！？".contains(last) { text.removeLast() }
  return text.trimmingCharacters(in: .whitespacesAndNewlines)
}
return bare(answer) == bare(expected)

// WRONG: the white space before the mark stays
func bare(_ text: String) -> String {
  var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
  if let last = text.last, ".!?。！？".contains(last) { text.removeLast() }
  return text
}
return bare(answer) == bare(expected)

// WRONG: only the answer is made bare
var text = answer.trimmingCharacters(in: .whitespacesAndNewlines)
if let last = text.last, ".!?。！？".contains(last) { text.removeLast() }
return text.trimmingCharacters(in: .whitespacesAndNewlines) == expected

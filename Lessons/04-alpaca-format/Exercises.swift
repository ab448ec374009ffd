import Course

/// Exercise 4.1: Write a labelled text as a row of instructions.
///
/// The text becomes the input, the word of its label the output. Give nil for a row that could not
/// be read back: where the word stands for a second label as well, and where the word is empty or
/// nothing but white space, which no reader takes for an answer.
///
/// Hint: `answers[label]` is the word; labels count from 0.
/// Hint: `Example.instruction(instruction, input: text, output: word)` is the row.
func alpacaRow(
  text: String, label: Int, answers: [String], instruction: String
) throws -> Example? {
  // BEGIN SOLUTION
  let word = answers[label]
  guard answers.count(where: { $0 == word }) == 1, !word.allSatisfy(\.isWhitespace) else {
    return nil
  }
  return .instruction(instruction, input: text, output: word)
  // END SOLUTION
}

/// Exercise 4.2: Render a conversation in ChatML, as segments.
///
/// Every message is `<|im_start|>`, the role's name and a line's end, then its text, then `<|im_end|>`
/// and another line's end. The marks, the names and the line ends are `.frame`; texts are `.user`
/// and `.assistant`; the `<|im_end|>` of an answer is `.end`, that of a question `.frame`. Neighbouring
/// frames make one segment, and after the last answer's end comes the last line's end.
///
/// Hint: what stands between two texts is one frame, but for the end of an answer.
/// Hint: a role's `rawValue` is its name.
func chatMLSegments(_ turns: [Turn]) throws -> [Segment] {
  // BEGIN SOLUTION
  var segments: [Segment] = []
  var frame = ""
  for turn in turns {
    segments.append(Segment(.frame, frame + "<|im_start|>\(turn.role.rawValue)\n"))
    segments.append(Segment(turn.role == .user ? .user : .assistant, turn.text))
    if turn.role == .assistant { segments.append(Segment(.end, "<|im_end|>")) }
    frame = turn.role == .assistant ? "\n" : "<|im_end|>\n"
  }
  return frame.isEmpty ? segments : segments + [Segment(.frame, frame)]
  // END SOLUTION
}

/// Exercise 4.3: Find the first token in which two prompts differ.
///
/// Give its place, counted from 0; nil where they are equal. Where one prompt is the beginning of the
/// other, they differ at the place of the first token that only one of them has.
///
/// Hint: `zip` ends with the shorter of the two.
func firstDifference(_ one: [Int32], _ other: [Int32]) throws -> Int? {
  // BEGIN SOLUTION
  if let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset {
    return place
  }
  return one.count == other.count ? nil : min(one.count, other.count)
  // END SOLUTION
}

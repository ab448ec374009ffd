// WRONG: frames are not joined
return turns.flatMap { turn in
  [
    Segment(.frame, "<|im_start|>\(turn.role.rawValue)\n"),
    Segment(turn.role == .user ? .user : .assistant, turn.text),
    Segment(turn.role == .user ? .frame : .end, "<|im_end|>"), Segment(.frame, "\n"),
  ]
}

// WRONG: the end of an answer is frame
var segments: [Segment] = []
var frame = ""
for turn in turns {
  segments.append(Segment(.frame, frame + "<|im_start|>\(turn.role.rawValue)\n"))
  segments.append(Segment(turn.role == .user ? .user : .assistant, turn.text))
  frame = "<|im_end|>\n"
}
return segments + [Segment(.frame, frame)]

// WRONG: no last line's end
var segments: [Segment] = []
var frame = ""
for turn in turns {
  segments.append(Segment(.frame, frame + "<|im_start|>\(turn.role.rawValue)\n"))
  segments.append(Segment(turn.role == .user ? .user : .assistant, turn.text))
  if turn.role == .assistant { segments.append(Segment(.end, "<|im_end|>")) }
  frame = turn.role == .assistant ? "\n" : "<|im_end|>\n"
}
return segments

// WRONG: the line's end belongs to the end token
var segments: [Segment] = []
var frame = ""
for turn in turns {
  segments.append(Segment(.frame, frame + "<|im_start|>\(turn.role.rawValue)\n"))
  segments.append(Segment(turn.role == .user ? .user : .assistant, turn.text))
  if turn.role == .assistant { segments.append(Segment(.end, "<|im_end|>\n")) }
  frame = turn.role == .assistant ? "" : "<|im_end|>\n"
}
return segments

// WRONG: only the first exchange
return [
  Segment(.frame, "<|im_start|>user\n"), Segment(.user, turns[0].text),
  Segment(.frame, "<|im_end|>\n<|im_start|>assistant\n"), Segment(.assistant, turns[1].text),
  Segment(.end, "<|im_end|>"), Segment(.frame, "\n"),
]

// WRONG: every text is the user's
var segments: [Segment] = []
var frame = ""
for turn in turns {
  segments.append(Segment(.frame, frame + "<|im_start|>\(turn.role.rawValue)\n"))
  segments.append(Segment(.user, turn.text))
  if turn.role == .assistant { segments.append(Segment(.end, "<|im_end|>")) }
  frame = turn.role == .assistant ? "\n" : "<|im_end|>\n"
}
return segments + [Segment(.frame, frame)]

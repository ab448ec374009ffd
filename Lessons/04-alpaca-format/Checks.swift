import Course

@_cdecl("lesson_exercises")
func addExercises() {
  let moods = ["消极", "积极"]

  exercise(
    "4.1", "the text is the input, the word the output",
    hint: "answers[label] is the word; the instruction is the same for every row"
  ) {
    let row = try alpacaRow(text: "好喝", label: 1, answers: moods, instruction: "什么感情？")
    try expect(row, equals: .instruction("什么感情？", input: "好喝", output: "积极"), "label 1")
    let other = try alpacaRow(text: "难喝", label: 0, answers: moods, instruction: "什么感情？")
    try expect(other, equals: .instruction("什么感情？", input: "难喝", output: "消极"), "label 0")
  }

  exercise("4.1", "the text stays as it is", hint: "do not trim it and do not escape it") {
    let text = " “好喝”\n\"真的\"\\ "
    let row = try alpacaRow(text: text, label: 0, answers: moods, instruction: "?")
    try expect(row, equals: .instruction("?", input: text, output: "消极"))
  }

  exercise(
    "4.1", "a word for two labels is refused",
    hint: "only the label's own word matters: others may be as they like"
  ) {
    let words = ["差评", "好评", "差评"]
    try expect(alpacaRow(text: "a", label: 2, answers: words, instruction: "?"), equals: nil)
    try expect(alpacaRow(text: "a", label: 0, answers: words, instruction: "?"), equals: nil)
    try expect(
      alpacaRow(text: "a", label: 1, answers: words, instruction: "?"),
      equals: .instruction("?", input: "a", output: "好评"), "the word that is its own")
  }

  exercise("4.1", "an empty word is refused", hint: "white space alone is empty, too") {
    try expect(alpacaRow(text: "a", label: 0, answers: ["", "b"], instruction: "?"), equals: nil)
    try expect(
      alpacaRow(text: "a", label: 1, answers: ["b", " \n"], instruction: "?"), equals: nil)
  }

  let turns = [
    Turn(.user, "你好"), Turn(.assistant, "你好！"), Turn(.user, "再见"), Turn(.assistant, "再见！"),
  ]

  exercise(
    "4.2", "the text as ChatML has it",
    hint: "every message is closed by <|im_end|> and a line's end, the last one too"
  ) {
    let text = try chatMLSegments(turns).map(\.text).joined()
    try expect(
      text,
      equals: """
        <|im_start|>user
        你好<|im_end|>
        <|im_start|>assistant
        你好！<|im_end|>
        <|im_start|>user
        再见<|im_end|>
        <|im_start|>assistant
        再见！<|im_end|>

        """)
  }

  exercise(
    "4.2", "texts have the role of their speaker, marks are frame",
    hint: "of the marks only the <|im_end|> after an answer is no frame"
  ) {
    let segments = try chatMLSegments(turns)
    func texts(_ kind: Segment.Kind) -> [String] {
      segments.filter { $0.kind == kind }.map(\.text)
    }
    try expect(texts(.user), equals: ["你好", "再见"], "user")
    try expect(texts(.assistant), equals: ["你好！", "再见！"], "assistant")
    try expect(texts(.end), equals: ["<|im_end|>", "<|im_end|>"], "end")
  }

  exercise(
    "4.2", "frames that meet are one segment",
    hint: "keep what closes one message and put it before what opens the next"
  ) {
    let kinds = try chatMLSegments(turns).map(\.kind.rawValue)
    let turn = ["frame", "user", "frame", "assistant", "end"]
    try expect(kinds, equals: turn + turn + ["frame"])
  }

  exercise("4.2", "one exchange", hint: "the number of turns is not given") {
    let segments = try chatMLSegments(Array(turns.prefix(2)))
    try expect(
      segments,
      equals: [
        Segment(.frame, "<|im_start|>user\n"), Segment(.user, "你好"),
        Segment(.frame, "<|im_end|>\n<|im_start|>assistant\n"), Segment(.assistant, "你好！"),
        Segment(.end, "<|im_end|>"), Segment(.frame, "\n"),
      ])
  }

  exercise("4.3", "the first of several", hint: "compare place by place and stop at the first") {
    try expect(firstDifference([5, 6, 7, 8], [5, 9, 7, 0]), equals: 1, "5 6 7 8 and 5 9 7 0")
    try expect(firstDifference([1, 2], [3, 2]), equals: 0, "1 2 and 3 2")
  }

  exercise("4.3", "equal prompts", hint: "nil says that there is no such place") {
    try expect(firstDifference([5, 6, 7], [5, 6, 7]), equals: nil, "three tokens")
    try expect(firstDifference([], []), equals: nil, "no tokens")
  }

  exercise(
    "4.3", "one is the beginning of the other",
    hint: "they differ where the shorter has no token any more, whichever it is"
  ) {
    try expect(firstDifference([5, 6], [5, 6, 7]), equals: 2, "the first is shorter")
    try expect(firstDifference([5, 6, 7, 8], [5]), equals: 1, "the second is shorter")
    try expect(firstDifference([], [5]), equals: 0, "the first is empty")
  }
}

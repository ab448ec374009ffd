import Course

extension InstructionTemplate {
  /// Those of the course, and Llama 2's own. Stanford's wording stands beside its Chinese one.
  static func shown() throws -> [InstructionTemplate] {
    try names.map { try named($0) } + [llama2()]
  }

  /// As Llama 2's chat models were trained: `[INST]` opens and closes what the user says. There `<s>`
  /// and `</s>` are tokens; the end token here is the one that this course's models have.
  static func llama2() throws -> InstructionTemplate {
    try InstructionTemplate(
      name: "llama-2", user: "<s>[INST] {text} [/INST]", assistant: " {text}", stops: ["</s>"])
  }

  /// The lecture's conversation (003, lines 84 to 95) as its formula has it, with a new line before
  /// `</s>`, and as its example has it, without one.
  static func lectureConversation(newLine: Bool) throws -> InstructionTemplate {
    try InstructionTemplate(
      name: newLine ? "003, formula" : "003, example",
      user: newLine ? "<s>Human: {text}\n" : "<s>Human: {text}",
      assistant: "</s><s>Assistant: {text}")
  }

  /// The template of the chat model, each time with one thing changed. A change of the answer's frame
  /// is the last thing that the model reads.
  static func nearMisses() throws -> [InstructionTemplate] {
    func roles(
      _ name: String, user: String = "【USER】：{text}\n", assistant: String = "【BOT】：{text}"
    ) throws -> InstructionTemplate {
      try InstructionTemplate(
        name: name, user: user, assistant: assistant, stops: ["【USER】"])
    }
    return [
      try roles("half-width colons", user: "【USER】:{text}\n", assistant: "【BOT】:{text}"),
      try roles("no new line", user: "【USER】：{text}"),
      try roles("another name", user: "【用户】：{text}\n"),
      try roles("a space at the end", assistant: "【BOT】： {text}"),
      try roles("no last piece", assistant: "{text}"),
    ]
  }
}

extension Segment.Kind {
  /// The word of the reports.
  var label: Value {
    switch self {
    case .frame: "frame"
    case .system: "system"
    case .user: "user"
    case .assistant: "assistant"
    case .end: "end"
    }
  }
}

/// A row in a template, segment by segment: whose words they are, what they say, in how many tokens.
func segmentTable(
  _ title: String, _ example: Example, _ templates: [InstructionTemplate], _ tokenizer: Tokenizer
) throws -> Table {
  var table = Table(
    title,
    columns: [.left("template"), .left("role"), .left("text"), .right("tokens")])
  for template in templates {
    for (place, segment) in try template.segments(of: example).enumerated() {
      let count = try EncodedExample([segment], tokenizer: tokenizer).count
      table.add(
        place == 0 ? .label(template.name) : .text(""), segment.kind.label,
        .text(visible(segment.text)), .integer(count))
    }
  }
  return table
}

/// The frames of templates, cut into the tokens that the model reads.
func frameTable(
  _ title: String, _ example: Example, _ templates: [InstructionTemplate], _ tokenizer: Tokenizer
) throws -> Table {
  var table = Table(title, columns: [.left("template"), .left("tokens of the frame")])
  for template in templates {
    for (place, segment) in try template.prompt(of: example).filter({ $0.kind == .frame })
      .enumerated()
    {
      table.add(
        place == 0 ? .label(template.name) : .text(""),
        .text(pieces(of: tokenizer.encode(segment.text), tokenizer)))
    }
  }
  return table
}

/// What the marks of four templates say.
func markTable(_ tokenizer: Tokenizer) -> Table {
  var table = Table(
    "What the marks say",
    columns: [.left("template"), .left("mark"), .left("what it says"), .right("tokens here")])
  let marks: [(template: String, mark: String, meaning: String)] = [
    ("roles", "【USER】：", "the user speaks"),
    ("roles", "【BOT】：", "the model is to speak"),
    ("human-assistant", "<s>", "a sequence begins"),
    ("human-assistant", "Human: ", "the user speaks"),
    ("human-assistant", "</s>", "a sequence ends"),
    ("human-assistant", "Assistant: ", "the model is to speak"),
    ("chatml", "<|im_start|>", "a message begins"),
    ("chatml", "user\n", "the user speaks"),
    ("chatml", "<|im_end|>", "a message ends"),
    ("chatml", "assistant\n", "the model is to speak"),
    ("llama-2", "[INST]", "the user's words begin"),
    ("llama-2", "[/INST]", "the user's words end"),
    ("every one here", "<|endoftext|>", "the answer has ended"),
  ]
  for (template, mark, meaning) in marks {
    table.add(
      .label(template), .text(visible(mark)), .label(meaning),
      .integer(tokenizer.encode(mark).count))
  }
  return table
}

/// Tokens as a reader can tell them apart.
func pieces(of tokens: some Sequence<Int32>, _ tokenizer: Tokenizer) -> String {
  tokens.map { visible(MaskView.readable(tokenizer.bytes($0))) }.joined(separator: " | ")
}

/// White space as signs.
func visible(_ text: String) -> String {
  text.replacing("\n", with: "⏎").replacing("\t", with: "⇥").replacing(" ", with: "␣")
}

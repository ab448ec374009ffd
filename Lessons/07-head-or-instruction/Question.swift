import Course

/// A review as an instruction, and the two answers that count.
struct Question {
  let instruction: String
  /// Of a complaint and of a praise.
  let answers: [String]
  let template: InstructionTemplate
  let tokenizer: Tokenizer

  /// The lecture's task and its two answers (000, lines 29 to 37), in fewer words.
  static func mood(_ tokenizer: Tokenizer) throws -> Question {
    Question(
      instruction: "判断评论的情感，回答积极或消极。", answers: ["消极", "积极"],
      template: try InstructionTemplate.named("roles"), tokenizer: tokenizer)
  }

  func answer(_ sample: Sample) -> String { answers[sample.isPositive ? 1 : 0] }

  func example(_ sample: Sample) -> Example {
    .instruction(instruction, input: sample.text, output: answer(sample))
  }

  /// The same question after reviews that are answered already, as earlier turns of a conversation.
  func example(_ sample: Sample, after shots: [Sample]) -> Example {
    var turns: [Turn] = []
    for (place, shot) in (shots + [sample]).enumerated() {
      turns.append(Turn(.user, place == 0 ? instruction + "\n" + shot.text : shot.text))
      turns.append(Turn(.assistant, answer(shot)))
    }
    return .conversation(turns)
  }

  /// A row to train on: the loss counts the answer and the token that ends it.
  func encoded(_ sample: Sample) throws -> EncodedExample {
    try EncodedExample(template.segments(of: example(sample)), tokenizer: tokenizer)
  }

  func prompt(_ example: Example) throws -> [Int32] {
    try EncodedExample(template.prompt(of: example), tokenizer: tokenizer).tokens
  }

  /// The tokens of both answers. Segments are encoded one by one, so they are the same in a row.
  var options: [[Int32]] { answers.map { tokenizer.encode($0) } }
}

extension LanguageModel {
  /// How much more likely the second answer is than the first, in nats, for each prompt. What all
  /// prompts begin with is computed once.
  func leanings(_ prompts: [[Int32]], options: [[Int32]]) throws -> [Double] {
    let shared = sharedPrefix(prompts)
    return try optionScores(
      prefix: Array(prompts[0].prefix(shared)),
      queries: prompts.map { Array($0.dropFirst(shared)) },
      options: options
    ).map { $0[1].sum - $0[0].sum }
  }
}

/// How many tokens all prompts begin with, leaving each at least one of its own.
private func sharedPrefix(_ prompts: [[Int32]]) -> Int {
  let shortest = prompts.map(\.count).min() ?? 0
  return (0..<max(0, shortest - 1)).first { place in
    prompts.contains { $0[place] != prompts[0][place] }
  } ?? max(0, shortest - 1)
}

/// The row of a sample piece by piece.
func segmentTable(_ question: Question, _ sample: Sample) throws -> Table {
  var table = Table(
    "The row of an instruction",
    columns: [.left("part"), .left("text"), .right("tokens"), .left("in the loss")])
  for segment in try question.template.segments(of: question.example(sample)) {
    let isAnswer = [.assistant, .end].contains(segment.kind)
    table.add(
      .label(segment.kind.rawValue), .text(segment.text.replacing("\n", with: " ⏎ ")),
      .integer(
        segment.kind == .end ? 1 : question.tokenizer.encode(segment.text).count),
      isAnswer ? "yes" : "no")
  }
  return table
}

import Course

/// The rows of one tuning, in tokens, put together as those of the chat model are: tasks with an
/// oracle, a part of them in conversations, and open instructions with their hand-written answers.
struct InstructionRows {
  let training: [EncodedExample]
  let validation: [EncodedExample]

  /// The template of the course's chat models.
  static let template = try! InstructionTemplate.named("roles")

  /// There are few open instructions and many tasks: each answer is shown so often.
  private static let openRepeats = 5
  private static let conversationShare = 0.15
  private static let systemShare = 0.1
  private static let systemLines: [InstructionLanguage: [String]] = [
    .zh: ["你是一个乐于助人的助手。", "请用简短的话回答。", "你是小镇上的向导。", "你说话客气。"],
    .en: ["You are a helpful assistant.", "Answer in a few words."],
  ]

  init(
    _ world: ClosedWorld, _ tokenizer: Tokenizer, tasks: Int, validation count: Int, seed: UInt64
  ) throws {
    let instructions = try Instructions(of: world)
    var random = SeededRandom(seed: seed, stream: "instruction rows")
    var rows = Self.conversations(
      Array(instructions.mixed(.general, .train, seed: seed).prefix(tasks)), &random)
    for language in InstructionLanguage.allCases {
      for row in try OpenInstructions.load(language)[.train] {
        rows += repeatElement(row.examples, count: Self.openRepeats).joined()
      }
    }
    training = try Self.encoded(random.shuffled(rows), tokenizer)
    // One validation set for all seeds: it belongs to the question, not to the answer.
    validation = try Self.encoded(
      instructions.mixed(.general, .validation, seed: 1).prefix(count).map(\.example), tokenizer)
  }

  static func encoded(_ rows: [Example], _ tokenizer: Tokenizer) throws -> [EncodedExample] {
    try rows.enumerated().map { place, row in
      try EncodedExample(template.segments(of: row), tokenizer: tokenizer, row: place + 1)
    }
  }

  /// Some tasks follow one another in one row, two or three of one language, and some rows begin with
  /// a line of the system.
  private static func conversations(
    _ tasks: [InstructionTask], _ random: inout SeededRandom
  ) -> [Example] {
    var rows: [Example] = []
    var rest = tasks[...]
    while let first = rest.popFirst() {
      var turns = first.example.turns
      if random.chance(conversationShare) {
        for _ in 0..<1 + random.int(below: 2) where rest.first?.language == first.language {
          turns += rest.removeFirst().example.turns
        }
      }
      if random.chance(systemShare) {
        turns.insert(Turn(.system, random.pick(systemLines[first.language]!)), at: 0)
      }
      rows.append(turns.count == 2 ? first.example : .conversation(turns))
    }
    return rows
  }
}

/// What every long tuning of this lesson shares.
struct Plan {
  let steps: Int
  let sweepSteps: Int
  let validationRows: Int

  static let batchTokens = 2048
  static let rates: [Float] = [5e-4, 1e-3, 2e-3]

  /// Enough tasks for one pass in so many steps: a row comes once, but for small families and the open
  /// instructions.
  var tasks: Int { 40 * steps }

  func training(_ learningRate: Float, seed: UInt64, steps: Int) -> InstructionTraining {
    InstructionTraining(
      .steps(steps), learningRate: learningRate,
      optimiser: AdamW.Options(beta2: 0.95, weightDecay: 0.1),
      packing: .budget(tokens: Self.batchTokens), evaluateEvery: max(1, steps / 10), seed: seed)
  }
}

/// The parts of a row and what the loss makes of them.
func rowTable(_ row: EncodedExample, _ tokenizer: Tokenizer) -> Table {
  var table = Table(
    "A row", columns: [.left("part"), .left("text"), .right("tokens"), .left("in the loss")])
  var rest = row.tokens.indices[...]
  while let first = rest.first {
    let part = rest.prefix { row.kinds[$0] == row.kinds[first] }
    rest = rest.dropFirst(part.count)
    table.add(
      .label(row.kinds[first].rawValue),
      .text(tokenizer.decode(row.tokens[part]).replacing("\n", with: " ⏎ ")),
      .integer(part.count), row.labels[first] == ignoreIndex ? "no" : "yes")
  }
  return table
}

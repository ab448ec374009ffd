import Course

/// The rows that a chat model is tuned on: tasks with an oracle, some of them put together to
/// conversations, open instructions with the answers written by hand, and texts of the world as in
/// pre-training. Without those a run of some thousand steps forgets how to write them: the loss of
/// world texts rose from 3.64 to 8.35 nats a token.
struct ChatRows {
  let training: [EncodedExample]
  let validation: [EncodedExample]

  /// Each hand-written answer is shown so often: there are few, and the tasks are many.
  static let openRepeats = 5
  /// Tokens of world texts for each token of instructions, and what a token of theirs weighs in the
  /// loss beside one of an answer: all of them count, of an instruction one in seven.
  static let replay: (share: Double, weight: Float) = (0.25, 0.3)
  static let validationCount = 400
  static let conversationShare = 0.15
  static let systemShare = 0.1
  static let systemLines: [InstructionLanguage: [String]] = [
    .zh: ["你是一个乐于助人的助手。", "请用简短的话回答。", "你是小镇上的向导。", "你说话客气。"],
    .en: ["You are a helpful assistant.", "Answer in a few words."],
  ]

  init(
    _ model: ChatModel, tasks count: Int, world: ClosedWorld, tokenizer: Tokenizer, seed: UInt64
  ) throws {
    let instructions = try Instructions(of: world)
    var random = SeededRandom(seed: seed, stream: "chat rows")
    var examples = Self.conversations(
      Array(instructions.mixed(model.mixture, .train, seed: seed).prefix(count)), &random)
    for language in InstructionLanguage.allCases {
      for row in try OpenInstructions.load(language)[.train] {
        examples += repeatElement(row.examples, count: Self.openRepeats).joined()
      }
    }
    func encoded(_ example: Example, _ mask: LossMask = .answers) throws -> EncodedExample {
      try EncodedExample(
        ChatModel.template.segments(of: example), tokenizer: tokenizer, mask: mask)
    }
    var rows = try examples.map { try encoded($0) }
    var room = Int(Self.replay.share * Double(rows.reduce(0) { $0 + $1.count }))
    for document in world.documents(.train, seed: seed &+ 1) where model.mayRead(document) {
      let row = try encoded(
        .completion(prompt: "", completion: document.text),
        .weighted(prompt: 0, answer: Self.replay.weight))
      guard room > row.count else { break }
      room -= row.count
      rows.append(row)
    }
    training = random.shuffled(rows)
    validation = try instructions.mixed(model.mixture, .validation, seed: seed)
      .prefix(Self.validationCount).map { try encoded($0.example) }
  }

  /// Most tasks stay rows of their own; the others follow one another, two or three of one language.
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

import Course

/// The rows that a chat model is tuned on: tasks with an oracle, some of them put together to
/// conversations, and open instructions with the answers written by hand.
struct ChatRows {
  let training: [Example]
  let validation: [Example]

  /// Each hand-written answer is shown so often: there are few, and the tasks are many.
  static let openRepeats = 5
  static let validationCount = 400
  static let conversationShare = 0.15
  static let systemShare = 0.1
  static let systemLines: [InstructionLanguage: [String]] = [
    .zh: ["你是一个乐于助人的助手。", "请用简短的话回答。", "你是小镇上的向导。", "你说话客气。"],
    .en: ["You are a helpful assistant.", "Answer in a few words."],
  ]

  init(_ model: ChatModel, tasks count: Int, world: ClosedWorld, seed: UInt64) throws {
    let instructions = try Instructions(of: world)
    var random = SeededRandom(seed: seed, stream: "chat rows")
    var rows = Self.conversations(
      Array(instructions.mixed(model.mixture, .train, seed: seed).prefix(count)), &random)
    for language in InstructionLanguage.allCases {
      for row in try OpenInstructions.load(language)[.train] {
        rows += repeatElement(row.examples, count: Self.openRepeats).joined()
      }
    }
    training = random.shuffled(rows)
    validation = instructions.mixed(model.mixture, .validation, seed: seed)
      .prefix(Self.validationCount).map(\.example)
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

import Course

/// Tasks of one family in which every form and language comes in turn.
struct JSONTasks {
  let tasks: [InstructionTask]
  /// Solved ones of the same form and language for each, by its question.
  let shots: [String: [Example]]
  /// Of one who always writes the most frequent value.
  let usualValues: Double

  init(
    _ instructions: Instructions, count: Int, _ wording: InstructionWording,
    _ tokenizer: Tokenizer
  ) throws {
    let tasks = try instructions.tasks(.extraction, count, .heldOut, wording: wording, seed: 1)
    let solved = try instructions.tasks(.extraction, 400, .train, seed: 1)
    // Two of the longest would leave no room in the context for a long question.
    let short = Dictionary(grouping: solved, by: Self.kind).mapValues { alike in
      let byLength = alike.map { task in
        (task: task, tokens: tokenizer.encode(task.example.turns.map(\.text).joined()).count)
      }.sorted { $0.tokens < $1.tokens }
      return byLength.prefix(6).map(\.task)
    }
    var random = SeededRandom(seed: 1, stream: "solved tasks")
    var shots: [String: [Example]] = [:]
    for task in tasks {
      let two = random.sample(2, from: short[Self.kind(task)]!)
      shots[task.example.turns[0].text] = two.map(\.example)
    }
    usualValues = UsualValues(solved).share(in: tasks)
    self.tasks = tasks
    self.shots = shots
  }
}

extension JSONTasks {
  private static func kind(_ task: InstructionTask) -> String {
    "\(task.label ?? "") \(task.language)"
  }
}

/// The most frequent value of each key: what can be had without reading the text.
private struct UsualValues {
  private let values: [String: World.JSONValue]

  init(_ tasks: [InstructionTask]) {
    var counts: [String: [String: (value: World.JSONValue, count: Int)]] = [:]
    for (key, value) in tasks.flatMap(Self.fields) {
      counts[key, default: [:]]["\(value)", default: (value, 0)].count += 1
    }
    // Of equally frequent values the first by name, so that every run takes the same.
    values = counts.mapValues { counts in
      counts.min { ($1.value.count, $0.key) < ($0.value.count, $1.key) }!.value.value
    }
  }

  /// Of all fields of tasks, those that have it; a mean over tasks.
  func share(in tasks: [InstructionTask]) -> Double {
    tasks.map { task in
      Self.fields(of: task).map { values[$0] == $1 ? 1 : 0 }.mean
    }.mean
  }

  /// Keys with their values; the items of a list are not told apart.
  private static func fields(of task: InstructionTask) -> [(String, World.JSONValue)] {
    World.JSONValue(text: task.output)!.leaves.map {
      ($0.key.replacing(/\.\d+/, with: ""), $0.value)
    }
  }
}

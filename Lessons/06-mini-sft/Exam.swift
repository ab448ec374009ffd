import Course

/// What becomes of one question.
enum Fate: Int, Codable, CaseIterable {
  case right, echo, loop, empty, other
}

/// Questions of one sort that nobody of training is the subject of, unless they are said to be.
struct Paper {
  enum Kind: Equatable {
    /// A family asked in words that training may show, or in words that it never shows.
    case family(InstructionFamily, InstructionWording)
    /// Facts of people who were in training, asked again.
    case knownPeople
    /// Open instructions of held-out content.
    case open
  }

  struct Question {
    let example: Example
    let language: InstructionLanguage
    /// What is asked, in one text.
    let text: String
    let isRight: @Sendable (String) -> Bool
  }

  let kind: Kind
  let questions: [Question]
}

/// What one model made of all papers: `[paper][question]`.
struct Sheet: Codable {
  var fates: [[Fate]] = []
  /// Whether the model ended its answer itself.
  var ended: [[Bool]] = []
  /// The share of an answer's 4-grams that stand earlier in it.
  var repetition: [[Double]] = []
}

struct Exam {
  let papers: [Paper]
  /// The same kinds as far as they have validation tasks, to choose a way of asking.
  let validation: [Paper]
  let tokenizer: Tokenizer
  let maxTokens: Int

  init(
    _ world: ClosedWorld, _ tokenizer: Tokenizer, each count: Int, validation validationCount: Int,
    open openCount: Int, maxTokens: Int
  ) throws {
    let instructions = try Instructions(of: world)
    func family(
      _ family: InstructionFamily, _ wording: InstructionWording, _ split: Split, _ count: Int
    ) throws -> Paper {
      Paper(
        kind: .family(family, wording),
        questions: try instructions.atMost(count, family, split, wording).map { Paper.Question($0) }
      )
    }
    func open(_ split: Split) throws -> Paper {
      Paper(
        kind: .open,
        questions: try InstructionLanguage.allCases.flatMap { language in
          try OpenInstructions.load(language)[split].prefix(openCount).map {
            Paper.Question($0, language)
          }
        })
    }
    let known = try [InstructionFamily.person, .relation].flatMap {
      try instructions.atMost(count, $0, .train, .seen).map { Paper.Question($0) }
    }
    papers =
      try InstructionFamily.allCases.flatMap { one in
        try [InstructionWording.heldOut, .seen].map { try family(one, $0, .heldOut, count) }
      } + [Paper(kind: .knownPeople, questions: known), open(.heldOut)]
    validation =
      try InstructionFamily.allCases.filter { !InstructionFamily.heldOut.contains($0) }.map {
        try family($0, .heldOut, .validation, validationCount)
      } + [open(.validation)]
    self.tokenizer = tokenizer
    self.maxTokens = maxTokens
  }

  /// The papers of C06.1 and C06.3: what was trained, in new words about new things.
  var decisive: [Int] {
    papers.indices.filter { place in
      switch papers[place].kind {
      case .family(let family, .heldOut): !InstructionFamily.heldOut.contains(family)
      case .open: true
      default: false
      }
    }
  }

  /// The places of a family's papers, in other words than training's and in its own.
  func place(_ family: InstructionFamily, _ wording: InstructionWording) -> Int {
    papers.firstIndex { $0.kind == .family(family, wording) }!
  }

  /// All questions are asked in one go, which is faster than paper by paper.
  func sheet(
    _ papers: [Paper], asked: ([(Paper.Kind, Paper.Question)]) throws -> [GeneratedAnswer]
  ) rethrows -> Sheet {
    var rest = try asked(papers.flatMap { paper in paper.questions.map { (paper.kind, $0) } })[...]
    var sheet = Sheet()
    for paper in papers {
      let answers = Array(rest.prefix(paper.questions.count))
      rest = rest.dropFirst(answers.count)
      sheet.fates.append(zip(paper.questions, answers).map { $0.fate(of: $1.text) })
      sheet.ended.append(answers.map { $0.ending == .endToken })
      sheet.repetition.append(answers.map { repeatedShare(of: $0.text) })
    }
    return sheet
  }

  /// Everything asked in the template of the tuning.
  func sheet(of model: GPT2LMHeadModel, _ papers: [Paper]? = nil) throws -> Sheet {
    try sheet(papers ?? self.papers) { questions in
      try model.answers(
        to: questions.map(\.1.example), InstructionRows.template, tokenizer, maxTokens: maxTokens)
    }
  }
}

extension Instructions {
  /// Small families hold fewer tasks.
  func atMost(
    _ count: Int, _ family: InstructionFamily, _ split: Split, _ wording: InstructionWording,
    seed: UInt64 = 1
  ) throws -> [InstructionTask] {
    do {
      return try tasks(family, count, split, wording: wording, seed: seed)
    } catch let end as InstructionsExhausted {
      return try tasks(family, end.found, split, wording: wording, seed: seed)
    }
  }
}

extension Paper.Question {
  init(_ task: InstructionTask) {
    self.init(
      example: task.example, language: task.language,
      text: [task.instruction, task.input].filter { !$0.isEmpty }.joined(separator: "\n"),
      isRight: { task.isCorrect($0) })
  }

  init(_ row: OpenInstruction, _ language: InstructionLanguage) {
    self.init(
      example: .instruction(row.instruction, input: row.input, output: row.answers[0]),
      language: language,
      text: [row.instruction, row.input].filter { !$0.isEmpty }.joined(separator: "\n"),
      isRight: { row.isCorrect($0) })
  }

  /// A right answer is no echo, even where it stands in the question.
  func fate(of answer: String) -> Fate {
    if isRight(answer) { return .right }
    switch AnswerOutcome(answer: answer, instruction: text, accepted: []) {
    case .echo: return .echo
    case .loop: return .loop
    case .empty: return .empty
    case .onTask, .other: return .other
    }
  }
}

func repeatedShare(of answer: String) -> Double {
  let characters = Array(answer)
  guard characters.count > 3 else { return 0 }
  var earlier = Set<[Character]>()
  let repeated = (0...characters.count - 4).count {
    !earlier.insert(Array(characters[$0..<$0 + 4])).inserted
  }
  return Double(repeated) / Double(characters.count - 3)
}

extension Sheet {
  /// 1 for each right answer of some papers, in order, else 0.
  func hits(_ papers: [Int]) -> [Double] {
    papers.flatMap { fates[$0] }.map { $0 == .right ? 1 : 0 }
  }

  func share(_ fate: Fate, _ papers: [Int]) -> Double {
    papers.flatMap { fates[$0] }.map { $0 == fate ? 1 : 0 }.mean
  }

  func endedShare(_ papers: [Int]) -> Double {
    papers.flatMap { ended[$0] }.map { $0 ? 1 : 0 }.mean
  }
  func meanRepetition(_ papers: [Int]) -> Double { papers.flatMap { repetition[$0] }.mean }
}

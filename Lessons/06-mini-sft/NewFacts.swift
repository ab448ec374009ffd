import Course

/// Facts about people of whom no text tells, and the ways to ask for them.
struct NewFacts {
  struct Fact {
    let person: Person
    let value: String
    let isTown: Bool
  }

  /// The question that is taught, three others with the same answer, and the reverse.
  enum Form: Int, CaseIterable {
    case taught, second, third, fourth, reverse

    /// Asked without having been taught.
    static let new: [Form] = [.second, .third, .fourth, .reverse]

    var name: String {
      switch self {
      case .taught: "the taught question"
      case .second: "in other words, 1"
      case .third: "in other words, 2"
      case .fourth: "in other words, 3"
      case .reverse: "in reverse"
      }
    }
  }

  static let rates: [Float] = [1e-4, 3e-4, 1e-3]

  let taught: [Fact]
  /// As many about others, who are never taught.
  let untaught: [Fact]
  private let tokenizer: Tokenizer
  let steps: Int
  private let towns: Set<String>
  private let dishes: Set<String>
  private let people: [Person]

  init(_ world: ClosedWorld, _ tokenizer: Tokenizer, people count: Int, steps: Int) {
    var random = SeededRandom(seed: 1, stream: "new facts")
    let sample = random.sample(2 * count, from: world.people(.heldOut))
    func facts(_ people: some Sequence<Person>) -> [Fact] {
      people.flatMap {
        [
          Fact(person: $0, value: $0.town, isTown: true),
          Fact(person: $0, value: $0.favouriteDish, isTown: false),
        ]
      }
    }
    taught = facts(sample.prefix(count))
    untaught = facts(sample.suffix(count))
    self.tokenizer = tokenizer
    self.steps = steps
    towns = Set(world.towns.map(\.name))
    dishes = Set(world.dishes.map(\.name))
    people = world.people
  }

  func question(_ fact: Fact, _ form: Form) -> String {
    let name = fact.person.name
    return switch (form, fact.isTown) {
    case (.taught, true): "\(name)住在哪个镇？"
    case (.second, true): "\(name)家在什么镇？"
    case (.third, true): "有个人叫\(name)，说说看住在哪个镇。"
    case (.fourth, true): "写信给\(name)，信封上写哪个镇？"
    case (.reverse, true): "谁住在\(fact.value)？"
    case (.taught, false): "\(name)最爱吃什么菜？"
    case (.second, false): "给\(name)做饭，做哪道菜最合心意？"
    case (.third, false): "哪道菜是\(name)的最爱？"
    case (.fourth, false): "请\(name)下馆子，点什么菜好？"
    case (.reverse, false): "谁最爱吃\(fact.value)？"
    }
  }

  private func isOfKind(_ answer: String, _ fact: Fact, _ form: Form) -> Bool {
    if form == .reverse { return people.contains { $0.name == answer } }
    return (fact.isTown ? towns : dishes).contains(answer)
  }

  /// In reverse, everybody of whom it is true.
  private func isRight(_ answer: String, _ fact: Fact, _ form: Form) -> Bool {
    guard form == .reverse else { return answer == fact.value }
    return people.contains {
      $0.name == answer && (fact.isTown ? $0.town : $0.favouriteDish) == fact.value
    }
  }

  /// For each form and fact 1 or 0.
  struct Replies: Codable {
    var ofKind: [[Double]] = []
    var right: [[Double]] = []
  }

  struct Result: Codable {
    let learningRate: Float
    let taught: Replies
    let untaught: Replies
  }

  func result(of model: GPT2LMHeadModel, learningRate: Float) throws -> Result {
    Result(
      learningRate: learningRate, taught: try replies(of: model, taught),
      untaught: try replies(of: model, untaught))
  }

  private func replies(of model: GPT2LMHeadModel, _ facts: [Fact]) throws -> Replies {
    var replies = Replies()
    for form in Form.allCases {
      let answers = try model.answers(
        to: facts.map { .instruction(question($0, form), input: "", output: "") },
        InstructionRows.template, tokenizer, maxTokens: 16
      ).map { ExactMatch.normalised($0.text) }
      replies.ofKind.append(zip(facts, answers).map { isOfKind($1, $0, form) ? 1 : 0 })
      replies.right.append(zip(facts, answers).map { isRight($1, $0, form) ? 1 : 0 })
    }
    return replies
  }

  /// The rows of some facts in one form.
  func rows(_ facts: some Sequence<Fact>, _ form: Form) throws -> [EncodedExample] {
    try InstructionRows.encoded(
      facts.map { .instruction(question($0, form), input: "", output: $0.value) }, tokenizer)
  }

  func result(from folder: URL, learningRate: Float, seed: UInt64) throws -> Result {
    let model = try GPT2LMHeadModel.load(folder)
    _ = try model.fit(
      rows(taught, .taught),
      InstructionTraining(
        .steps(steps), learningRate: learningRate, packing: .budget(tokens: 512), seed: seed))
    return try result(of: model, learningRate: learningRate)
  }

  /// All rates with the first seed; the others with the one that recalls most of what was taught.
  func results(from folder: URL, seeds: [UInt64], sweeps: Bool) throws -> [Result] {
    let first = try (sweeps ? Self.rates : [3e-4]).map {
      try result(from: folder, learningRate: $0, seed: seeds[0])
    }.max { $0.taught.right[0].mean < $1.taught.right[0].mean }!
    return try [first]
      + seeds.dropFirst().map {
        try result(from: folder, learningRate: first.learningRate, seed: $0)
      }
  }
}

/// What mini and the chat model reply, not taught and taught seed by seed.
struct NewFactsResults {
  struct Start {
    let name: String
    let before: NewFacts.Result
    let after: [NewFacts.Result]
  }

  let starts: [Start]

  /// The rise of the share of some part over the untaught model, fact by fact, mean over forms.
  private func rises(
    _ start: Start, _ part: (NewFacts.Replies) -> [[Double]], _ forms: [NewFacts.Form]
  ) -> [[Double]] {
    start.after.map { after in
      part(after.taught)[0].indices.map { fact in
        forms.map {
          part(after.taught)[$0.rawValue][fact] - part(start.before.taught)[$0.rawValue][fact]
        }.mean
      }
    }
  }

  /// Style minus facts.
  func difference(
    _ start: Int = 0, _ forms: [NewFacts.Form] = NewFacts.Form.new
  ) -> PairedDifferences {
    let style = rises(starts[start], \.ofKind, forms)
    let facts = rises(starts[start], \.right, forms)
    return PairedDifferences(zip(style, facts).map { zip($0, $1).map { $0 - $1 } })
  }

  func share(
    _ start: Int, _ part: (NewFacts.Replies) -> [[Double]], _ forms: [NewFacts.Form]
  ) -> Double {
    starts[start].after.flatMap { after in forms.flatMap { part(after.taught)[$0.rawValue] } }.mean
  }

  var chart: BarChart {
    let bars = { (part: (NewFacts.Replies) -> [[Double]]) in
      NewFacts.Form.allCases.map { Bar($0.name, share(0, part, [$0])) }
    }
    return BarChart(
      "Taught to mini in one form, asked in five", value: .percent("answers"),
      [BarSeries("right kind", bars(\.ofKind)), BarSeries("right", bars(\.right))],
      direction: .horizontal)
  }

  var table: Table {
    var table = Table(
      "Right kind / right",
      columns: [.left("model")] + NewFacts.Form.allCases.map { .right($0.name) })
    func add(_ name: String, _ replies: [NewFacts.Replies]) {
      table.add(
        row: [.label(name)]
          + NewFacts.Form.allCases.map { form in
            let shares = [\NewFacts.Replies.ofKind, \.right].map { part in
              ValueFormat.percent(0).string(
                for: replies.flatMap { $0[keyPath: part][form.rawValue] }.mean)
            }
            return .text(shares.joined(separator: " / "))
          })
    }
    add("mini, untaught", [starts[0].before.taught])
    add("mini, taught", starts[0].after.map(\.taught))
    add("mini, taught, asked about others", starts[0].after.map(\.untaught))
    add("chat, untaught", [starts[1].before.taught])
    add("chat, taught", starts[1].after.map(\.taught))
    add("chat, taught, asked about others", starts[1].after.map(\.untaught))
    return table
  }

  var evidence: [Claim.Evidence] {
    func one(_ name: String, _ found: PairedDifferences) -> Claim.Evidence {
      .init(name, found.mean, interval: found.interval(), .percent(1))
    }
    return [
      one("mini, style − facts", difference()),
      one("mini, in other words alone", difference(0, [.second, .third, .fourth])),
      one("mini, in reverse alone", difference(0, [.reverse])),
      one("chat, style − facts", difference(1)),
      .init("mini, the taught question, right", .percent(share(0, \.right, [.taught]), 1)),
    ]
  }
}

import Course

/// The classes of a family, as answers, scored by how likely a model finds them.
struct ClassScores: Codable {
  /// ln p of each class, [task][class], of the test tasks and of validation tasks.
  let test: [[Double]]
  let validation: [[Double]]
}

/// Tasks of three families whose answer is one of a few classes.
struct ClassExam {
  struct Group {
    let family: InstructionFamily
    let language: InstructionLanguage
    let classes: [String]
    let test: [InstructionTask]
    let validation: [InstructionTask]
  }

  static let families = [InstructionFamily.sentiment, .reviewDomain, .documentKind]

  let groups: [Group]
  private let tokenizer: Tokenizer
  private let prompts: ExamplePrompts

  init(
    _ world: ClosedWorld, _ tokenizer: Tokenizer, _ prompts: ExamplePrompts, each count: Int,
    validation validationCount: Int
  ) throws {
    let instructions = try Instructions(of: world)
    groups = try Self.families.flatMap { family in
      let test = try instructions.atMost(count, family, .heldOut, .heldOut)
      let validation = try instructions.atMost(validationCount, family, .validation, .heldOut)
      let known = try instructions.atMost(96, family, .train, .seen)
      return InstructionLanguage.allCases.map { language in
        Group(
          family: family, language: language,
          classes: Set(known.filter { $0.language == language }.compactMap(\.label)).sorted(),
          test: test.filter { $0.language == language },
          validation: validation.filter { $0.language == language })
      }
    }.filter { !$0.test.isEmpty && !$0.validation.isEmpty }
    self.tokenizer = tokenizer
    self.prompts = prompts
  }

  func scores(of model: GPT2LMHeadModel, _ way: Way) throws -> [ClassScores] {
    try groups.map { group in
      ClassScores(
        test: try scores(of: model, way, group, group.test),
        validation: try scores(of: model, way, group, group.validation))
    }
  }

  private func scores(
    of model: GPT2LMHeadModel, _ way: Way, _ group: Group, _ tasks: [InstructionTask]
  ) throws -> [[Double]] {
    switch way {
    case .template:
      let queries = try tasks.map {
        try EncodedExample(
          InstructionRows.template.prompt(of: $0.example), tokenizer: tokenizer
        ).tokens
      }
      return try model.optionScores(
        queries: queries, options: group.classes.map { tokenizer.encode($0) }
      ).map { $0.map(\.sum) }
    case .examples(let count):
      let prompt = try prompts.prompt(
        .family(group.family, .seen), group.language, examples: count,
        tasks.map { Paper.Question($0).text })
      let options = group.classes.map {
        tokenizer.encode((group.language == .en ? " " : "") + $0)
      }
      return try model.optionScores(
        prefix: prompt.prefix, queries: prompt.queries, options: options
      ).map { $0.map(\.sum) }
    }
  }

  /// 1 for each task whose right class is the likeliest, group after group; calibrated, after taking
  /// off what each class gets from the validation tasks on average.
  func hits(_ scores: [ClassScores], calibrated: Bool, validation: Bool = false) -> [Double] {
    zip(groups, scores).flatMap { group, scores in
      let tasks = validation ? group.validation : group.test
      let priors = group.classes.indices.map { place in
        calibrated ? scores.validation.map { $0[place] }.mean : 0
      }
      return zip(tasks, validation ? scores.validation : scores.test).map { task, row in
        let gains = zip(row, priors).map { $0 - $1 }
        let best = gains.indices.max { gains[$0] < gains[$1] }!
        return group.classes[best] == task.label ? 1.0 : 0
      }
    }
  }

  /// What guessing gets, in one family or in all.
  func chance(of family: InstructionFamily? = nil) -> Double {
    groups.filter { family == nil || $0.family == family }.flatMap { group in
      group.test.map { _ in 1 / Double(group.classes.count) }
    }.mean
  }

  /// Where the tasks of a family stand among all hits; its groups follow one another.
  func places(of family: InstructionFamily) -> Range<Int> {
    let before = groups.prefix { $0.family != family }.reduce(0) { $0 + $1.test.count }
    return before..<before
      + groups.filter { $0.family == family }.reduce(0) { $0 + $1.test.count }
  }
}

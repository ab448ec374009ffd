import Course

/// How a prefix begins, and what it is made from while it is trained.
enum Form: String, CaseIterable, Codable {
  /// Every number drawn from N(0, 1), as peft draws it.
  case drawn
  /// Keys and values of real words.
  case words
  /// Made by two linear maps from a small table.
  case projected

  var name: String {
    switch self {
    case .drawn: "drawn from N(0, 1)"
    case .words: "begun from words"
    case .projected: "made by a projection"
    }
  }
}

extension Adapter {
  /// Gives a prefix without a projection its keys and values.
  func begin(with keysAndValues: Tensor) { parameters[0].tensor.assign(keysAndValues) }
}

/// What a prefix begun from words begins with: as many tokens of it as the prefix is long.
let startingWords = """
  下面是一些评论和文章，请看清楚题目问的是什么，再想一想该归到哪一类，最后只写一个词，不用解释。
  """

extension TuningBed {
  func startingTokens(_ length: Int) -> [Int32] {
    let tokens = tokenizer.encode(startingWords)
    return (0..<length).map { tokens[$0 % tokens.count] }
  }

  /// Attaches a new prefix to a model.
  @discardableResult
  func attachPrefix(
    _ form: Form, _ length: Int, to model: GPT2LMHeadModel, seed: UInt64
  ) throws -> Adapter {
    let start = form == .words ? try keysAndValues(of: startingTokens(length), in: model) : nil
    let projection = form == .projected ? model.config.hiddenSize : nil
    let adapter = try PrefixTuning(length: length, projection: projection)
      .attach(to: model, seed: seed)
    if let start { adapter.begin(with: start) }
    return adapter
  }

  /// `purpose` keeps experiments with one arm apart.
  func prefixArm(
    _ form: Form, _ length: Int, _ base: TuningBase, for purpose: String = "quality"
  ) -> TuningArm {
    TuningArm(
      "\(base.rawValue) prefix \(form.rawValue) \(length), \(purpose)", form.name, base
    ) {
      model, seed in
      try self.attachPrefix(form, length, to: model, seed: seed)
    }
  }

  func loraArm(_ base: TuningBase) -> TuningArm {
    TuningArm("\(base.rawValue) lora", "LoRA, rank 4", base) { model, seed in
      try LoRA(rank: 4, alpha: 8).attach(to: model, seed: seed)
    }
  }
}

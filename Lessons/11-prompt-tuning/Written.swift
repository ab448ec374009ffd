import Course

/// Prompts in words, to stand in front of a question: what a person can try without any training.
enum Written {
  static let all = [
    "请回答下面的问题。",
    "下面是一道选择题，只回答一个词。",
    "评论回答积极或消极，文字回答种类。",
    "回答积极、消极、故事、对话、算术、词典、说明或人物。",
    "先看清任务，再读文字，最后写出类别。",
    "你是给文字分类的助手。",
    "例如：积极。例如：故事。",
    "读一读下面的文字，说说它属于哪一类。",
  ]
}

/// What an untuned model makes of the questions behind each written prompt.
struct WrittenTrial: Codable {
  let prompt: String
  let validation: Judgement
  let test: Judgement
}

extension TuningBed {
  /// Every written prompt as vectors that are not trained: the embeddings of its tokens.
  func written(_ base: TuningBase) throws -> [WrittenTrial] {
    try cached("written prompts, \(base.rawValue)") {
      try Written.all.map { prompt in
        let tokens = tokenizer.encode(prompt)
        let model = try model(base)
        try PromptTuning(length: tokens.count, initialisation: .tokens(tokens))
          .attach(to: model, seed: 0)
        return WrittenTrial(
          prompt: prompt, validation: try judge(model, validation), test: try judge(model))
      }
    }
  }
}

extension [WrittenTrial] {
  /// What validation finds best: more often right, and among equals the surer.
  var best: WrittenTrial {
    self.max {
      ($0.validation.accuracy, -$0.validation.meanNats)
        < ($1.validation.accuracy, -$1.validation.meanNats)
    }!
  }

  func table(_ title: String) -> Table {
    var table = Table(
      title,
      columns: [
        .left("prompt"), .right("validation"), .right("test"), .right("nats, validation"),
      ])
    for trial in self {
      table.add(
        .text(trial.prompt), .percent(trial.validation.accuracy, 1),
        .percent(trial.test.accuracy, 1), .fixed(trial.validation.meanNats, 2))
    }
    return table
  }
}

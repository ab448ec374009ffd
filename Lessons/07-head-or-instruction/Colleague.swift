import Course

/// What a colleague brings along who asks for other words and reads one token of them.
struct Colleague: Codable {
  let run: TuningRun
  /// ln p of both answers' first tokens for each test review, and of both answers as a whole.
  let first: [[Double]]
  let whole: [[Double]]
  let written: [String]
}

extension Laboratory {
  /// 好评 and 差评 as whole sentences, which begin alike.
  var colleaguesQuestion: Question {
    Question(
      instruction: "判断评论是好评还是差评。", answers: ["这是差评", "这是好评"],
      template: question.template, tokenizer: tokenizer)
  }

  /// Trains the base model as an instruction, as its arm was trained, on the colleague's words.
  func colleague(rows: Int, learningRate: Float) throws -> Colleague {
    try cached("colleague") {
      let question = colleaguesQuestion
      let reader = InstructionReader(try GPT2LMHeadModel.load(folders[.base]!), question)
      let seed = plan.seeds[0]
      let run = try reader.tune(
        Array(bed.train(seed: seed).prefix(rows)), validation: bed.validation,
        Tuning(learningRate: learningRate, steps: plan.steps(rows), seed: seed)
      ) { _, _ in }
      let samples = bed.test[.known]!
      let prompts = try samples.map { try question.prompt(question.example($0)) }
      func scores(_ options: [[Int32]]) throws -> [[Double]] {
        try reader.model.optionScores(queries: prompts, options: options).map { $0.map(\.sum) }
      }
      return Colleague(
        run: run, first: try scores(question.options.map { [$0[0]] }),
        whole: try scores(question.options), written: try reader.written(samples)!.map(\.text))
    }
  }
}

extension Colleague {
  /// The first reviews with what the colleague looked at.
  func table(_ samples: [Sample], _ count: Int) -> Table {
    var table = Table(
      "The colleague's scores",
      columns: [
        .left("review"), .left("label"), .right("ln p, complaint"), .right("ln p, praise"),
        .left("read as"), .left("it writes"),
      ])
    for place in 0..<min(count, samples.count) {
      let (complaint, praise) = (first[place][0], first[place][1])
      table.add(
        .text(samples[place].text), .label(samples[place].isPositive ? "praise" : "complaint"),
        .fixed(complaint, 4), .fixed(praise, 4),
        .label(praise > complaint ? "praise" : "complaint"), .text(written[place]))
    }
    return table
  }

  func accuracy(_ scores: [[Double]], _ samples: [Sample]) -> Double {
    zip(scores, samples).map { ($0[1] > $0[0]) == $1.isPositive ? 1 : 0 }.mean
  }

  func writtenAccuracy(_ samples: [Sample], _ question: Question) -> Double {
    zip(written, samples).map { ExactMatch.holds($0, question.answer($1)) ? 1 : 0 }.mean
  }
}

import Course

/// What a model wrote to one test question.
struct Written: Codable {
  let isRight: Bool
  let beginsRight: Bool
  let ending: GeneratedAnswer.Ending
  let tokenCount: Int

  init(_ answer: GeneratedAnswer, to question: Question) {
    isRight = question.isAnswered(by: answer.text)
    beginsRight = question.isBegun(by: answer.text)
    ending = answer.ending
    tokenCount = answer.tokenCount
  }
}

/// A model's answers to the test questions, in their order.
struct Answered: Codable {
  let written: [Written]
  let nats: [AnswerNats]
  /// To the first question of each form, to be read.
  let samples: [GeneratedAnswer]
  /// Of the tokens of the row that the report shows.
  let probabilities: [Double?]
}

/// One arm: the rate that validation chose, and a run for each seed.
struct ArmResult: Codable {
  /// Validation nats of the answers' words after each rate that was tried.
  let tried: [Float: Double]
  let rate: Float
  let runs: [MaskRun]
  let answered: [Answered]
}

extension Workshop {
  /// The first test question of each form.
  var shownPlaces: [Int] {
    AnswerForm.allCases.compactMap { form in test.firstIndex { $0.form == form } }
  }

  func answered(_ model: GPT2LMHeadModel, shown: EncodedExample) throws -> Answered {
    let longest = testRows.map(\.labelCount).max() ?? 0
    let answers = try model.answers(
      to: test.map(\.example), template, tokenizer, maxTokens: longest + 8)
    return Answered(
      written: zip(answers, test).map { Written($0, to: $1) },
      nats: try model.answerNats(testRows), samples: shownPlaces.map { answers[$0] },
      probabilities: try MaskView(shown, tokenizer: tokenizer, model: model).pieces
        .map(\.probability))
  }

  /// Each rate is tried with the first seed, and the run of the best is kept as that seed's.
  func result(_ arm: MaskArm, shown: EncodedExample) throws -> ArmResult {
    try cached("arm \(arm.rawValue)") {
      let seeds = plan.seeds(of: arm)
      let trials = try plan.rates(of: arm).map { rate in
        let (model, run) = try train(arm, rate: rate, seed: seeds[0])
        return (rate: rate, model: model, run: run)
      }
      // Of equal ones the lowest.
      let best = trials.min { $0.run.looks.last!.words < $1.run.looks.last!.words }!
      var runs = [best.run]
      var answered = [try self.answered(best.model, shown: shown)]
      for seed in seeds.dropFirst() {
        let (model, run) = try train(arm, rate: best.rate, seed: seed)
        runs.append(run)
        answered.append(try self.answered(model, shown: shown))
      }
      return ArmResult(
        tried: Dictionary(
          uniqueKeysWithValues: trials.map { ($0.rate, $0.run.looks.last!.words) }),
        rate: best.rate, runs: runs, answered: answered)
    }
  }
}

extension Workshop {
  /// What the forms of the test questions cost in tokens.
  var lengths: Table {
    var table = Table(
      "The three forms",
      columns: [
        .left("form"), .left("an answer"), .right("prompt, tokens"), .right("answer, tokens"),
        .right("prompt : answer"),
      ])
    for (form, place) in zip(AnswerForm.allCases, shownPlaces) {
      let rows = zip(test, testRows).filter { $0.0.form == form }.map(\.1)
      let answers = rows.map { Double($0.labelCount) }.mean
      let prompts = rows.map { Double($0.count - $0.labelCount) }.mean
      table.add(
        .label(form.rawValue), .text(test[place].answer), .fixed(prompts, 0),
        .fixed(answers, 1), .fixed(prompts / answers, 1))
    }
    return table
  }
}

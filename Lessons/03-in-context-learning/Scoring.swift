import Course

/// A model that reads prompts.
struct Reader {
  let name: String
  let model: GPT2LMHeadModel
  let tokenizer: Tokenizer

  init(_ name: String, folder: URL) throws {
    self.name = name
    model = try GPT2LMHeadModel.load(folder)
    tokenizer = try Tokenizer(folder: folder)
  }

  func prompt(_ format: FewShotFormat, _ shots: [FewShotPrompt.Shot]) -> FewShotPrompt {
    FewShotPrompt(
      format, shots: shots, tokenizer: tokenizer, contextLength: model.contextLength)
  }

  /// How likely this reader finds both answers after each text, and after texts that say nothing.
  func scores(
    of texts: [String], _ verbaliser: Verbaliser, _ shots: [FewShotPrompt.Shot] = []
  ) throws -> ReviewScores {
    let prompt = prompt(verbaliser.format, shots)
    let options = verbaliser.answers.joined().map { tokenizer.encode($0) }
    let room = options.map(\.count).max()!
    let queries = try (texts + Self.contentFree).map { try prompt.query($0, answerTokens: room) }
    let complaints = verbaliser.answers[0].count
    let scores = try model.optionScores(
      prefix: prompt.prefix, queries: queries, options: options
    ).map { [AnswerScore($0.prefix(complaints)), AnswerScore($0.dropFirst(complaints))] }
    return ReviewScores(
      rows: Array(scores.prefix(texts.count)),
      contentFree: Array(scores.dropFirst(texts.count)))
  }

  /// Inputs that say nothing, for calibration.
  static let contentFree = ["", "无", "……"]
}

/// How likely an answer is, the mean over its wordings.
struct AnswerScore: Codable {
  /// ln p of the whole answer.
  let sum: Double
  /// ln p per token.
  let mean: Double

  init(_ wordings: ArraySlice<OptionScore>) {
    sum = wordings.map(\.sum).mean
    mean = wordings.map(\.mean).mean
  }
}

/// How an answer is read off the scores.
enum Reading: String, CaseIterable {
  /// The likelier answer as a whole.
  case sum
  /// The answer with the likelier tokens.
  case mean
  /// The answer that gains most over its prior.
  case calibrated
}

/// Scores of both answers, complaint and praise, row by row.
struct ReviewScores: Codable {
  let rows: [[AnswerScore]]
  let contentFree: [[AnswerScore]]

  var calibration: ContextualCalibration {
    ContextualCalibration(contentFree: contentFree.map { $0.map(\.sum) })
  }

  /// How much more the model is for praise than for complaint, on each row.
  func leanings(_ reading: Reading) -> [Double] {
    rows.map { row in
      let scores =
        switch reading {
        case .sum: row.map(\.sum)
        case .mean: row.map(\.mean)
        case .calibrated: calibration(row.map(\.sum))
        }
      return scores[1] - scores[0]
    }
  }

  /// 1 for each row that is read right, else 0.
  func hits(_ rows: [Row], _ reading: Reading) -> [Double] {
    zip(leanings(reading), rows).map { ($0 > 0) == $1.isPositive ? 1 : 0 }
  }

  /// How often a praise leans further to praise than a complaint does, over all such pairs: one half by
  /// chance, wherever the line between the answers is drawn (the area under the ROC curve).
  func pairsInOrder(_ rows: [Row]) -> Double {
    let leanings = zip(leanings(.sum), rows)
    let praise = leanings.filter { $0.1.isPositive }.map(\.0)
    let complaints = leanings.filter { !$0.1.isPositive }.map(\.0)
    return praise.flatMap { one in
      complaints.map { one > $0 ? 1 : one == $0 ? 0.5 : 0 }
    }.mean
  }

  /// The share of rows that are read as praise.
  func praiseShare(_ reading: Reading) -> Double {
    leanings(reading).map { $0 > 0 ? 1 : 0 }.mean
  }
}

/// The share of rows that are read right, the mean over several prompts.
func accuracy(_ prompts: [ReviewScores], _ rows: [Row], _ reading: Reading) -> Double {
  prompts.map { $0.hits(rows, reading).mean }.mean
}

/// Which way of asking to take for each model: `trials[model][verbaliser]` are its prompts.
struct VerbaliserChoice {
  let trials: [[[ReviewScores]]]
  let rows: [Row]

  /// Most often right after calibration.
  func best(_ size: Size) -> Verbaliser {
    let right = trials[size.rawValue].map { accuracy($0, rows, .calibrated) }
    return Verbaliser.all[right.indices.max { right[$0] < right[$1] }!]
  }

  var table: Table {
    var table = Table(
      "Right on validation, over none, two and eight examples",
      columns: [
        .left("asked how"), .right("nano, as it is"), .right("nano, calibrated"),
        .right("nano, in order"), .right("mini, as it is"), .right("mini, calibrated"),
        .right("mini, in order"),
      ])
    for (place, verbaliser) in Verbaliser.all.enumerated() {
      table.add(
        row: [.text(verbaliser.name)]
          + trials.flatMap { trial in
            [Reading.mean, .calibrated].map { .percent(accuracy(trial[place], rows, $0), 1) }
              + [.percent(trial[place].map { $0.pairsInOrder(rows) }.mean, 1)]
          })
    }
    return table
  }
}

extension ReviewScores {
  /// How the first row is read, answer by answer.
  func table(_ verbaliser: Verbaliser) -> Table {
    var table = Table(
      "One review, two answers",
      columns: [
        .left("answer"), .right("ln p"), .right("ln p of nothing"), .right("calibrated"),
      ])
    let calibrated = calibration(rows[0].map(\.sum))
    for (side, wordings) in verbaliser.answers.enumerated() {
      table.add(
        .text(wordings.joined(separator: "、")), .fixed(rows[0][side].sum, 2),
        .fixed(calibration.logPriors[side], 2),
        .fixed(calibrated[side], 2))
    }
    return table
  }
}

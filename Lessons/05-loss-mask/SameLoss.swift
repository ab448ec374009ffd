import Course

/// A batch of rows under several masks, beside the loss of pre-training on the same tokens.
struct SameLoss {
  let pretraining: Double
  let everything: Double
  /// Pre-training's losses, averaged over the answers' tokens.
  let answersByHand: Double
  let answers: Double
  /// The same with 0.1 for every token of a prompt.
  let weightedByHand: Double
  let weighted: Double
  /// How far the gradient of everything lies from the sum of its parts, as a share of its length.
  let gradientError: Double
  let answerCount: Int
  let promptCount: Int

  init(
    _ model: GPT2LMHeadModel, _ examples: [Example], _ template: InstructionTemplate,
    _ tokenizer: Tokenizer
  ) throws {
    func batch(_ mask: LossMask) throws -> ExampleBatch {
      ExampleBatch(
        try [EncodedExample](
          examples.map { try template.segments(of: $0) }, tokenizer: tokenizer, mask: mask))
    }
    let (all, answer, part) = (
      try batch(.everything), try batch(.answers), try batch(.weighted(prompt: 0.1, answer: 1))
    )
    let tokens = all.batch
    let (allLoss, allGradient) = try model.lossAndGradient(all)
    let (answerLoss, answerGradient) = try model.lossAndGradient(answer)
    let (_, promptGradient) = try model.lossAndGradient(
      batch(.weighted(prompt: 1, answer: 0)))

    let losses = try withoutGradients {
      try model.hiddenStates(tokens, cache: nil, dropout: nil).languageModelLosses(
        head: model.head.weight, labels: tokens.nextTokens)
    }
    func mean(_ weights: [Float]) -> Double {
      let products = zip(losses, weights).map { Double($0) * Double($1) }
      return products.reduce(0, +) / Double(weights.reduce(0, +))
    }
    pretraining = Double(try withoutGradients { try model.loss(tokens).scalar })
    everything = allLoss
    answersByHand = mean(answer.weights)
    answers = answerLoss
    weightedByHand = mean(part.weights)
    weighted = try model.lossAndGradient(part).loss
    answerCount = Int(answer.weight)
    promptCount = Int(all.weight) - Int(answer.weight)

    let (a, p) = (Double(answerCount), Double(promptCount))
    let sums = zip(answerGradient, promptGradient).map { ($0 * a + $1 * p) / (a + p) }
    let squaredError = zip(allGradient, sums).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
    let squaredLength = allGradient.map { $0 * $0 }.reduce(0, +)
    gradientError = (squaredError / squaredLength).squareRoot()
  }

  static func relative(_ one: Double, _ other: Double) -> Double { abs(one - other) / abs(other) }

  var holds: Bool {
    everything == pretraining && Self.relative(answers, answersByHand) <= 1e-5
      && Self.relative(weighted, weightedByHand) <= 1e-5 && gradientError <= 1e-4
  }

  var table: Table {
    var table = Table(
      "One batch, two ways",
      columns: [.left("what"), .right("by the mask"), .right("by hand"), .right("difference")])
    for (name, mask, hand) in [
      ("everything, and pre-training", everything, pretraining),
      ("answers only", answers, answersByHand), ("prompt 0.1", weighted, weightedByHand),
    ] {
      table.add(
        .label(name), .fixed(mask, 6), .fixed(hand, 6),
        mask == hand ? "none" : .scientific(Self.relative(mask, hand), 0))
    }
    table.add("gradient of everything", "–", "–", .scientific(gradientError, 0))
    return table
  }
}

extension GPT2LMHeadModel {
  fileprivate func lossAndGradient(
    _ batch: ExampleBatch
  ) throws -> (loss: Double, gradient: [Double]) {
    clearGradients()
    let loss = try loss(batch)
    loss.backward()
    let gradient = parameters().flatMap { $0.gradient?.elements.map { Double($0) } ?? [] }
    clearGradients()
    return (Double(loss.scalar), gradient)
  }
}

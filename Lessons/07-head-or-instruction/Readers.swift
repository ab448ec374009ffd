import Course

/// A learner that tells praise from complaint.
protocol MoodReader: Learner {
  /// ln p of praise minus ln p of complaint, for each review.
  func leanings(_ samples: [Sample]) throws -> [Double]
  /// What it writes in answer to each review; nil for one that cannot write.
  func written(_ samples: [Sample]) throws -> [GeneratedAnswer]?
}

extension MoodReader {
  /// Both forms are looked at through the same two numbers: how often they lean to the right side,
  /// and −ln p of the right one of the two answers, as if there were no third.
  func score(_ samples: [Sample]) throws -> (right: Double, nats: Double) {
    let signed = zip(try leanings(samples), samples).map { $1.isPositive ? $0 : -$0 }
    return (
      zip(signed, samples).map { $0 > 0 || ($0 == 0 && !$1.isPositive) ? 1 : 0 }.mean,
      signed.map { max(0, -$0) + log1p(exp(-abs($0))) }.mean
    )
  }
}

/// A base model with a new head of two outputs, all of it trained.
final class HeadReader: MoodReader {
  private let classifier: TextClassifier
  private let tokenizer: Tokenizer

  init(_ transformer: GPT2Model, _ tokenizer: Tokenizer, seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: "head")
    classifier = TextClassifier(transformer, classes: 2, random: &random)
    self.tokenizer = tokenizer
  }

  var module: any Module { classifier }

  private func tokens(_ samples: [Sample]) -> [[Int32]] {
    samples.map { tokenizer.encode($0.text) }
  }

  func tokenCount(_ samples: [Sample]) -> Int { tokens(samples).joined().count }

  func loss(_ samples: [Sample]) throws -> Tensor {
    try classifier(tokens(samples)).crossEntropy(labels: Bed.labels(samples).map(Int32.init))
  }

  func leanings(_ samples: [Sample]) throws -> [Double] {
    let rows = LabelledRows(tokens: tokens(samples), labels: Bed.labels(samples))
    return try classifier.probabilities(rows).map { p in
      // The exponential of a very low logit is 0, and its logarithm must stay a number.
      let logs = p.map { log(max($0, .leastNormalMagnitude)) }
      return logs[1] - logs[0]
    }
  }

  func written(_ samples: [Sample]) -> [GeneratedAnswer]? { nil }
}

/// A language model that is asked, and that answers in words. All of it is trained, or an adapter
/// that was attached to it.
final class InstructionReader: MoodReader {
  let model: GPT2LMHeadModel
  let question: Question
  private let adapter: Adapter?

  init(_ model: GPT2LMHeadModel, _ question: Question, _ adapter: Adapter? = nil) {
    self.model = model
    self.question = question
    self.adapter = adapter
  }

  var module: any Module { model }

  func makeTrainable() {
    if adapter == nil { model.unfreeze() }
  }

  func tokenCount(_ samples: [Sample]) throws -> Int {
    try samples.reduce(0) { $0 + (try question.encoded($1).count) }
  }

  func loss(_ samples: [Sample]) throws -> Tensor {
    try model.loss(ExampleBatch(samples.map { try question.encoded($0) }))
  }

  func leanings(_ samples: [Sample]) throws -> [Double] {
    try model.leanings(
      samples.map { try question.prompt(question.example($0)) }, options: question.options)
  }

  func written(_ samples: [Sample]) throws -> [GeneratedAnswer]? {
    try model.answers(
      to: samples.map(question.example), question.template, question.tokenizer, maxTokens: 6)
  }
}

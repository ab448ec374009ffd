import Course

/// A review with two labels: what it feels, and what it is about.
struct TwoLabels: Equatable, Codable {
  let mood: String
  let domain: String

  static let moods = ["消极", "积极"]
  static let domains = ["餐饮", "外卖", "酒店", "电影", "手机", "图书"]

  init(_ sample: Sample) {
    self.init(
      mood: sample.isPositive ? 1 : 0, domain: ReviewDomain.allCases.firstIndex(of: sample.domain)!)
  }

  init(mood: Int, domain: Int) {
    (self.mood, self.domain) = (Self.moods[mood], Self.domains[domain])
  }

  /// From an answer that is one JSON object with both keys and no other, and with labels that
  /// exist.
  init?(json: String) {
    guard let fields = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8)),
      fields.count == 2, let mood = fields["mood"], let domain = fields["domain"],
      Self.moods.contains(mood), Self.domains.contains(domain)
    else { return nil }
    (self.mood, self.domain) = (mood, domain)
  }

  var json: String { "{\"mood\":\"\(mood)\",\"domain\":\"\(domain)\"}" }
}

/// What came of the answers to a set of reviews.
struct TwoLabelsResult: Codable {
  let found: [TwoLabels?]

  func share(_ samples: [Sample], _ holds: (TwoLabels, TwoLabels) -> Bool) -> Double {
    zip(found, samples).map { found, sample in
      found.map { holds($0, TwoLabels(sample)) } ?? false ? 1 : 0
    }.mean
  }
}

protocol TwoLabelsReader: Learner {
  func labels(_ samples: [Sample]) throws -> [TwoLabels?]
  func nats(_ samples: [Sample]) throws -> Double
}

extension TwoLabelsReader {
  func score(_ samples: [Sample]) throws -> (right: Double, nats: Double) {
    (TwoLabelsResult(found: try labels(samples)).share(samples, ==), try nats(samples))
  }
}

/// One model below two heads, which are trained together.
final class TwoHeads: Module, TwoLabelsReader {
  private final class Parts: Module {
    let transformer: GPT2Model
    let mood, domain: ClassificationHead

    init(_ transformer: GPT2Model, seed: UInt64) {
      var random = SeededRandom(seed: seed, stream: "two heads")
      func head(_ classes: Int) -> ClassificationHead {
        ClassificationHead(
          .linear, width: transformer.config.hiddenSize, classes: classes,
          deviation: transformer.config.initializerRange, random: &random)
      }
      self.transformer = transformer
      (mood, domain) = (head(TwoLabels.moods.count), head(TwoLabels.domains.count))
    }
  }

  private let parts: Parts
  private let tokenizer: Tokenizer

  init(_ transformer: GPT2Model, _ tokenizer: Tokenizer, seed: UInt64) {
    parts = Parts(transformer, seed: seed)
    self.tokenizer = tokenizer
  }

  var module: any Module { parts }

  private func tokens(_ samples: [Sample]) -> [[Int32]] {
    samples.map { tokenizer.encode($0.text) }
  }

  func tokenCount(_ samples: [Sample]) -> Int { tokens(samples).joined().count }

  func loss(_ samples: [Sample]) throws -> Tensor {
    let states = try parts.transformer.pooled(tokens(samples), .lastToken)
    let domains = samples.map { Int32(ReviewDomain.allCases.firstIndex(of: $0.domain)!) }
    return parts.mood(states).crossEntropy(labels: Bed.labels(samples).map(Int32.init))
      + parts.domain(states).crossEntropy(labels: domains)
  }

  func labels(_ samples: [Sample]) throws -> [TwoLabels?] {
    let states = try parts.transformer.features(tokens(samples), .lastToken)
    return withoutGradients {
      zip(parts.mood(states).likeliest, parts.domain(states).likeliest).map {
        TwoLabels(mood: $0, domain: $1)
      }
    }
  }

  func nats(_ samples: [Sample]) throws -> Double {
    try withoutGradients { Double(try loss(samples).scalar) }
  }
}

extension Tensor {
  /// The column of the largest number of each row.
  fileprivate var likeliest: [Int] {
    let (numbers, columns) = (elements, dim(1))
    return (0..<dim(0)).map { row in
      (0..<columns).max { numbers[row * columns + $0] < numbers[row * columns + $1] }!
    }
  }
}

/// A language model that answers with a line of JSON.
final class JSONReader: TwoLabelsReader {
  private let model: GPT2LMHeadModel
  private let tokenizer: Tokenizer
  private let template: InstructionTemplate

  init(_ model: GPT2LMHeadModel, _ question: Question) {
    (self.model, tokenizer, template) = (model, question.tokenizer, question.template)
  }

  var module: any Module { model }

  func example(_ sample: Sample) -> Example {
    .instruction("用 JSON 写出评论的情感和类别。", input: sample.text, output: TwoLabels(sample).json)
  }

  private func encoded(_ samples: [Sample]) throws -> [EncodedExample] {
    try Array(samples.map { try template.segments(of: example($0)) }, tokenizer: tokenizer)
  }

  func tokenCount(_ samples: [Sample]) throws -> Int {
    try encoded(samples).reduce(0) { $0 + $1.count }
  }

  func loss(_ samples: [Sample]) throws -> Tensor {
    try model.loss(ExampleBatch(try encoded(samples)))
  }

  func labels(_ samples: [Sample]) throws -> [TwoLabels?] {
    try model.answers(to: samples.map(example), template, tokenizer, maxTokens: 32)
      .map { TwoLabels(json: $0.text) }
  }

  func nats(_ samples: [Sample]) throws -> Double { try model.meanLoss(encoded(samples)).nats }
}

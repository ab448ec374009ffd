import Adapters
import Foundation
import Layers
import Models
import Tensors
import Testing

/// Small models with weights far above initialisation, so that every path and bias counts.
enum Sample {
  static let vocabSize = 12
  static let rows: [[Int32]] = [[1, 5, 3, 8, 2, 2, 10], [4], [9, 0, 7, 7]]
  /// Rows with the ids of two vectors of a prompt at several places.
  static let freeRows: [[Int32]] = [[12, 1, 5, 13, 3, 8], [4, 13], [9, 0, 12, 12, 7]]

  static func config(hiddenSize: Int = 8) -> GPT2Config {
    var config = GPT2Config(
      vocabSize: vocabSize, contextLength: 16, hiddenSize: hiddenSize, layerCount: 2, headCount: 2
    ).withLabels(3)
    config.initializerRange = 0.3
    config.padToken = 11
    config.residualDropout = 0
    config.embeddingDropout = 0
    config.attentionDropout = 0
    return config
  }

  static func languageModel(_ config: GPT2Config = config(), seed: UInt64 = 1) -> GPT2LMHeadModel {
    var random = SeededRandom(seed: seed)
    let model = GPT2LMHeadModel(config, random: &random)
    move(model.parameters(), by: 0.1, seed: seed)
    return model
  }

  static func classifier(
    _ config: GPT2Config = config(), seed: UInt64 = 1
  ) -> GPT2ForSequenceClassification {
    var random = SeededRandom(seed: seed)
    let model = GPT2ForSequenceClassification(config, random: &random)
    move(model.parameters(), by: 0.1, seed: seed)
    return model
  }

  /// Adds draws from N(0, deviation²).
  static func move(_ tensors: [Tensor], by deviation: Float, seed: UInt64 = 8) {
    var random = SeededRandom(seed: seed, stream: "moved")
    for tensor in tensors {
      for place in 0..<tensor.count { tensor.pointer[place] += deviation * random.normal() }
    }
  }
}

/// A model with what is asked of it, whatever its kind.
struct Subject {
  enum Kind: String, CaseIterable, Sendable {
    case languageModel
    case classifier
  }

  let model: any AdaptableModel

  init(_ kind: Kind, _ config: GPT2Config = Sample.config(), seed: UInt64 = 1) {
    model =
      switch kind {
      case .languageModel: Sample.languageModel(config, seed: seed)
      case .classifier: Sample.classifier(config, seed: seed)
      }
  }

  init(_ model: any AdaptableModel) { self.model = model }

  /// The logits of every token, or of every row.
  func logits(_ rows: [[Int32]]) throws -> Tensor {
    try withoutGradients {
      if let classifier = model as? GPT2ForSequenceClassification { return try classifier(rows) }
      return try (model as! GPT2LMHeadModel).logits(TokenBatch(rows))
    }
  }

  func loss(_ rows: [[Int32]]) throws -> Tensor {
    if let classifier = model as? GPT2ForSequenceClassification {
      return try classifier.loss(
        classifier(rows), .classes(rows.indices.map { Int32($0 % classifier.config.labels.count) }))
    }
    let batch = TokenBatch(rows)
    return try (model as! GPT2LMHeadModel).loss(batch, labels: batch.knownNextTokens)
  }

  /// Steps of AdamW with decay on what asks for a gradient; the losses before each.
  @discardableResult
  func train(_ rows: [[Int32]], steps: Int = 5, rate: Float = 0.02) throws -> [Float] {
    let optimiser = AdamW(model.trainableParameters(), AdamW.Options(weightDecay: 0.1))
    return try (0..<steps).map { _ in
      model.clearGradients()
      let loss = try loss(rows)
      loss.backward()
      optimiser.step(learningRate: rate)
      return loss.scalar
    }
  }
}

extension TokenBatch {
  /// What each position is to predict, but for ids that stand for vectors of a prompt.
  var knownNextTokens: [Int32] {
    nextTokens.map { $0 == 12 || $0 == 13 ? ignoreIndex : $0 }
  }
}

extension Adapter {
  /// Moves every parameter away from where it started.
  func move() { Sample.move(parameters.map(\.tensor), by: 0.2) }

  func has(_ tensor: Tensor) -> Bool { parameters.contains { $0.tensor === tensor } }
}

func bits(_ tensors: [Tensor]) -> [[UInt32]] { tensors.map { $0.elements.map(\.bitPattern) } }

func bits(_ tensor: Tensor) -> [UInt32] { bits([tensor])[0] }

/// The largest difference as a share of the largest expected number; infinite where a result is no
/// number.
func relativeError(_ found: [Float], _ expected: [Float]) -> Double {
  guard found.count == expected.count else { return .infinity }
  let largest = expected.map { abs(Double($0)) }.max() ?? 0
  let furthest = zip(found, expected).map { abs(Double($0) - Double($1)) }.reduce(0) {
    $1.isNaN ? .infinity : max($0, $1)
  }
  return furthest == 0 ? 0 : furthest / largest
}

func relativeError(_ found: Tensor, _ expected: Tensor) -> Double {
  relativeError(found.elements, expected.elements)
}

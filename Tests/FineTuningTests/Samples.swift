import Foundation
import Layers
import Models
import Tensors
import Testing

/// Small models and streams that the tests of this module share.
enum Sample {
  /// A GPT-2 with weights far above initialisation, so that every path counts.
  static func model(
    seed: UInt64 = 1, layers: Int = 2, width: Int = 16, vocabulary: Int = 37, dropout: Float = 0
  ) -> GPT2LMHeadModel {
    var config = GPT2Config(
      vocabSize: vocabulary, contextLength: 24, hiddenSize: width, layerCount: layers, headCount: 2)
    config.initializerRange = 0.2
    config.embeddingDropout = dropout
    config.attentionDropout = dropout
    config.residualDropout = dropout
    var random = SeededRandom(seed: seed)
    return GPT2LMHeadModel(config, random: &random)
  }

  static func tokens(_ count: Int, below bound: Int, seed: UInt64 = 1) -> [Int32] {
    var random = SeededRandom(seed: seed, stream: "tokens")
    return (0..<count).map { _ in Int32(random.int(below: bound)) }
  }
}

/// −ln softmax(logits)[label] in double precision.
func negativeLogLikelihood(_ logits: [Float], _ label: Int32) -> Double {
  let top = Double(logits.max()!)
  let sum = logits.reduce(0.0) { $0 + exp(Double($1) - top) }
  return log(sum) + top - Double(logits[Int(label)])
}

extension Tensor {
  var bits: [UInt32] { elements.map(\.bitPattern) }

  /// The elements of one row of a matrix.
  func row(_ row: Int) -> [Float] { Array(elements[row * dim(1)..<(row + 1) * dim(1)]) }
}

extension Module {
  var bits: [[UInt32]] { parameters().map(\.bits) }
}

/// Runs `body` with a new, empty folder that is gone afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("fine-tuning-\(UUID().uuidString)", isDirectory: true)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

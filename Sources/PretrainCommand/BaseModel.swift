import ArgumentParser
import FineTuning
import Layers
import Models

/// The base models of the course and how each is trained.
enum BaseModel: String, CaseIterable, ExpressibleByArgument {
  case nano
  case mini

  static let vocabularySize = 5120
  static let contextLength = 512

  var layerCount: Int { self == .nano ? 3 : 4 }
  var hiddenSize: Int { self == .nano ? 128 : 256 }
  var learningRate: Float { 3e-3 }

  func config(endOfText: Int32) -> GPT2Config {
    var config = GPT2Config(
      vocabSize: Self.vocabularySize, contextLength: Self.contextLength, hiddenSize: hiddenSize,
      layerCount: layerCount, headCount: 4)
    // Every token is seen once or twice: there is nothing to over-fit, and dropout would only slow.
    config.residualDropout = 0
    config.embeddingDropout = 0
    config.attentionDropout = 0
    config.bosToken = endOfText
    config.eosTokens = [endOfText]
    return config
  }

  func training(steps: Int, learningRate: Float?) -> TrainingOptions {
    TrainingOptions(
      learningRate: learningRate ?? self.learningRate,
      schedule: Schedule(.cosine, warmUpSteps: min(100, steps / 10), totalSteps: steps),
      optimiser: AdamW.Options(beta2: 0.95, weightDecay: 0.1))
  }
}

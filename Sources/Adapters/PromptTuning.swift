import Layers
import Models
import Tensors

/// Prompt tuning (Lester et al., 2021): trained vectors among the embedded tokens, at the input
/// only. In front of a row they predict nothing: peft counts the row's first token as predicted by
/// the last vector where it is labelled, and here it is predicted by nobody, as without a prompt.
public struct PromptTuning: AdapterMethod {
  /// What the vectors start as.
  public enum Initialisation: Codable, Equatable, Sendable {
    /// Draws from N(0, deviation²). peft's deviation is 1.
    case normal(deviation: Float)
    /// The embeddings of tokens drawn from the vocabulary.
    case vocabulary
    /// The embeddings of these tokens, repeated or cut to the length.
    case tokens([Int32])
  }

  public static let name = "prompt"

  /// P, the number of vectors.
  public var length: Int
  public var initialisation: Initialisation
  public var placement: PromptPlacement

  public init(
    length: Int = 10, initialisation: Initialisation = .vocabulary,
    placement: PromptPlacement = .front
  ) {
    self.length = length
    self.initialisation = initialisation
    self.placement = placement
  }

  public func makeParts(
    for model: GPT2Model, random: inout SeededRandom
  ) throws -> [any AdapterPart] {
    try checkVirtualTokens(length, for: model)
    let (H, size) = (model.config.hiddenSize, model.config.vocabSize)
    let vectors: Tensor
    switch initialisation {
    case .normal(let deviation):
      try check("deviation", deviation, "a positive number") { $0 > 0 && $0.isFinite }
      vectors = .normal([length, H], deviation: deviation, using: &random)
    case .vocabulary:
      vectors = model.tokenVectors((0..<length).map { _ in random.int(below: size) })
    case .tokens(let tokens):
      try check("tokens", tokens, "one or more ids in 0 ..< \(size)") {
        !$0.isEmpty && $0.allSatisfy { 0..<Int32(size) ~= $0 }
      }
      vectors = model.tokenVectors((0..<length).map { Int(tokens[$0 % tokens.count]) })
    }
    return [
      PromptPart(
        model, VectorPrompt(vectors, placement),
        [("prompt_encoder.default.embedding.weight", vectors)])
    ]
  }
}

/// Vectors that are trained themselves.
public final class VectorPrompt: InputPrompt {
  /// [P, H]
  public let embedding: Tensor
  public let placement: PromptPlacement

  init(_ embedding: Tensor, _ placement: PromptPlacement) {
    self.embedding = embedding
    self.placement = placement
  }

  public var count: Int { embedding.dim(0) }
  public func vectors() -> Tensor { embedding }
}

final class PromptPart: VirtualTokenPart {
  private let model: GPT2Model
  private let prompt: any InputPrompt
  let parameters: [(name: String, tensor: Tensor)]

  init(
    _ model: GPT2Model, _ prompt: any InputPrompt, _ parameters: [(name: String, tensor: Tensor)]
  ) {
    self.model = model
    self.prompt = prompt
    self.parameters = parameters
  }

  var vectors: Tensor { withoutGradients { prompt.vectors() } }
  var isOccupied: Bool { model.hasVirtualTokens }
  func install() { model.prompt = prompt }
  func remove() { model.prompt = nil }
}

extension GPT2Model {
  /// The embeddings [ids.count, H] of tokens, outside the graph.
  fileprivate func tokenVectors(_ ids: [Int]) -> Tensor {
    withoutGradients { tokenEmbedding.rows(ids) }
  }
}

import Course

/// Where trained vectors begin.
enum Start: String, CaseIterable, Codable {
  /// Numbers drawn from N(0, 1), as peft draws them by default.
  case normal
  /// The embeddings of tokens drawn from the vocabulary.
  case vocabulary
  /// The embeddings of a written prompt, repeated or cut to the length.
  case text

  func promptTuning(_ length: Int, text: [Int32], _ placement: PromptPlacement) -> PromptTuning {
    switch self {
    case .normal:
      PromptTuning(length: length, initialisation: .normal(deviation: 1), placement: placement)
    case .vocabulary:
      PromptTuning(length: length, initialisation: .vocabulary, placement: placement)
    case .text:
      PromptTuning(length: length, initialisation: .tokens(text), placement: placement)
    }
  }
}

/// Vectors as a start leaves them, before any training.
struct Beginning: Codable {
  let start: Start
  /// The mean length of a vector.
  let norm: Double
  /// Of the classes, on the validation questions, with the vectors in front.
  let judgement: Judgement
  /// Mean loss of the answers' tokens there.
  let answerNats: Double
}

extension Laboratory {
  func beginning(_ start: Start, _ base: TuningBase, seed: UInt64) throws -> Beginning {
    let model = try bed.model(base)
    try vectors(base, start).attach(to: model, seed: seed)
    return Beginning(
      start: start, norm: model.promptVectors.map(norm).mean,
      judgement: try bed.judge(model, bed.validation),
      answerNats: try model.meanLoss(try bed.encoded(bed.validation)).nats)
  }
}

extension GPT2LMHeadModel {
  /// The vectors of the prompt that is attached, as they are now.
  var promptVectors: [[Float]] {
    let vectors = withoutGradients { transformer.prompt!.vectors() }
    return vectors.elements.chunks(of: vectors.dim(1))
  }
}

extension Array {
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
  }
}

/// The Euclidean norm of a vector.
func norm(_ vector: [Float]) -> Double {
  vector.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}

/// The mean norm of the rows of a table.
func meanNorm(_ table: Tensor) -> Double {
  table.elements.chunks(of: table.dim(1)).map(norm).mean
}

/// The largest difference between two tables of the same shape.
func distance(_ first: Tensor, _ second: Tensor) -> Float {
  zip(first.elements, second.elements).map { abs($0 - $1) }.max() ?? 0
}

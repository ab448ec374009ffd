import FineTuning
import Layers
import Models
import Tensors
import Tokenizers

/// Rows that the tests of masks share, over a vocabulary of bytes: one token for each ASCII sign.
enum MaskSample {
  static let end = "<|endoftext|>"
  static let tokenizer = try! TokenizerTrainer(vocabularySize: 257, specialTokens: [end]).train(
    [String]())

  /// S:sU:uA:a■U:vA:b■
  static let conversation = [
    Segment(.frame, "S:"), Segment(.system, "s"), Segment(.frame, "U:"), Segment(.user, "u"),
    Segment(.frame, "A:"), Segment(.assistant, "a"), Segment(.end, end), Segment(.frame, "U:"),
    Segment(.user, "v"), Segment(.frame, "A:"), Segment(.assistant, "b"), Segment(.end, end),
  ]

  static func question(_ question: String, _ answer: String) -> [Segment] {
    [
      Segment(.frame, "U:"), Segment(.user, question), Segment(.frame, "A:"),
      Segment(.assistant, answer), Segment(.end, end),
    ]
  }

  /// Seven rows of 7 to 20 tokens.
  static let rows = [
    question("hi", "yo"), question("2+2=", "4"), question("name a dish", "rice"), conversation,
    question("x", "a longer one"), question("say it again", "it"), question("q", "r"),
  ]

  static func encoded(
    _ segments: [Segment], _ mask: LossMask = .answers, bug: MaskBug? = nil, row: Int = 1
  ) throws -> EncodedExample {
    try EncodedExample(segments, tokenizer: tokenizer, mask: mask, bug: bug, row: row)
  }

  static func examples(
    _ mask: LossMask = .answers, bug: MaskBug? = nil
  ) throws -> [EncodedExample] {
    try [EncodedExample](rows, tokenizer: tokenizer, mask: mask, bug: bug)
  }

  /// A GPT-2 for this vocabulary.
  static func model() -> GPT2LMHeadModel { Sample.model(vocabulary: 257) }

  /// One sign a token: that of the id, ■ for the end token, · for a label that is ignored.
  static func signs(_ ids: [Int32]) -> String {
    ids.map { id in
      id == ignoreIndex ? "·" : tokenizer.isSpecialToken(id) ? "■" : tokenizer.decode([id])
    }.joined()
  }
}

extension Module {
  /// The gradients of all parameters after the losses of `parts`, added up.
  func gradients(_ parts: Int = 1, loss: (_ part: Int) throws -> Tensor) rethrows -> Gradients {
    clearGradients()
    var sum = 0.0
    for part in 0..<parts {
      let loss = try loss(part)
      sum += Double(loss.scalar)
      loss.backward()
    }
    return Gradients(loss: sum, parameters: parameters().map { $0.gradient?.elements ?? [] })
  }
}

struct Gradients {
  let loss: Double
  let parameters: [[Float]]

  /// The furthest that a gradient is from another's, as a share of the largest of its tensor.
  func difference(_ other: Gradients) -> Float {
    zip(parameters, other.parameters).map { relativeDifference($0, $1) }.max() ?? .infinity
  }
}

/// The largest difference between two arrays as a share of the largest expected number.
func relativeDifference(_ found: [Float], _ expected: [Float]) -> Float {
  guard found.count == expected.count else { return .infinity }
  let largest = expected.map(abs).max() ?? 0
  let furthest = zip(found, expected).map { abs($0 - $1) }.reduce(0) {
    $1.isNaN ? .infinity : max($0, $1)
  }
  return furthest == 0 ? 0 : furthest / largest
}

import Course

/// The class that each row of features gets from a head drawn with this seed, as a model that is
/// loaded without a head draws it.
func predictions(_ features: Tensor, headSeed: UInt64) -> [Int] {
  var random = SeededRandom(seed: headSeed, stream: "head")
  let head = Tensor.normal([2, features.dim(1)], deviation: 0.02, using: &random)
  let logits = withoutGradients { features.linear(head, layout: .outputsByInputs) }
  return (0..<features.dim(0)).map { row in
    logits.pointer[2 * row + 1] > logits.pointer[2 * row] ? 1 : 0
  }
}

/// The first logit of a row that holds padding, from a classifier that knows what padding is.
func paddedLogit(
  _ classifier: GPT2ForSequenceClassification, _ row: [Int32], padToken: Int32
) throws -> Float {
  let position = row.lastIndex { $0 != padToken } ?? 0
  let states = try withoutGradients { try classifier.transformer(TokenBatch([row])) }
  return states.rows([position]).linear(classifier.score.weight, layout: .outputsByInputs)
    .elements[0]
}

/// config.json names a class that this lesson does not expect.
struct WrongClass: LocalizedError {
  let found: String
  var errorDescription: String? { "config.json names \(found), not GPT2LMHeadModel" }
  var recoverySuggestion: String? { "give --model a folder that was saved by a language model" }
}

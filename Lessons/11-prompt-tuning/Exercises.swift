import Course

/// Exercise 11.1: Put trained vectors before the embedded tokens of a row, and say what each place is
/// to predict.
///
/// `vectors` are P rows of H numbers, `embedded` the T token embeddings of a row, before positions
/// are added. `labels[t]` stands at its own token: the token itself where the loss counts it, −100
/// (`ignoreIndex`) elsewhere. Give the P + T rows that enter the model, and for each of them the
/// target that its output is compared with: the label of the place behind it, −100 where there is
/// none to count.
///
/// Hint: give the vectors labels first, then shift all of them once.
/// Hint: no vector is a token, so none is ever a target; but the last one stands before the first
/// token.
func withVectors(
  _ vectors: [[Float]], before embedded: [[Float]], labels: [Int32]
) throws -> (rows: [[Float]], targets: [Int32]) {
  // BEGIN SOLUTION
  let all = vectors.map { _ in ignoreIndex } + labels
  return (vectors + embedded, Array(all.dropFirst()) + (all.isEmpty ? [] : [ignoreIndex]))
  // END SOLUTION
}

/// Exercise 11.2: Give the tokens whose embeddings point most nearly where a vector points.
///
/// `embeddings[token]` has as many numbers as the vector. Give the `count` tokens of the highest
/// cosine, the highest first, each with its cosine; of equal ones the lower token comes first. Where
/// one of the two vectors is all zeros there is no angle: such a pair has the cosine 0.
///
/// Hint: x · y / (‖x‖ · ‖y‖).
/// Hint: a long embedding has a large product with nearly everything; that is why it is divided.
func nearestTokens(
  to vector: [Float], embeddings: [[Float]], count: Int
) throws -> [(token: Int, cosine: Double)] {
  // BEGIN SOLUTION
  func product(_ x: [Float], _ y: [Float]) -> Double {
    zip(x, y).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }
  let length = product(vector, vector).squareRoot()
  let cosines = embeddings.enumerated().map { token, embedding in
    let lengths = length * product(embedding, embedding).squareRoot()
    return (token: token, cosine: lengths > 0 ? product(vector, embedding) / lengths : 0)
  }
  let sorted = cosines.sorted { ($0.cosine, $1.token) > ($1.cosine, $0.token) }
  return Array(sorted.prefix(count))
  // END SOLUTION
}

/// Exercise 11.3: Count what three methods train for P virtual tokens, in a model of L layers and
/// hidden size H.
///
/// Prompt tuning trains P vectors at the input. P-tuning trains as many, and an encoder of three
/// linear maps with biases, H → E, E → E and E → H, which makes the prompt from them. Prefix tuning
/// trains, for each of the P places, a key and a value of size H in every layer.
///
/// Hint: a linear map with a bias from a to b has a·b + b numbers.
/// Hint: for GPT-2 (L 12, H 768), P = 20 and E = 128: 15,360, 229,376 and 368,640.
func trainedParameters(
  length P: Int, hiddenSize H: Int, layers L: Int, encoder E: Int
) throws -> (prompt: Int, pTuning: Int, prefix: Int) {
  // BEGIN SOLUTION
  func map(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs + outputs }
  let prompt = P * H
  return (prompt, prompt + map(H, E) + map(E, E) + map(E, H), prompt * 2 * L)
  // END SOLUTION
}

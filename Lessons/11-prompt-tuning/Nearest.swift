import Course

/// A token, and the cosine between its embedding and a vector.
struct Neighbour: Codable {
  let token: Int32
  let cosine: Double
}

/// What training made of one vector.
struct LearnedVector: Codable {
  let norm: Double
  /// How far it has moved, and the cosine with where it began.
  let moved: Double
  let cosineToStart: Double
  let startNearest: Neighbour
  let nearest: [Neighbour]
}

/// A trained prompt, looked at from the vocabulary.
struct LearnedPrompt: Codable {
  let start: Start
  let vectors: [LearnedVector]
  /// The mean cosine of as many directions drawn at random with their nearest tokens, and of tokens
  /// with the nearest other token.
  let randomCosine: Double
  let tokenCosine: Double
  /// On the test questions: the vectors as they are, each replaced by its nearest token, and each as
  /// it began.
  let trained: Judgement
  let snapped: Judgement
  let begun: Judgement

  var cosine: Double { vectors.map { $0.nearest[0].cosine }.mean }
}

/// Every token's embedding, brought to length 1.
struct Directions {
  private let rows: Tensor

  init(_ embeddings: Tensor) {
    rows = Tensor(
      embeddings.shape,
      embeddings.elements.chunks(of: embeddings.dim(1)).flatMap { row in
        let scale = Float(1 / max(norm(row), .leastNormalMagnitude))
        return row.map { $0 * scale }
      })
  }

  /// The tokens whose directions are nearest to that of a vector.
  func nearest(_ vector: [Float], _ count: Int, except: Int32? = nil) -> [Neighbour] {
    let cosines = withoutGradients {
      Tensor([1, vector.count], vector).linear(rows, layout: .outputsByInputs)
    }.elements
    let scale = 1 / max(norm(vector), .leastNormalMagnitude)
    return cosines.indices.filter { $0 != except.map(Int.init) }
      .sorted { (cosines[$0], $1) > (cosines[$1], $0) }.prefix(count)
      .map { Neighbour(token: Int32($0), cosine: Double(cosines[$0]) * scale) }
  }
}

extension Laboratory {
  /// Trains vectors and looks at them.
  func learned(_ start: Start, _ base: TuningBase, rate: Float, seed: UInt64) throws
    -> LearnedPrompt
  {
    let begun = try bed.model(base)
    try vectors(base, start).attach(to: begun, seed: seed)
    let trained = try bed.train(prompt(base, start), rate: rate, seed: seed, plan).model
    return try look(at: trained, begun: begun, start, base)
  }

  /// Looks at the vectors of a trained model; `begun` is the same model as it began.
  private func look(
    at model: GPT2LMHeadModel, begun: GPT2LMHeadModel, _ start: Start, _ base: TuningBase
  ) throws -> LearnedPrompt {
    let embeddings = model.transformer.tokenEmbedding
    let directions = Directions(embeddings)
    var random = SeededRandom(seed: 1, stream: "random directions")
    let others = (0..<length).map { _ in (0..<embeddings.dim(1)).map { _ in random.normal() } }
    let tokens = (0..<length).map { _ in Int32(random.int(below: embeddings.dim(0))) }
    let rows = embeddings.elements.chunks(of: embeddings.dim(1))
    let (before, after) = (begun.promptVectors, model.promptVectors)
    let snapped = try bed.model(base)
    try PromptTuning(
      length: length, initialisation: .tokens(after.map { directions.nearest($0, 1)[0].token })
    ).attach(to: snapped, seed: 0)
    return LearnedPrompt(
      start: start,
      vectors: zip(before, after).map { before, after in
        LearnedVector(
          norm: norm(after), moved: norm(zip(after, before).map { $0 - $1 }),
          cosineToStart: cosine(before, after), startNearest: directions.nearest(before, 1)[0],
          nearest: directions.nearest(after, 3))
      },
      randomCosine: others.map { directions.nearest($0, 1)[0].cosine }.mean,
      tokenCosine: tokens.map {
        directions.nearest(rows[Int($0)], 1, except: $0)[0].cosine
      }.mean,
      trained: try bed.judge(model), snapped: try bed.judge(snapped),
      begun: try bed.judge(begun))
  }
}

private func cosine(_ x: [Float], _ y: [Float]) -> Double {
  let product = zip(x, y).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  return product / max(norm(x) * norm(y), .leastNormalMagnitude)
}

import Course

/// What becomes of a tuned model when the updates of its linear layers are cut down. Everything else
/// of it stays as tuning left it: embeddings, norms, biases.
struct Truncation: Codable {
  let tuned: Spectrum
  /// Of the first seed.
  let gaussian: Spectrum?
  /// By rank, in the order in which they were asked for.
  let kept: [Judgement]
  /// As many random directions of the updates as the decisive rank.
  let randomDirections: Judgement
  /// The updates without their largest values.
  let rest: Judgement
  /// Gaussians of the updates' norms in their place.
  let gaussianInstead: Judgement

  /// The rank at which the claim is decided: a sixteenth of the hidden size.
  static func decisiveRank(_ config: GPT2Config) -> Int { config.hiddenSize / 16 }
}

extension Laboratory {
  func truncation(
    of model: GPT2LMHeadModel, _ base: TuningBase, ranks: [Int], seed: UInt64
  ) throws -> Truncation {
    let start = try bed.model(base)
    let old = start.transformer.linearLayers.map(\.layer.weight)
    let changes = model.updates(from: start).map(\.change)
    let parts = changes.map { $0.singularValueDecomposition() }
    var random = SeededRandom(seed: seed, stream: "random updates")
    let noise = changes.map { $0.gaussianLikeness(using: &random) }
    let decisive = Truncation.decisiveRank(model.config)
    let directions = changes.map { $0.inRandomDirections(decisive, using: &random) }

    func judged(_ updates: [Tensor]) throws -> Judgement {
      try model.withLinearWeights(zip(old, updates).map { $0.plus($1) }) { try bed.judge(model) }
    }
    return Truncation(
      tuned: Spectrum(changes, of: old, values: parts.map(\.values)),
      gaussian: seed == seeds[0] ? spectrum(noise, of: old) : nil,
      kept: try ranks.map { rank in try judged(parts.map { $0.truncated(to: rank) }) },
      randomDirections: try judged(directions),
      rest: try judged(
        zip(changes, parts).map { $0.plus($1.truncated(to: decisive), times: -1) }),
      gaussianInstead: try judged(noise))
  }
}

import Course

/// What tuning changed in one linear layer, in the layout of its weight.
struct LayerUpdate {
  let name: String
  let change: Tensor
}

extension Laboratory {
  /// Of the first so many layers.
  func spectrum(_ updates: [Tensor], of weights: [Tensor]) -> Spectrum {
    Spectrum(Array(updates.prefix(spectrumLayers)), of: Array(weights.prefix(spectrumLayers)))
  }
}

extension GPT2LMHeadModel {
  /// This model's linear layers less those of another one.
  func updates(from base: GPT2LMHeadModel) -> [LayerUpdate] {
    zip(transformer.linearLayers, base.transformer.linearLayers).map { tuned, old in
      let change = tuned.layer.weight.copy()
      for place in 0..<change.count { change.pointer[place] -= old.layer.weight.pointer[place] }
      return LayerUpdate(name: tuned.name, change: change)
    }
  }

  /// Runs `body` with other numbers in the weights of the linear layers and puts theirs back.
  func withLinearWeights<Result>(
    _ numbers: [Tensor], _ body: () throws -> Result
  ) rethrows -> Result {
    let weights = transformer.linearLayers.map(\.layer.weight)
    let kept = weights.map { $0.copy() }
    for (weight, numbers) in zip(weights, numbers) { weight.assign(numbers) }
    defer { for (weight, kept) in zip(weights, kept) { weight.assign(kept) } }
    return try body()
  }
}

extension Tensor {
  /// The sum, outside the graph.
  func plus(_ other: Tensor, times factor: Float = 1) -> Tensor {
    precondition(shape == other.shape)
    let sum = copy()
    for place in 0..<count { sum.pointer[place] += factor * other.pointer[place] }
    return sum
  }

  /// As many numbers from N(0, s²), with s such that the expected norm is this matrix's.
  func gaussianLikeness(using random: inout SeededRandom) -> Tensor {
    let noise = Tensor.normal(shape, deviation: 1, using: &random)
    let factor = Float(norm / max(noise.norm, .leastNonzeroMagnitude))
    for place in 0..<count { noise.pointer[place] *= factor }
    return noise
  }

  /// What is left of the rows of this matrix in a space of `rank` random directions.
  func inRandomDirections(_ rank: Int, using random: inout SeededRandom) -> Tensor {
    let directions = Tensor.normal([dim(1), rank], deviation: 1, using: &random)
      .singularValueDecomposition().left  // [columns, rank], at right angles
    return linear(directions, layout: .inputsByOutputs)
      .linear(directions, layout: .outputsByInputs)
  }
}

/// The singular values of a model's updates, layer by layer, largest first.
struct Spectrum: Codable {
  let values: [[Float]]
  /// The length of all updates together, over that of the weights they were added to.
  let relativeNorm: Double

  /// `values` where they are known already.
  init(_ updates: [Tensor], of weights: [Tensor], values: [[Float]]? = nil) {
    self.values = values ?? updates.map { $0.singularValues() }
    relativeNorm = Self.length(updates) / Self.length(weights)
  }

  private static func length(_ tensors: [Tensor]) -> Double {
    tensors.map { $0.norm * $0.norm }.reduce(0, +).squareRoot()
  }

  /// The k-th singular value over the first, the mean over the layers.
  var decay: [Double] {
    (0..<values[0].count).map { place in
      values.map { Double($0[place]) / Double(max($0[0], .leastNonzeroMagnitude)) }.mean
    }
  }

  /// What part of the squared norm the largest values hold, the mean over the layers.
  func share(_ rank: Int) -> Double {
    values.map { layer in
      let squares = layer.map { Double($0) * Double($0) }
      return squares.prefix(rank).reduce(0, +) / squares.reduce(0, +)
    }.mean
  }

  /// e to the entropy of the singular values' shares in their sum (Roy and Vetterli, 2007): r if r
  /// values are equal and the others zero. The mean over the layers.
  var effectiveRank: Double {
    values.map { layer in
      let sum = layer.reduce(0) { $0 + Double($1) }
      return exp(
        layer.reduce(0.0) { entropy, value in
          let share = Double(value) / sum
          return share > 0 ? entropy - share * log(share) : entropy
        })
    }.mean
  }
}

/// Means over models.
extension [Spectrum] {
  func share(_ rank: Int) -> Double { map { $0.share(rank) }.mean }
  var effectiveRank: Double { map(\.effectiveRank).mean }
}

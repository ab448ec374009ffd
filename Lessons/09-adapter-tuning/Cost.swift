import Course

/// What an adapter costs while the model writes.
struct WritingCost: Codable {
  /// Tokens a second, one after the other. Timings.
  let base: Double
  let adapters: Double
  let lora: Double
  let merged: Double
}

extension Laboratory {
  /// The best of a few runs of each: a slow one says something about the machine only.
  func writingCost(size: Int, tokens: Int, runs: Int) throws -> WritingCost {
    try cached("cost of writing") {
      let models = try (0..<4).map { _ in try bed.model(.mini) }
      try Method.adapter(size: size, .both).prepare(models[1], seed: 1)
      try Method.lora(rank: size).prepare(models[2], seed: 1)
      let merged = try LoRA(rank: size, alpha: Float(size)).attach(to: models[3], seed: 1)
      try merged.merge()
      var best = [Double](repeating: 0, count: models.count)
      let prompt = Array(exam.sample.ids.prefix(16))
      let options = GenerationOptions(maxNewTokens: tokens, stopTokens: [])
      // In turns, so that a busy moment meets them all.
      for _ in 0..<runs {
        for (place, model) in models.enumerated() {
          var random = SeededRandom(seed: 1)
          let start = ContinuousClock.now
          _ = try model.generate(prompt, options, random: &random)
          let seconds = (ContinuousClock.now - start) / .seconds(1)
          best[place] = max(best[place], Double(tokens) / seconds)
        }
      }
      return WritingCost(base: best[0], adapters: best[1], lora: best[2], merged: best[3])
    }
  }
}

extension WritingCost {
  /// Multiplications of a token in the maps of the blocks and in the head, and those that adapters in
  /// both places, or LoRA of as many weights, bring besides.
  private static func multiplications(
    _ config: GPT2Config, size: Int
  ) -> (base: Int, extra: Int) {
    let (H, L) = (config.hiddenSize, config.layerCount)
    return (12 * H * H * L + H * config.vocabSize, 4 * H * size * L)
  }

  static func extraShare(_ config: GPT2Config, size: Int) -> Double {
    let (base, extra) = multiplications(config, size: size)
    return Double(extra) / Double(base)
  }

  /// Beside the timings, what can be counted: multiplications, and matrix products that come on top.
  func table(_ config: GPT2Config, size: Int) -> Table {
    let L = config.layerCount
    let (base, extra) = Self.multiplications(config, size: size)
    var table = Table(
      "Writing with mini, one token at a time",
      columns: [
        .left("model"), .right("multiplications a token"), .right("more than the base"),
        .right("more matrix products"), .right("speed"),
      ])
    for (name, more, products, speed) in [
      ("base", 0, 0, self.base), ("with adapters", extra, 4 * L, adapters),
      ("with LoRA", extra, 2 * L, lora), ("with LoRA, merged", 0, 0, merged),
    ] {
      table.add(
        .label(name), .integer(base + more), .percent(Double(more) / Double(base), 1),
        .integer(products), .number(speed, .rate("tokens")))
    }
    return table
  }
}
